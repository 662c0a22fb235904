"""Cut new and changed articles into passages, embed them and store them, a batch at a time."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from index.building.passages import CountTokens, heading_over, headings, passage_spans, uncovered
from index.embedder import Embedder, Vectors
from index.problems import Problem
from index.sentences import Span
from index.storage.schema import IndexSettings
from index.storage.vector_cache import VectorCache
from index.storage.writing import NewPassage, WritableStore
from index.types import Article, WellspringError

# Passages embedded together; sorted by length within, and kept if the build is stopped.
_BATCH = 128
_LEAST_TOKENS = 16  # of a passage: below it, it is not cut smaller for a long title


@dataclass(frozen=True, slots=True)
class Cut:
    """An article cut into passages, each with the text that is embedded for it."""

    article: Article
    spans: list[Span]
    embedded: list[str]


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts articles so that each passage is what the embedder reads, and all of the text is in."""

    embedder: Embedder
    count_tokens: CountTokens
    settings: IndexSettings

    def cut(self, article: Article) -> Cut:
        """Cut an article so that each passage, with title and heading, fits the embedder.

        Raises `WellspringError` when text lies in no passage.
        """
        size, found = self.settings.passage_tokens, headings(article.text)
        while True:
            overlap = min(self.settings.overlap_tokens, size // 5)
            spans = passage_spans(article.text, self.count_tokens, size, overlap)
            embedded = [
                in_context(article.title, heading_over(found, start), article.text[start:end])
                for start, end in spans
            ]
            if size < _LEAST_TOKENS or not any(map(self.embedder.overflows, embedded)):
                check_whole(article, spans)
                return Cut(article, spans, embedded)
            size = size * 4 // 5


def check_whole(article: Article, spans: list[Span]) -> None:
    """Raise `WellspringError` when a visible character of an article lies in no passage."""
    if gap := uncovered(article.text, spans):
        start, end = gap
        raise WellspringError(
            Problem.UNCOVERED_TEXT,
            f"Characters {start}–{end} of {article.source} "
            f"({article.text[start:end].strip()[:60]!r}) lie in no passage; "
            "the index is as it was. Please report this with the file.",
        )


def in_context(title: str, heading: str, passage: str) -> str:
    """Return what is embedded for a passage: its title, its heading and itself."""
    return "\n".join(filter(None, (title, heading if heading != title else "", passage)))


def embed(
    store: WritableStore, article_ids: Iterable[str], cutter: Cutter, cache: VectorCache
) -> Iterator[int]:
    """Store the passages of articles, in batches; yield how many of their characters are done.

    What was embedded before a stopped build comes from the cache.
    """
    waiting: list[Cut] = []
    done = 0
    for article_id in article_ids:
        article = store.article(article_id)
        assert article is not None, "what is to be embedded has just been stored"
        waiting.append(cutter.cut(article))
        if sum(len(cut.spans) for cut in waiting) >= _BATCH:
            done = yield from _store(store, waiting, cutter, cache, done)
            waiting = []
    if waiting:
        yield from _store(store, waiting, cutter, cache, done)


def _store(
    store: WritableStore, cuts: list[Cut], cutter: Cutter, cache: VectorCache, before: int
) -> Generator[int, None, int]:
    """Store passages; yield how many characters are done after each batch, return all of them."""
    embedded = [text for cut in cuts for text in cut.embedded]
    characters = sum(len(cut.article.text) for cut in cuts)
    made: list[Vectors] = []
    for first in range(0, len(embedded), _BATCH):
        made.append(cache.encode(cutter.embedder, embedded[first : first + _BATCH]))
        done = min(first + _BATCH, len(embedded))
        yield before + characters * done // len(embedded)
    vectors = chain.from_iterable(made)
    for cut in cuts:
        text, page_at = cut.article.text, cut.article.page_at
        passages = [
            NewPassage(
                start, end, cutter.count_tokens(text[start:end]), next(vectors), page_at(start)
            )
            for start, end in cut.spans
        ]
        store.add_passages(cut.article.id, cut.article.title, text, passages)
    return before + characters

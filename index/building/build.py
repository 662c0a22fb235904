"""Bring an index up to date with a folder: read, clean, cut, embed, store in one transaction."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from index.building.lock import writing
from index.building.passages import CountTokens, heading_over, headings, passage_spans, uncovered
from index.building.update import Duplicate, Progress, Update, silent
from index.embedder import Embedder
from index.problems import Problem
from index.ranking.dense import write_dense
from index.reading.files import DEFAULTS, Listing, ReadOptions, list_folder
from index.reading.readers import Skipped
from index.sentences import Span
from index.storage.faults import explained
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE
from index.storage.vector_cache import VectorCache
from index.storage.writing import NewPassage, WritableStore
from index.types import Article, WellspringError

__all__ = ["BuildReport", "Progress", "build"]

_BATCH = (
    512  # passages embedded together; sorted by length within, and kept if the build is stopped
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did. `read` and `removed` name sources; `others` counts the files of unknown kinds by suffix."""

    articles: int
    passages: int
    generation: int
    read: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    others: Counter[str] = field(default_factory=Counter)

    @property
    def changed(self) -> bool:
        """Tell whether the index is another than before."""
        return bool(self.read or self.removed)


@dataclass(frozen=True, slots=True)
class _Cut:
    """An article cut into passages, each with the text that is embedded for it."""

    article_id: str
    title: str
    text: str
    spans: list[Span]
    embedded: list[str]


def build(
    folder: Path,
    data_dir: Path,
    embedder: Embedder,
    count_tokens: CountTokens,
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    options: ReadOptions = DEFAULTS,
    settings: IndexSettings | None = None,
) -> BuildReport:
    """Make the index in `data_dir` hold exactly the articles of `folder`.

    Unchanged files are neither read nor embedded again. Everything becomes visible in one step; a build that
    was stopped leaves the index as it was, and the next one need not embed again. An index of an older format is made
    anew. Raises `WellspringError` for a bad folder, for an index made with other settings (unless `rebuild`), when
    another build is running, and when the disk is full.
    """
    listing = list_folder(folder, options)
    settings = settings or IndexSettings(embedder.name)
    with (
        writing(data_dir),
        explained(data_dir / INDEX_FILE),
        closing(WritableStore(data_dir / INDEX_FILE)) as store,
    ):
        anew = rebuild or store.is_older
        if not anew:
            store.check_settings(settings)
        update = Update(store, folder, options, progress=progress or silent)
        with closing(VectorCache(data_dir)) as cache, store.transaction():
            _take(update, listing, anew)
            _embed(update, embedder, count_tokens, cache, settings)
            _finish(update, settings)
        store.settle()
        write_dense(store, data_dir)
        store.settle()
        cache.delete()
        return _report(update, listing.others)


def _take(update: Update, listing: Listing, anew: bool) -> None:
    """Take in what changed; in an index that is made anew, everything, and what it had before and the folder lacks is told."""
    old = update.store.sources(own=True) if anew else set()
    if anew:
        update.store.renew()
    update.take(listing)
    if anew:
        update.removed += sorted(old - update.store.sources())


def _report(update: Update, others: Counter[str]) -> BuildReport:
    articles, passages = update.store.counts()
    return BuildReport(
        articles,
        passages,
        update.store.generation,
        read=tuple(update.read),
        removed=tuple(update.removed),
        skipped=tuple(Skipped(*row) for row in update.store.skipped()),
        duplicates=tuple(update.duplicates),
        others=others,
    )


def _finish(update: Update, settings: IndexSettings) -> None:
    store = update.store
    store.count()
    if store.counts()[0] == 0:
        source, reason = store.skipped()[0]
        raise WellspringError(
            Problem.NO_ARTICLES,
            f"No file of {str(update.folder)!r} could be used: {source} {reason}.",
        )
    changed = bool(update.read or update.removed)
    store.set_meta(
        settings=settings.to_json(),
        folder=str(update.folder.resolve()),
        generation=str(store.generation + changed),
    )


def _embed(
    update: Update,
    embedder: Embedder,
    count_tokens: CountTokens,
    cache: VectorCache,
    settings: IndexSettings,
) -> None:
    """Cut, embed and store the passages of the new and changed articles, in batches over articles."""
    waiting: list[_Cut] = []
    for done, cut in enumerate(_cut_articles(update, embedder, count_tokens, settings), 1):
        waiting.append(cut)
        if sum(len(one.spans) for one in waiting) >= _BATCH or done == len(update.pending):
            _store_passages(update.store, waiting, cache, embedder, count_tokens)
            waiting = []
            update.progress("Embedding articles", done, len(update.pending))


def _cut_articles(
    update: Update, embedder: Embedder, count_tokens: CountTokens, settings: IndexSettings
) -> Iterator[_Cut]:
    for article_id in update.pending:
        article = update.store.article(article_id)
        assert article is not None, "what is to be embedded has just been stored"
        text, cut = article.text, _cut(article, embedder, count_tokens, settings)
        if gap := uncovered(text, cut.spans):
            raise WellspringError(
                Problem.UNCOVERED_TEXT,
                f"Characters {gap[0]}–{gap[1]} of {article.source} ({text[gap[0] : gap[1]].strip()[:60]!r}) lie in no passage; "
                "the index is as it was. Please report this with the file.",
            )
        yield cut


def _cut(
    article: Article, embedder: Embedder, count_tokens: CountTokens, settings: IndexSettings
) -> _Cut:
    """Cut an article so that each passage, with title and heading, is no longer than the embedder reads."""
    title, text = article.title, article.text
    size, found = settings.passage_tokens, headings(text)
    while True:
        spans = passage_spans(text, count_tokens, size, min(settings.overlap_tokens, size // 5))
        embedded = [
            _in_context(title, heading_over(found, start), text[start:end]) for start, end in spans
        ]
        if size < 16 or not any(map(embedder.overflows, embedded)):
            return _Cut(article.id, title, text, spans, embedded)
        size = size * 4 // 5


def _in_context(title: str, heading: str, passage: str) -> str:
    return "\n".join(filter(None, (title, heading if heading != title else "", passage)))


def _store_passages(
    store: WritableStore,
    cuts: list[_Cut],
    cache: VectorCache,
    embedder: Embedder,
    count_tokens: CountTokens,
) -> None:
    embedded = [text for cut in cuts for text in cut.embedded]
    vectors = (
        vector
        for first in range(0, len(embedded), _BATCH)
        for vector in cache.encode(embedder, embedded[first : first + _BATCH])
    )
    for cut in cuts:
        passages = [
            NewPassage(start, end, count_tokens(cut.text[start:end]), next(vectors))
            for start, end in cut.spans
        ]
        store.add_passages(cut.article_id, cut.title, cut.text, passages)

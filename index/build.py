"""Bring an index up to date with a folder: read, clean, cut, embed, store in one transaction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from index.embedder import Embedder
from index.passages import CountTokens, passage_spans
from index.readers import ReadArticle, Skipped, iter_articles
from index.search import INDEX_FILE, write_faiss
from index.store import IndexSettings, NewPassage, Store
from index.types import WellspringError

EMBED_BATCH = 64

Progress = Callable[[str, int, int], None]  # what is done now, steps done, steps in all


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did. `read` holds the new and changed articles with their cleaning changes."""

    articles: int
    passages: int
    generation: int
    read: tuple[ReadArticle, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())

    @property
    def changed(self) -> bool:
        """Tell whether the index is another than before."""
        return bool(self.read or self.removed)


def build(
    folder: Path, data_dir: Path, embedder: Embedder, count_tokens: CountTokens, progress: Progress | None = None, *, rebuild: bool = False
) -> BuildReport:
    """Make the index in `data_dir` hold exactly the articles of `folder`.

    Unchanged files are neither cleaned nor embedded again. Nothing is stored until everything
    is embedded. Raises `WellspringError` for a bad folder, for an index made with other
    settings (unless `rebuild`), and when another build is running.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data_dir / "build.lock", timeout=0)
    try:
        with lock:
            return _build(folder, data_dir, embedder, count_tokens, progress or _silent, rebuild)
    except Timeout as error:
        raise WellspringError(
            "index_busy", "Another `wellspring index` is writing this index. Wait until it ends, then try again."
        ) from error


def _build(folder: Path, data_dir: Path, embedder: Embedder, count_tokens: CountTokens, progress: Progress, rebuild: bool) -> BuildReport:
    settings = IndexSettings(embedder.name)
    store = Store(data_dir / INDEX_FILE, create=True)
    try:
        if not rebuild:
            store.check_settings(settings)
        known = store.sources()
        found = list(iter_articles(folder, {} if rebuild else known))
        read = tuple(item for item in found if isinstance(item, ReadArticle))
        skipped = tuple(item for item in found if isinstance(item, Skipped))
        kept = {item.source for item in skipped} if not rebuild else set()  # a rebuild keeps nothing of the old settings
        present = kept | {item if isinstance(item, str) else item.source for item in found if not isinstance(item, Skipped)}
        removed = tuple(sorted(set(known) - present))
        if len(skipped) == len(found):
            raise WellspringError("no_articles", f"No file of {str(folder)!r} could be used: {skipped[0].source} {skipped[0].reason}.")
        if read or removed:
            _store(store, list(_embedded(read, embedder, count_tokens, settings, progress)), removed, settings, folder)
            write_faiss(store, data_dir)
        return BuildReport(*store.counts(), store.generation, read, removed, skipped)
    finally:
        store.close()


def _embedded(
    read: tuple[ReadArticle, ...], embedder: Embedder, count_tokens: CountTokens, settings: IndexSettings, progress: Progress
) -> Iterator[tuple[ReadArticle, list[NewPassage]]]:
    spans = [passage_spans(a.text, count_tokens, settings.passage_tokens, settings.overlap_tokens) for a in read]
    total, done = sum(map(len, spans)), 0
    for article, ranges in zip(read, spans, strict=True):
        passages: list[NewPassage] = []
        for first in range(0, len(ranges), EMBED_BATCH):
            batch = ranges[first : first + EMBED_BATCH]
            vectors = embedder.encode([f"{article.title}\n{article.text[s:e]}" for s, e in batch])
            passages += [NewPassage(s, e, count_tokens(article.text[s:e]), vector) for (s, e), vector in zip(batch, vectors, strict=True)]
            done += len(batch)
            progress("Embedding passages", done, total)
        yield article, passages


def _store(
    store: Store, embedded: list[tuple[ReadArticle, list[NewPassage]]], removed: tuple[str, ...], settings: IndexSettings, folder: Path
) -> None:
    with store.transaction():
        store.remove(removed)
        for article, passages in embedded:
            store.add(article, passages)
        store.set_meta(settings=settings.to_json(), folder=str(folder.resolve()), generation=str(store.generation + 1))


def _silent(_what: str, _done: int, _total: int) -> None:
    """Report nothing."""

"""Bring an index up to date with a folder: read, clean, cut, embed, sum up, in one transaction."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.building.embedding import Cutter, embed
from index.building.lock import writing
from index.building.overviews import sum_up
from index.building.passages import CountTokens
from index.building.status import partly_read
from index.building.update import Duplicate, Progress, Update, silent
from index.embedder import Embedder
from index.problems import Problem
from index.ranking.dense import write_dense
from index.reading.files import DEFAULTS, Listing, ReadOptions, list_folder
from index.reading.readers import Skipped
from index.storage.faults import explained
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE
from index.storage.vector_cache import VectorCache
from index.storage.writing import WritableStore
from index.types import WellspringError

__all__ = ["BuildReport", "Progress", "build"]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did.

    `read` and `removed` name sources, `partly` those of which some pages could not be read;
    `skipped` are all files that were not read.
    """

    articles: int
    passages: int
    generation: int
    read: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    partly: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> tuple[Skipped, ...]:
        """Return what was not read though it may be an article."""
        return tuple(one for one in self.skipped if not one.code.is_left_alone)

    @property
    def changed(self) -> bool:
        """Tell whether the index is another than before."""
        return bool(self.read or self.removed)


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

    Unchanged files are neither read nor embedded again. Everything becomes visible in one step; a
    build that was stopped leaves the index as it was, and the next one need not embed again. An
    index of an older format is made anew. Raises `WellspringError` for a bad folder, for an index
    made with other settings (unless `rebuild`), when another build is running, and when the disk is
    full.
    """
    listing = list_folder(folder, options)
    settings = settings or IndexSettings(embedder.name)
    path = data_dir / INDEX_FILE
    with writing(data_dir), explained(path), closing(WritableStore(path)) as store:
        anew = rebuild or store.is_older
        if not anew:
            store.check_settings(settings)
        update = Update(store, folder, options, progress=progress or silent)
        with closing(VectorCache(data_dir)) as cache, store.transaction():
            _take(update, listing, anew)
            _embed(update, Cutter(embedder, count_tokens, settings), cache)
            _finish(update, settings)
        store.settle()
        write_dense(store, data_dir)
        store.settle()
        cache.delete()
        return _report(update)


def _take(update: Update, listing: Listing, anew: bool) -> None:
    """Take in what changed; in an index that is made anew, everything.

    There, what it had before and the folder lacks is told as removed.
    """
    old = update.store.sources(own=True) if anew else set()
    if anew:
        update.store.renew()
    update.take(listing)
    if anew:
        update.removed += sorted(old - update.store.sources())


def _embed(update: Update, cutter: Cutter, cache: VectorCache) -> None:
    """Embed what was taken in and make its overviews."""
    for done in embed(update.store, update.pending, cutter, cache):
        update.progress("Embedding articles", done, len(update.pending))
    for done in sum_up(update.store, update.pending):
        update.progress("Summing up articles", done, len(update.pending))


def _report(update: Update) -> BuildReport:
    articles, passages = update.store.counts()
    return BuildReport(
        articles,
        passages,
        update.store.generation,
        read=tuple(update.read),
        removed=tuple(update.removed),
        skipped=tuple(Skipped(*row) for row in update.store.skipped()),
        duplicates=tuple(update.duplicates),
        partly=partly_read(update.store),
    )


def _finish(update: Update, settings: IndexSettings) -> None:
    store = update.store
    store.count()
    if store.counts()[0] == 0:
        skipped = [Skipped(*row) for row in store.skipped()]
        first = min(skipped, key=lambda one: one.code.is_left_alone)
        raise WellspringError(
            Problem.NO_ARTICLES,
            f"No file of {str(update.folder)!r} could be used: {first.source} {first.reason}.",
        )
    changed = bool(update.read or update.removed)
    store.set_meta(
        settings=settings.to_json(),
        folder=str(update.folder.resolve()),
        generation=str(store.generation + changed),
    )

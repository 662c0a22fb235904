"""Bring an index up to date with folders: read, clean, cut, embed, sum up, in one transaction."""

from collections.abc import Iterable
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
from index.reading.files import DEFAULTS, ReadOptions
from index.reading.readers import Skipped
from index.reading.roots import Contents, Folders, Root, Roots, contents_of, named
from index.storage.faults import explained
from index.storage.removals import read_removals
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE, Store
from index.storage.vector_cache import VectorCache
from index.storage.writing import WritableStore
from index.types import WellspringError

__all__ = ["BuildReport", "Progress", "build"]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did.

    `read` and `removed` name sources, `partly` those of which some pages could not be read;
    `skipped` are all files that were not read, `left_out` the folders that were indexed before.
    """

    articles: int
    passages: int
    generation: int
    read: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    partly: tuple[tuple[str, str], ...] = ()
    left_out: tuple[Root, ...] = ()

    @property
    def failed(self) -> tuple[Skipped, ...]:
        """Return what was not read though it may be an article."""
        return tuple(one for one in self.skipped if not one.code.is_left_alone)

    @property
    def changed(self) -> bool:
        """Tell whether the index is another than before."""
        return bool(self.read or self.removed)


def build(
    folders: Folders,
    data_dir: Path,
    embedder: Embedder,
    count_tokens: CountTokens,
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    options: ReadOptions = DEFAULTS,
    settings: IndexSettings | None = None,
) -> BuildReport:
    """Make the index in `data_dir` hold exactly the articles of `folders`, and of its library.

    A folder that cannot be looked into any more keeps the articles that are indexed. Unchanged
    files are neither read nor embedded again. Everything becomes visible in one step; a build that
    was stopped leaves the index as it was, and the next one need not embed again. An index of an
    older format is made anew. Raises `WellspringError` for a folder that never could be looked
    into, for an index made with other settings (unless `rebuild`), when another build is running,
    and when the disk is full.
    """
    before, seen = _looked_into(data_dir)
    roots = named(folders, data_dir, before)
    contents = contents_of(roots, seen, options)
    settings = settings or IndexSettings(embedder.name)
    path = data_dir / INDEX_FILE
    with writing(data_dir), explained(path), closing(WritableStore(path)) as store:
        anew = rebuild or store.is_older
        if not anew:
            store.check_settings(settings)
        removals = read_removals(data_dir, roots.library.name)
        update = Update(store, options, removals, progress=progress or silent)
        with closing(VectorCache(data_dir)) as cache, store.transaction():
            _take(update, contents, anew)
            _embed(update, Cutter(embedder, count_tokens, settings), cache)
            _finish(update, roots, settings)
        store.settle()
        write_dense(store, data_dir)
        store.settle()
        cache.delete()
        return _report(update, [root for root in before.own if root not in roots.own])


def _looked_into(data_dir: Path) -> tuple[Roots, set[Path]]:
    """Return the folders that an index is of, and where those are that were looked into."""
    try:
        with closing(Store(data_dir / INDEX_FILE)) as store:
            if not store.is_older:
                return store.roots(), store.seen()
    except WellspringError as error:
        if error.code != Problem.MISSING_INDEX:
            raise
    return Roots.from_json(None, data_dir), set()


def _take(update: Update, contents: Contents, anew: bool) -> None:
    """Take in what changed; in an index that is made anew, everything.

    There, what it had before and the folders lack is told as removed. Raises `WellspringError`
    where they cannot all be looked into: of those nothing could be kept.
    """
    if anew:
        for error in contents.missing.values():
            raise error
    old = update.store.sources(own=True) if anew else set()
    if anew:
        update.store.renew()
    update.take(contents)
    if anew:
        update.removed += sorted(old - update.store.sources())


def _embed(update: Update, cutter: Cutter, cache: VectorCache) -> None:
    """Embed what was taken in and make its overviews."""
    characters = update.store.characters(update.pending)
    for done in embed(update.store, update.pending, cutter, cache):
        update.progress("Embedding characters", done, characters)
    for done in sum_up(update.store, update.pending):
        update.progress("Summing up articles", done, len(update.pending))


def _report(update: Update, left_out: Iterable[Root]) -> BuildReport:
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
        left_out=tuple(left_out),
    )


def _finish(update: Update, roots: Roots, settings: IndexSettings) -> None:
    store = update.store
    store.count()
    if store.counts()[0] == 0:
        raise _nothing_usable(roots, [Skipped(*row) for row in store.skipped()])
    changed = bool(update.read or update.removed)
    store.set_meta(
        settings=settings.to_json(),
        roots=roots.to_json(),
        generation=str(store.generation + changed),
    )


def _nothing_usable(roots: Roots, skipped: list[Skipped]) -> WellspringError:
    first = min(skipped, key=lambda one: one.code.is_left_alone, default=None)
    why = f": {first.source} {first.reason}" if first else "; all were removed"
    folders = ", ".join(repr(str(folder)) for folder in roots.folders)
    return WellspringError(Problem.NO_ARTICLES, f"No file of {folders} could be used{why}.")

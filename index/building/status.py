"""Tell what an index holds and how the folders have changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.building.update import hash_of
from index.problems import Problem
from index.reading.files import ReadOptions, stamp_of
from index.reading.roots import contents_of
from index.storage.removals import Removal, read_removals
from index.storage.store import INDEX_FILE, Store
from index.types import WellspringError
from index.unread import PAGES_UNREAD


@dataclass(frozen=True, slots=True)
class Status:
    """What `wellspring index status` shows.

    `stale` names files with what happened to them since the last build, `partly` those of which
    some pages could not be read, `removed` what people removed though its files are there.
    """

    folders: tuple[Path, ...]
    generation: int
    articles: int
    passages: int
    embedder: str
    indexed: tuple[tuple[str, str, str, str], ...]
    stale: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[str, str], ...]
    partly: tuple[tuple[str, str], ...] = ()
    removed: tuple[Removal, ...] = ()


def read_status(data_dir: Path, options: ReadOptions) -> Status:
    """Read the state of an index without loading a model.

    Raises `WellspringError` when there is no index.
    """
    store = Store(data_dir / INDEX_FILE)
    try:
        with store.snapshot():
            about = store.meta()
            if "settings" not in about or "identity" not in about or store.is_older:
                raise WellspringError(
                    Problem.MISSING_INDEX,
                    "There is no index of this version yet. "
                    "Make one with `wellspring index FOLDER`.",
                )
            indexed = tuple(store.indexed())
            return Status(
                store.roots().folders,
                int(about["generation"]),
                *store.counts(),
                store.embedder,
                indexed,
                tuple(_stale(store, options)),
                tuple(_with_fate(store.skipped(), {row[0] for row in indexed})),
                partly_read(store),
                read_removals(data_dir).every,
            )
    finally:
        store.close()


def partly_read(store: Store) -> tuple[tuple[str, str], ...]:
    """Return the articles that lack the text of some pages, with which pages those are."""
    found = store.changes(PAGES_UNREAD)
    return tuple((source, f"{change.before}: {change.rule}") for source, change in found)


def _with_fate(skipped: list[tuple[str, str]], indexed: set[str]) -> Iterator[tuple[str, str]]:
    """Say of a file that cannot be read now whether its last good version still answers."""
    for source, reason in skipped:
        fate = "; its last good version stays indexed" if source in indexed else ""
        yield source, reason + fate


def _stale(store: Store, options: ReadOptions) -> list[tuple[str, str]]:
    """Compare the files with what was read of them.

    By size and time first, by content where these differ.
    """
    known = store.files()
    now = contents_of(store.roots(), store.seen(), options)
    listed = now.files.keys() | now.unread.keys() - now.missing.keys()
    gone = [(file, "is gone") for file in known if now.lacks(file) and not file.endswith("/")]
    new = [(file, "is new") for file in listed - known.keys()]
    away = [(place, now.unread[place]) for place in now.missing.keys() - known.keys()]
    changed = [
        (file, "has changed")
        for file, path in now.files.items()
        if file in known and _has_changed(path, *known[file])
    ]
    return sorted(gone + new + away + changed)


def _has_changed(path: Path, sha256: str, stamp: str) -> bool:
    if not sha256:  # it could not be read, and is listed as skipped
        return False
    if stamp and stamp == stamp_of(path):
        return False
    return hash_of(path) != sha256

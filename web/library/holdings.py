"""What the index holds at one moment, and where each source's file is."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.building.update import hash_of
from index.problems import Problem
from index.reading.roots import Roots
from index.storage.removals import Removals, read_removals
from index.storage.store import INDEX_FILE, Store
from index.types import WellspringError

# The articles that come with Wellspring: nobody's to change.
SEEDS = (Path(__file__).parents[2] / "seeds").resolve()


@dataclass(frozen=True, slots=True)
class Holdings:
    """The indexed folders.

    `articles` maps each source to the source it is listed with, `skipped` to why it was not read.
    """

    roots: Roots
    hashes: Mapping[str, str]  # of the files, "" for one that is to be read again
    articles: Mapping[str, str]
    skipped: Mapping[str, str]
    removals: Removals

    def in_library(self, name: str) -> tuple[Path, str]:
        """Return where a file of the library is, and how citations name it."""
        library = self.roots.library
        return library.folder / name, f"{library.name}/{name}"

    def is_own(self, source: str) -> bool:
        """Tell whether a source is of a folder of somebody, where nothing is written."""
        return self.roots.of(source) != self.roots.library

    def folder(self, name: str) -> Path:
        """Return where one of somebody's folders is; raises `WellspringError` without one."""
        found = next((root.folder for root in self.roots.own if root.name == name), None)
        if found is None:
            told = f"No folder {name!r} is indexed. The list of articles names those that are."
            raise WellspringError(Problem.UNKNOWN_FOLDER, told)
        return found

    def path(self, file: str) -> Path:
        """Return where a file is; raises `WellspringError` for one of another folder."""
        path = self.roots.path(file)
        if path is None:
            folders = ", ".join(map(str, self.roots.folders))
            raise WellspringError(
                Problem.OTHER_FOLDER,
                f"{file} is of another folder; {folders} is indexed now. "
                "Index the other one, too, then try again.",
            )
        return path

    def file_of(self, source: str) -> str:
        """Return the file that a source came from.

        Itself, or for a record of a .jsonl file what stands before a `#`.
        """
        parts = source.split("#")
        names = ("#".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((name for name in names if name in self.hashes), source)

    def is_record(self, source: str) -> bool:
        """Tell whether a source is one line of a .jsonl file."""
        return self.file_of(source) != source

    def whole_file(self, source: str) -> Path:
        """Return the file that is all of a source; raises `WellspringError` for a record."""
        if self.is_record(source):
            raise WellspringError(
                Problem.ONE_OF_MANY,
                f"{source} is one line of {self.file_of(source)}. "
                "Change that line, then add the file again in place of the old one.",
            )
        return self.path(source)

    def same(self, raw: bytes) -> list[str]:
        """Return the indexed files that hold these bytes on the disk now."""
        sha256 = hashlib.sha256(raw).hexdigest()
        alike = [file for file, known in self.hashes.items() if known == sha256]
        read = [file for file in alike if self.read_of(file)]
        return [file for file in read if hash_of(self.path(file)) == sha256]

    def read_of(self, file: str) -> list[str]:
        """Return the sources read of a file as it is now, not those of its last good version."""
        return [source for source in self.of(file, self.articles) if source not in self.skipped]

    def of(self, file: str, sources: Mapping[str, str]) -> Iterator[str]:
        """Yield those of some sources that came from a file."""
        return (
            source for source in sources if source.startswith(file) and self.file_of(source) == file
        )


def may_delete(path: Path) -> bool:
    """Tell whether a file of an indexed folder may be deleted, a link or what it leads to."""
    places = (path.parent.resolve() / path.name, path.resolve())
    comes_along = any(place.is_relative_to(SEEDS) for place in places)
    return not comes_along and os.access(path.parent, os.W_OK)


def read_holdings(data_dir: Path) -> Holdings:
    """Read what the index holds now, whichever process made it.

    Raises `WellspringError` when there is none.
    """
    with closing(Store(data_dir / INDEX_FILE)) as store, store.snapshot():
        roots = store.roots()
        articles = {source: own for source, _, own, _ in store.indexed()}
        removals = read_removals(data_dir, roots.library.name)
        return Holdings(roots, store.hashes(), articles, dict(store.skipped()), removals)

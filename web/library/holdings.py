"""What the index holds of the articles folder at one moment, and where each source's file is."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.building.update import hash_of
from index.problems import Problem
from index.storage.store import INDEX_FILE, Store
from index.types import WellspringError


@dataclass(frozen=True, slots=True)
class Holdings:
    """The indexed folder.

    `articles` maps each source to the source it is listed with, `skipped` to why it was not read.
    """

    folder: Path
    hashes: Mapping[str, str]  # of the files, "" for one that is to be read again
    articles: Mapping[str, str]
    skipped: Mapping[str, str]

    def source(self, path: Path) -> str:
        """Name a file of the folder the way citations do."""
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def path(self, file: str) -> Path:
        """Return where a file is; raises `WellspringError` for one of another folder."""
        name, _, below = file.partition("/")
        if name != self.folder.name:
            raise WellspringError(
                Problem.OTHER_FOLDER,
                f"{file} is of another folder; {self.folder} is indexed now. "
                "Index the other one, then try again.",
            )
        return self.folder / below

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


def read_folder(data_dir: Path) -> Path:
    """Return the folder that is indexed now; raises `WellspringError` when there is no index."""
    with closing(Store(data_dir / INDEX_FILE)) as store:
        return Path(store.meta()["folder"])


def read_holdings(data_dir: Path) -> Holdings:
    """Read what the index holds now, whichever process made it.

    Raises `WellspringError` when there is none.
    """
    with closing(Store(data_dir / INDEX_FILE)) as store, store.snapshot():
        folder = Path(store.meta()["folder"])
        articles = {source: own for source, _, own, _ in store.indexed()}
        return Holdings(folder, store.hashes(), articles, dict(store.skipped()))

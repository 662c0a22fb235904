"""The articles that people removed though their files are there: one small file for each of them.

They lie in the data folder beside the index, so that they outlive one that is made anew.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError

_FOLDER = "removed"


@dataclass(frozen=True, slots=True)
class Removal:
    """An article that was removed: its sources, each with the SHA-256 that it had.

    `undo` is the word that brings it back, `instead` the source that took its place, if one did.
    """

    undo: str
    title: str
    sources: Mapping[str, str]
    instead: str = ""

    def to_json(self) -> bytes:
        """Write it the way its file keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


class Removals:
    """All that was removed. What is in the library is there by its own wish, whatever its bytes."""

    def __init__(self, every: Iterable[Removal] = (), library: str = "") -> None:
        self.every = tuple(every)
        self.sources = {source for removal in self.every for source in removal.sources}
        self._hashes = {sha256 for removal in self.every for sha256 in removal.sources.values()}
        self._library = f"{library}/"

    def hides(self, source: str, sha256: str) -> bool:
        """Tell whether an article is left out: it was removed, or renamed since it was."""
        renamed = sha256 in self._hashes and not source.startswith(self._library)
        return source in self.sources or renamed


def removal_file(data_dir: Path, undo: str) -> Path:
    """Return where a removal is kept."""
    return data_dir / _FOLDER / f"{undo}.json"


def read_removals(data_dir: Path, library: str = "") -> Removals:
    """Read all that was removed; raises `WellspringError` for a file that does not say so."""
    found = [_read(path) for path in (data_dir / _FOLDER).glob("*.json")]
    return Removals(sorted(found, key=lambda removal: sorted(removal.sources)), library)


def _read(path: Path) -> Removal:
    try:
        removal = Removal(**json.loads(path.read_text("utf-8")))
        return replace(removal, sources=dict(removal.sources), undo=path.stem)
    except (OSError, ValueError, TypeError) as error:
        raise WellspringError(
            Problem.DAMAGED_REMOVAL,
            f"{path} should tell of a removed article and cannot be read ({error}). "
            "Mend it, or delete it: then the article is indexed again.",
        ) from error

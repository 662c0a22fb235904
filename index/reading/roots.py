"""The folders that are indexed side by side, and the name of each, which its sources begin with."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.problems import Problem
from index.reading.files import DEFAULTS, ReadOptions, by_source, list_folder
from index.types import WellspringError
from index.unread import Unread

LIBRARY = "library"  # in the data folder: what is added through the page and the API

Folders = Path | Sequence[Path]

# Why a folder may not be looked into for a while: a disk that is not mounted, a share that is away.
# What may not be read is told with its place and what to do.
_AWAY = {
    Problem.MISSING_FOLDER: "it is not there",
    Problem.NOT_A_FOLDER: "it is not a folder any more",
    Problem.UNREADABLE_FOLDER: "",
    Problem.EMPTY_FOLDER: "it holds no article",
}


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of articles; the sources of its files begin with `name` and a slash."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Roots:
    """The folders of somebody, as they gave them, and the library of the data folder."""

    own: tuple[Root, ...]
    library: Root

    def __iter__(self) -> Iterator[Root]:
        """Yield all of them, the library last."""
        yield from (*self.own, self.library)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders that somebody gave."""
        return tuple(root.folder for root in self.own)

    def of(self, source: str) -> Root | None:
        """Return the folder that a source is of, None for one that is not indexed now."""
        name = source.split("/", 1)[0]
        return next((root for root in self if root.name == name), None)

    def path(self, source: str) -> Path | None:
        """Return where the file of a source is, None for one of a folder not indexed now."""
        root = self.of(source)
        return root.folder / source.partition("/")[2] if root else None

    def to_json(self) -> str:
        """Write them the way the store keeps them; where the library is follows from it."""
        own = [[root.name, str(root.folder)] for root in self.own]
        return json.dumps({"own": own, "library": self.library.name})

    @classmethod
    def from_json(cls, kept: str | None, data_dir: Path) -> "Roots":
        """Read what the store of a data folder keeps; without that, there is the library alone."""
        if not kept:
            return cls((), Root(LIBRARY, _library(data_dir)))
        known = json.loads(kept)
        own = tuple(Root(name, Path(folder)) for name, folder in known["own"])
        return cls(own, Root(known["library"], _library(data_dir)))


def named(folders: Folders, data_dir: Path, known: Roots | None = None) -> Roots:
    """Give each folder a name: the one it has had, else its own.

    Where another one is named so, the name of the folder that holds it comes before.
    """
    given = [folders] if isinstance(folders, Path) else folders
    library = _library(data_dir)
    places = [*dict.fromkeys(folder.resolve() for folder in given), library]
    names = {root.folder: root.name for root in known or () if root.folder in places}
    for place in places:
        names.setdefault(place, _free_name(place, set(names.values())))
    own = tuple(Root(names[place], place) for place in places[:-1] if place != library)
    return Roots(own, Root(names[library], library))


def _library(data_dir: Path) -> Path:
    return data_dir.resolve() / LIBRARY


def _free_name(folder: Path, taken: Collection[str]) -> str:
    longer = f"{folder.parent.name.lstrip('.')}-{folder.name}".lstrip("-")
    numbered = (f"{longer}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (folder.name, longer, *numbered) if name not in taken)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the folders hold now: article files by source, and why other files are not read.

    `missing` are those that cannot be looked into, as sources begin with them, with the error.
    """

    files: dict[str, Path] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    missing: dict[str, WellspringError] = field(default_factory=dict)

    def lacks(self, source: str) -> bool:
        """Tell whether a source is gone, not only out of sight with its folder."""
        seen = source in self.files or source in self.unread
        return not seen and f"{source.split('/', 1)[0]}/" not in self.missing


def contents_of(
    roots: Roots, before: Collection[Path] = (), options: ReadOptions = DEFAULTS
) -> Contents:
    """List all folders; each file belongs to the innermost of them.

    One that was read `before` and cannot be looked into now is told as missing. Raises
    `WellspringError` for another one, and for patterns that do not work.
    """
    found = Contents()
    beside = {*(root.folder for root in roots), roots.library.folder.parent}
    for root in roots:
        try:
            listing = list_folder(root.folder, options, beside - {root.folder})
        except WellspringError as error:
            if root == roots.library and _is_unused(root, error, before):
                continue
            if root.folder not in before or error.code not in _AWAY:
                raise
            found.missing[f"{root.name}/"] = error
            found.unread[f"{root.name}/"] = Unread.FOLDER_AWAY.said(_why(error, root))
        else:
            found.files.update(by_source(listing.files, root.name, root.folder))
            unread = by_source(listing.unread, root.name, root.folder)
            reasons = {file: listing.unread[path].said() for file, path in unread.items()}
            found.unread.update(reasons)
    return found


def _why(error: WellspringError, root: Root) -> str:
    """Return why a folder is away, without its place on the disk: others read it, too."""
    return _AWAY[error.code] or error.message.replace(str(root.folder), root.name)


def _is_unused(library: Root, error: WellspringError, before: Collection[Path]) -> bool:
    """Tell whether nothing was ever added to the library, or all of it was deleted."""
    never = error.code == Problem.MISSING_FOLDER and library.folder not in before
    return never or error.code == Problem.EMPTY_FOLDER

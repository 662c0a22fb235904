"""Find the files of a folder: which are articles, are ignored, have changed since last read."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pathspec

from index.problems import Problem
from index.reading.formats import SUFFIXES
from index.reading.walking import Counts, is_passed_over, walk
from index.types import WellspringError
from index.unread import Unread, kind_of

IGNORE_FILE = ".wellspringignore"
# A file touched less than two seconds ago may change again within one tick of its clock.
_SETTLED_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is read of a folder.

    `ignore` are patterns as in `.gitignore`, `max_bytes` bounds a file (of .jsonl, a line).
    """

    ignore: tuple[str, ...] = ()
    max_bytes: int = 20_000_000


DEFAULTS = ReadOptions()


@dataclass(frozen=True, slots=True)
class Listing:
    """The article files of a folder in a stable order.

    `unread` are the other files, and links that cannot be followed, each with its reason.
    """

    files: list[Path]
    unread: dict[Path, Unread] = field(default_factory=dict)


def list_folder(
    folder: Path, options: ReadOptions = DEFAULTS, beside: Iterable[Path] = ()
) -> Listing:
    """Find the article files of a folder, recursively, without hidden and ignored ones.

    Folders `beside` it are left out where they lie in it. Raises `WellspringError` when the folder
    is missing, not a folder, unreadable, or holds no article.
    """
    listing = Listing([])
    try:
        _check(folder)
        for path, reason in walk(folder, _counting(_ignored(folder, options)), beside):
            if reason is None and path.suffix.lower() in SUFFIXES:
                listing.files.append(path)
            else:
                listing.unread[path] = reason or kind_of(path.suffix)
    except OSError as error:
        place = error.filename or folder
        message = (
            f"The folder {place} may not be read. Allow it (chmod u+rx) and try again."
            if isinstance(error, PermissionError)
            else f"The folder {place} cannot be read ({error.strerror})."
        )
        raise WellspringError(Problem.UNREADABLE_FOLDER, message) from error
    if not listing.files:
        raise WellspringError(
            Problem.EMPTY_FOLDER,
            f"The folder {str(folder)!r} holds no article ({', '.join(SUFFIXES)}). "
            "Put your articles there and try again.",
        )
    listing.files.sort()
    return listing


def _check(folder: Path) -> None:
    """Raise `WellspringError` for what is no folder, or one whose name no index can keep."""
    if not folder.exists():
        raise WellspringError(
            Problem.MISSING_FOLDER,
            f"There is no folder {str(folder)!r}. Give the folder that holds your articles.",
        )
    if not folder.is_dir():
        raise WellspringError(
            Problem.NOT_A_FOLDER,
            f"{str(folder)!r} is not a folder. Give the folder that holds your articles.",
        )
    if _shown(str(folder.resolve())) != str(folder.resolve()):
        raise WellspringError(
            Problem.UNREADABLE_FOLDER,
            f"The name of the folder {_shown(str(folder))} is not UTF-8. Rename it and try again.",
        )


def _ignored(folder: Path, options: ReadOptions) -> pathspec.GitIgnoreSpec:
    own = folder / IGNORE_FILE
    lines = own.read_text("utf-8", errors="replace").splitlines() if own.is_file() else []
    try:
        return pathspec.GitIgnoreSpec.from_lines([*options.ignore, *lines])
    except ValueError as error:
        raise WellspringError(
            Problem.BAD_IGNORE,
            f"A pattern in {IGNORE_FILE} or WELLSPRING_IGNORE does not work: {error}.",
        ) from error


def _counting(ignored: pathspec.GitIgnoreSpec) -> Counts:
    """Return what tells whether a file or folder is neither passed over nor ignored."""

    def counts(below: Path, name: str) -> bool:
        """Look at a name in a folder; that of a folder ends with a slash."""
        place = f"{below.as_posix()}/{name}" if below.parts else name
        return not is_passed_over(name.rstrip("/")) and not ignored.match_file(place)

    return counts


def source_of(path: Path, folder: Path) -> str:
    """Name a file the way citations show it: the folder's name and the path below it."""
    return next(iter(by_source([path], folder.resolve().name, folder)))


def short_names(source: str) -> tuple[str, str]:
    """Return how people call a source: its file name, or its path in the folder."""
    return Path(source).name, source.split("/", 1)[-1]


def by_source(files: Iterable[Path], name: str, folder: Path) -> dict[str, Path]:
    """Map the files of a folder by what citations call them, which begins with its name."""
    return {f"{name}/{_shown(path.relative_to(folder).as_posix())}": path for path in files}


def _shown(name: str) -> str:
    """Return a name with bytes that are not UTF-8 as `\\xe9`: different names stay different."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def stamp_of(path: Path) -> str:
    """Return size and times of a file, which change when it changes.

    Empty while it is too fresh to tell, or cannot be seen.
    """
    try:
        stat = path.stat()
    except OSError:
        return ""
    if time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _SETTLED_NS:
        return ""
    return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}"

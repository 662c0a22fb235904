"""Walk a folder: its files, what links lead to, each folder once, and links that lead nowhere."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from index.unread import Unread

Counts = Callable[[Path, str], bool]  # the folder below the root, a name in it, "/" ends a folder

# Left by systems and programs beside the files of people.
_LEFT = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r"})


def is_passed_over(name: str) -> bool:
    """Tell whether a file or folder is hidden, a lock, a backup or left by the system."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _LEFT


def walk(
    root: Path, counts: Counts, beside: Iterable[Path] = ()
) -> Iterator[tuple[Path, Unread | None]]:
    """Yield each file below a folder, and each link that cannot be followed with its reason.

    Folders that links lead to come last and are read once, those inside `root` at their own place.
    What lies in one of the folders `beside` it is not yielded. An unreadable folder is an error, so
    that its articles are not taken for removed.
    """
    seen = {_identity(root), *_identities(beside)}
    links: list[Path] = []
    yield from _below(root, root, counts, seen, links)
    while links:
        link = links.pop(0)
        if root.resolve().is_relative_to(link.resolve()):
            yield link, Unread.LOOP
        elif _identity(link) not in seen:
            seen.add(_identity(link))
            yield from _below(link, root, counts, seen, links)


def _below(
    folder: Path, root: Path, counts: Counts, seen: set[tuple[int, int]], links: list[Path]
) -> Iterator[tuple[Path, Unread | None]]:
    """Yield what one real folder and those in it hold; add the links to folders to `links`."""
    for place, folders, files in os.walk(folder, onerror=_stop):
        here, below = Path(place), Path(place).relative_to(root)
        inner = [here / name for name in sorted(folders) if counts(below, f"{name}/")]
        links.extend(path for path in inner if path.is_symlink())
        real = [path for path in inner if not path.is_symlink() and _identity(path) not in seen]
        seen.update(map(_identity, real))
        folders[:] = [path.name for path in real]
        for name in files:
            if counts(below, name):
                yield here / name, _unread(here / name)


def _unread(path: Path) -> Unread | None:
    if path.is_file():
        return None
    return Unread.DEAD_LINK if path.is_symlink() else Unread.OTHER_KIND


def _stop(error: OSError) -> None:
    """Raise what `os.walk` would pass over."""
    raise error


def _identities(folders: Iterable[Path]) -> Iterator[tuple[int, int]]:
    for folder in folders:
        with suppress(OSError):  # it is not there, or may not be seen: nothing of it is met either
            yield _identity(folder)


def _identity(folder: Path) -> tuple[int, int]:
    stat = folder.stat()
    return stat.st_dev, stat.st_ino

"""Turn failures of the disk and of the index file into one sentence that names the fix."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER = (errno.EEXIST, errno.ENOTDIR)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise a `WellspringError` in place of what SQLite or the disk says of the file `path`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _of_database(error, path) from error
    except OSError as error:
        if error.errno in _FULL:
            raise _full(path) from error
        if error.errno in _FORBIDDEN:
            raise _forbidden(path) from error
        if error.errno in _NO_FOLDER:
            raise _no_folder(path) from error
        raise


def _of_database(error: sqlite3.DatabaseError, path: Path) -> WellspringError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return _full(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return _forbidden(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return WellspringError(
            Problem.INDEX_BUSY,
            f"Another process is using {path}. Wait until it ends, then try again.",
        )
    return WellspringError(
        Problem.DAMAGED_INDEX,
        f"The index file {path} cannot be read ({error}). "
        "Delete it and run `wellspring index FOLDER`; your articles are untouched.",
    )


def _full(path: Path) -> WellspringError:
    return WellspringError(
        Problem.DISK_FULL,
        f"The disk of {path.parent} is full or fails; the index is as it was. "
        "Make room on it, or set WELLSPRING_DATA_DIR.",
    )


def _forbidden(path: Path) -> WellspringError:
    return WellspringError(
        Problem.NOT_WRITABLE,
        f"The index in {path.parent} may not be written. "
        "Allow it (chmod u+rwx), or set WELLSPRING_DATA_DIR to another folder.",
    )


def _no_folder(path: Path) -> WellspringError:
    return WellspringError(
        Problem.NOT_A_FOLDER,
        f"{str(path.parent)!r} is not a folder. Set WELLSPRING_DATA_DIR to a folder for the index.",
    )

"""A change to files of the articles folder that can be taken back.

What stood there is set aside, not copied, so that needs no room.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from index.problems import Problem
from index.types import WellspringError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(slots=True)
class Change:
    """The files changed inside a `with`, each with what stood there, set aside, or None.

    An error takes all of it back.
    """

    before: dict[Path, Path | None] = field(default_factory=dict)

    def __enter__(self) -> "Change":
        """Begin."""
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Keep the change, or take it back after an error."""
        if error:
            self.take_back(list(self.before))
        for aside in self.before.values():
            if aside:
                aside.unlink(missing_ok=True)

    def write(self, path: Path, raw: bytes) -> None:
        """Write a file so that nobody sees half of it.

        Raises `WellspringError` when the disk is full or forbids it.
        """
        partial = _hidden(path)
        with told(path.parent):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                partial.write_bytes(raw)
                self._set_aside(path)
                os.replace(partial, path)
            finally:
                partial.unlink(missing_ok=True)

    def remove(self, path: Path) -> None:
        """Remove a file; raises `WellspringError` when the disk forbids it."""
        with told(path.parent):
            self._set_aside(path)
            path.unlink(missing_ok=True)

    def take_back(self, paths: list[Path]) -> None:
        """Put back what stood at these paths."""
        for path in paths:
            aside = self.before.pop(path)
            if aside:
                os.replace(aside, path)
            else:
                path.unlink(missing_ok=True)

    def _set_aside(self, path: Path) -> None:
        """Keep a file under a second name, or where the disk knows no hard links, another one."""
        if path in self.before:  # what stood there first is what comes back
            return
        if not os.path.lexists(path):
            self.before[path] = None
            return
        aside = _hidden(path)
        try:
            os.link(path, aside, follow_symlinks=False)
        except (OSError, NotImplementedError):
            path.rename(aside)
        self.before[path] = aside


def _hidden(path: Path) -> Path:
    """Return a new name beside a file; hidden files are not indexed."""
    return path.with_name(f".{secrets.token_hex(8)}.wellspring")


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Raise a `WellspringError` in place of an error of the disk that holds a folder."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = (
                f"The disk of {folder} is full; nothing was changed. "
                "Make room on it, then try again."
            )
            raise WellspringError(Problem.DISK_FULL, message) from error
        message = (
            f"Files in {folder} cannot be changed ({error.strerror or error}); all is as it was. "
            "Allow it (chmod u+rwx), then try again."
        )
        raise WellspringError(Problem.NOT_WRITABLE, message) from error

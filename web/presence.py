"""The note in a data folder of the server that runs over it, so that commands ask that server.

A note whose server was killed stays; it is known by its process, which is gone.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

from qa.settings import Settings

NOTE = "server.json"
_DECIDING = ("embedder", "generator", "runtime", "min_confidence")  # what the answers depend on
_APART = 2.0  # seconds by which a clock may be set while a server runs


@dataclass(frozen=True, slots=True)
class Presence:
    """A server: its address, its process with the time that began, and what its answers depend on.

    Another process may get its number later, but no earlier beginning.
    """

    address: str
    pid: int
    since: float
    answers_by: dict[str, object]

    def differing(self, settings: Settings) -> list[str]:
        """Return by what these settings would give other answers."""
        wanted = _answers_by(settings)
        return [name for name, value in wanted.items() if self.answers_by.get(name) != value]


@contextmanager
def noted(settings: Settings, address: str) -> Iterator[None]:
    """Note this process in its data folder while it serves; where that cannot be, go on without."""
    me = psutil.Process()
    mine = Presence(address, me.pid, me.create_time(), _answers_by(settings))
    note = settings.data_dir / NOTE
    with suppress(OSError):
        partial = note.with_name(f"{NOTE}.{me.pid}")
        partial.write_text(json.dumps(asdict(mine)), "utf-8")
        os.replace(partial, note)
    try:
        yield
    finally:
        if (last := _read(note)) and last.pid == me.pid:  # no other server began since
            note.unlink(missing_ok=True)


def present(data_dir: Path) -> Presence | None:
    """Return the server that runs over a data folder; None where there is none."""
    found = _read(data_dir / NOTE)
    try:
        began = psutil.Process(found.pid).create_time() if found else 0.0
    except psutil.Error:
        return None
    return found if found and abs(began - found.since) < _APART else None


def _read(note: Path) -> Presence | None:
    try:
        return Presence(**json.loads(note.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _answers_by(settings: Settings) -> dict[str, object]:
    """Return the version and the settings that answers depend on; folders by their whole path."""
    by = {"version": version("wellspring-qa")}
    return by | {name: _whole(getattr(settings, name)) for name in _DECIDING}


def _whole(value: object) -> object:
    folder = Path(value) if isinstance(value, str) else None
    return str(folder.resolve()) if folder and folder.is_dir() else value

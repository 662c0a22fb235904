"""Deleted articles, which can be brought back for a week."""

import json
import re
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from web.library.changes import told

KEPT_FOR = 7 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Deleted:
    """The files of deleted articles in a folder, each under the word that brings it back."""

    folder: Path

    def keep(self, path: Path, source: str) -> str:
        """Copy the file of a source here; returns the word that brings it back.

        Raises `WellspringError` when the disk is full or forbids it; then nothing is kept.
        """
        undo = secrets.token_urlsafe(12)
        place = self.folder / undo
        try:
            with told(self.folder):
                place.mkdir(parents=True)
                (place / "source.json").write_text(json.dumps(source), "utf-8")
                shutil.copy2(path, place / "file")
        except BaseException:
            self.drop(undo)
            raise
        return undo

    def find(self, undo: str) -> tuple[str, bytes]:
        """Return the source that a word brings back, and its file; raises `WellspringError`."""
        place = self.folder / undo
        if not re.fullmatch(r"[\w-]{1,40}", undo) or not (place / "file").is_file():
            raise WellspringError(
                Problem.UNKNOWN_UNDO,
                "There is nothing to bring back: it was done already, or the week for it is over.",
            )
        source: str = json.loads((place / "source.json").read_text("utf-8"))
        return source, (place / "file").read_bytes()

    def drop(self, undo: str) -> None:
        """Keep a deleted article no longer."""
        shutil.rmtree(self.folder / undo, ignore_errors=True)

    def drop_old(self) -> None:
        """Keep those no longer whose week is over."""
        for place in self.folder.glob("*"):
            if time.time() - place.stat().st_mtime > KEPT_FOR:
                self.drop(place.name)

"""What the last eval said of being stricter: how right answers are above each confidence.

`wellspring eval` writes it into the data folder, the settings page shows it.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

MEASURED_FILE = "measured.json"  # in the data folder


@dataclass(frozen=True, slots=True)
class Strictness:
    """What comes of declining below a confidence, in shares from 0 to 1.

    `right` is the share of the answerable questions that are answered rightly, `error` that of all
    answers that are wrong.
    """

    min_confidence: float
    right: float
    error: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One eval: its questions, when they were asked, and what each confidence would have done."""

    questions: str
    asked: int
    date: str
    outcomes: list[Strictness]

    def at(self, min_confidence: float) -> Strictness:
        """Return what was measured at a confidence, or the nearest below it."""
        below = [one for one in self.outcomes if one.min_confidence <= min_confidence + 1e-9]
        return max(below or self.outcomes, key=lambda one: one.min_confidence)


def keep(measured: Measured, data_dir: Path) -> None:
    """Write it in place of what was there, at once or not at all."""
    file = data_dir / MEASURED_FILE
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps(asdict(measured)), "utf-8")
    os.replace(partial, file)


def last_measured(data_dir: Path) -> Measured | None:
    """Return the last one, None where there is none that can be read."""
    try:
        measured = TypeAdapter(Measured).validate_json((data_dir / MEASURED_FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return measured if measured.outcomes else None

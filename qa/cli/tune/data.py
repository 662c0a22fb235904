"""The records that the `wellspring tune` commands train on, and the bar of a training."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import progress_bar, wellspring

if TYPE_CHECKING:
    from qa.tuning.data.records import Record

T = TypeVar("T")
CHECKED = 300  # records that a result is scored on


def records_of(files: list[Path]) -> "list[Record]":
    """Read all files; lines without passages get theirs from the current index."""
    from qa.tuning.data.own import as_record
    from qa.tuning.data.records import read_records

    if missing := [str(file) for file in files if not file.is_file()]:
        told = f"There is no file {missing[0]!r}. Give files of question records."
        raise WellspringError(Problem.MISSING_DATA, told)
    well = wellspring()  # its index is opened at the first line that needs it
    return read_records(files, lambda line: as_record(line, well.index))


def sample_of(files: list[Path] | None) -> "list[Record]":
    """Draw records to check on, the same ones each time."""
    return drawn(records_of(files) if files else [], CHECKED)


def drawn(items: Sequence[T], most: int) -> list[T]:
    """Draw some of the items at random, the same ones each time."""
    return random.Random(0).sample(items, min(most, len(items)))  # noqa: S311 - no secret


@contextmanager
def training_bar() -> Iterator[Callable[[int, int, float], None]]:
    """Show how far a training is: steps and loss."""
    with progress_bar() as bar:
        task = bar.add_task("Training", total=None)

        def tick(step: int, steps: int, loss: float) -> None:
            """Move the bar to a step."""
            told = f"Training, loss {loss:.2f}"
            bar.update(task, completed=step, total=steps, description=told)

        yield tick

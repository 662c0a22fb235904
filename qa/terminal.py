"""The terminal: where output goes, and progress bars."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from qa.settings import load_settings
from qa.wiring import Wellspring

out = Console(highlight=False, markup=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress on a terminal's standard error; stay silent elsewhere."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        yield bar


def wellspring() -> Wellspring:
    """Read the settings and return the parts they name; slow steps are told on standard error."""
    return Wellspring(load_settings(), note=lambda text: err.print(f"{text} …"))

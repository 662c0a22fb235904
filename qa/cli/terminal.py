"""The terminal: where output goes, progress bars, and what an error looks like."""

import json
import logging
import os
import sqlite3
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from index.types import WellspringError

if TYPE_CHECKING:
    from qa.wiring import Wellspring

out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def quiet_libraries() -> None:
    """Keep bars, warnings and logs of libraries off the terminal; our own log goes on."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TQDM_DISABLE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.lastResort = logging.NullHandler()
    logging.getLogger("wellspring").addHandler(logging.StreamHandler())


def print_json(value: object) -> None:
    """Print for programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def progress_bar(*, of_bytes: bool = False) -> Iterator[Progress]:
    """Show progress on a terminal's standard error; stay silent elsewhere."""
    count = DownloadColumn() if of_bytes else MofNCompleteColumn()
    columns = TextColumn("{task.description}"), BarColumn(), count, TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        yield bar


def ticking(bar: Progress, first: str) -> Callable[[str, int, int], None]:
    """Show on a bar what is done, how much of it and of how much; `first` until that is told."""
    task = bar.add_task(first, total=None)
    return lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


def wellspring() -> "Wellspring":
    """Read the settings and return the parts they name; slow steps are told on standard error."""
    from qa.settings import load_settings
    from qa.wiring import Wellspring

    return Wellspring(load_settings(), note=lambda text: err.print(text))


def run(command: Callable[[], object]) -> NoReturn:
    """Run a command and exit; an expected error is one sentence on standard error and code 1."""
    cure = "See that the place exists, can be written and has room, then try again."
    try:
        command()
    except WellspringError as error:
        err.print(error.message)
        sys.exit(1)
    except (OSError, sqlite3.Error) as error:
        err.print(f"{error}. {cure}")
        sys.exit(1)
    sys.exit(0)

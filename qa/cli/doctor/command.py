"""`wellspring doctor`: look at all that answering needs, and say how to mend what is amiss."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from index.types import WellspringError
from qa.cli.terminal import out, wellspring

if TYPE_CHECKING:
    from qa.wiring import Wellspring

PROVE = Annotated[
    bool,
    typer.Option("--prove-offline", help="Answer a question while every connection is refused."),
]


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is well, and what to know or do."""

    name: str
    well: bool
    said: str


def doctor(prove_offline: PROVE = False) -> None:
    """Check models, index, versions, port and memory; every fault comes with what mends it.

    Example: `wellspring doctor --prove-offline`
    """
    from qa.cli.doctor.machine import disk, memory, port, versions
    from qa.cli.doctor.parts import conversations, index, model_server, models, offline
    from qa.writing.served.address import is_served

    well = wellspring()
    looks = [versions, models, index, conversations, port, memory, disk]
    looks += [model_server] if is_served(well.settings.generator) else []
    looks += [offline] if prove_offline else []
    checks = [checked(look.__name__, look, well) for look in looks]
    for check in checks:
        out.print(f"{'ok  ' if check.well else 'FAIL'}  {check.name:14} {check.said}")
    if not all(check.well for check in checks):
        raise typer.Exit(1)


def checked(name: str, look: Callable[["Wellspring"], str], well: "Wellspring") -> Check:
    """Look at one thing; an expected error is a fault that was found."""
    try:
        return Check(name, True, look(well))
    except WellspringError as error:
        return Check(name, False, error.message)
    except (OSError, sqlite3.Error) as error:
        cure = "See that the place exists, can be written and has room."
        return Check(name, False, f"{error}. {cure}")

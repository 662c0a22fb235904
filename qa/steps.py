"""What is told of an answer while it is made."""

from dataclasses import dataclass
from enum import StrEnum

from index.types import Hit
from qa.types import Evidence


class Elsewhere(str):
    """A piece of an answer that says nothing: a model elsewhere is waited for, none works here."""


ELSEWHERE = Elsewhere()


class Doing(StrEnum):
    """What is done for an answer before it is there, in this order."""

    WAITING = "waiting"  # in line
    SEARCHING = "searching"
    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done for an answer.

    `hits` were found and are read; `short` answers already, and stands in `evidence`.
    """

    doing: Doing
    hits: tuple[Hit, ...] = ()
    short: str = ""
    evidence: Evidence | None = None

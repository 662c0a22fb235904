"""What is to be written, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.question.forms import Asked
from qa.types import NOBODY, Found, Statement, Writing


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be written: the answer to a question, as it stands on its own.

    `found` is the evidence, best first, `quoted` what is said where nothing may be written, and
    `chosen` what of the evidence that quotes.
    """

    question: str
    asked: Asked
    found: Sequence[Found]
    chosen: Sequence[Found]
    quoted: list[Statement]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said, and who wrote it. `listed`: each statement stands on a line of its own."""

    statements: list[Statement]
    writing: Writing = NOBODY
    listed: bool = False

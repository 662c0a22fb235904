"""The nouns of measuring: known questions, rows, results."""

from dataclasses import dataclass, field

from qa.types import Turn

# Kinds of questions that are met in words of their own, not from the articles.
SPOKEN = ("small-talk", "other-language")


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence that holds the answer, and the file name of its article."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One known question with its accepted answers and its evidence.

    `answers` has one entry for each item that a right answer holds, each a tuple of accepted
    wordings. `asks` is the kind that its words tell, where that is not `kind`.
    """

    id: str
    question: str
    kind: str
    split: str
    answerable: bool
    answers: tuple[tuple[str, ...], ...]
    evidence: tuple[Gold, ...]
    history: tuple[Turn, ...] = ()
    family: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What one question got. Shares are from 0 to 1.

    `exact` and `f1` compare the short answer, where the answer names one, else its whole text.
    `items` is the share of the answer's items found, `cited` the share of the gold sentences
    quoted, `precise` the share of the quotes that are gold. `gold_ranks` has for each gold sentence
    the rank (from 1) of the first of the ten best passages that holds it, or None. `fault` names
    the stage that failed: retrieval, evidence, generation, wrong decline or wrong answer; "" for
    none. `held_back` says of a declined answerable question whether the answer that was not shown
    is right, or None where nobody knows.
    """

    id: str
    kind: str
    split: str
    question: str
    answerable: bool
    answered: bool
    right: bool
    answer: str
    answers: tuple[tuple[str, ...], ...]
    confidence: float
    items: float
    exact: float
    f1: float
    cited: float
    precise: float
    unsupported: tuple[str, ...]
    quotes: tuple[str, ...]
    gold: tuple[str, ...]
    gold_ranks: tuple[int | None, ...]
    fault: str
    timings_ms: dict[str, int]
    held_back: bool | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measured share or mean with its bootstrap 95 % interval, over `n` questions."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Result:
    """One eval run: what was measured, how it was made (`about`), and every row."""

    about: dict[str, object]
    summary: dict[str, Estimate]
    rows: tuple[Row, ...] = field(default=())

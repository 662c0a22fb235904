"""The known questions: one JSON object a line, checked when loaded.

Fields of a line:
  id          unique in its file
  question    as a user types it
  history     earlier turns: [{"question", "answer"}, ...], [] for most
  kind        one of KINDS
  asks        optional: the kind that its words tell, where that is another one (a count of
              things in one article reads like any fact)
  family      shared by questions that ask for the same fact
  split       "dev" (thresholds are chosen on it) or "test" (never used for that)
  answerable  false for the kinds in UNANSWERABLE
  answers     the items that a right answer holds, each a list of accepted wordings; the first of a
              yes-no question is the verdict
  evidence    [{"article": file name, "text": sentence as stored}, ...]
  reviewed    optional: false for a drafted question that nobody has read yet
  note        optional: to the person who reviews it
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.types import SPOKEN, Gold, Question
from index.problems import Problem
from index.types import WellspringError
from qa.types import Turn

FOLDER = Path(__file__).parent
SEED_QUESTIONS = FOLDER / "seeds.jsonl"
UNANSWERABLE = ("near-miss", "off-topic", *SPOKEN)
KINDS = (
    *("number", "date", "name", "place", "product", "list", "comparison", "why", "how"),
    *("follow-up", "paraphrase", "typo", "keyword", "yes-no", "definition", "count"),
    *("summary", "collection", "article-data", *UNANSWERABLE),
)


class _Turn(BaseModel):
    question: str
    answer: str


class _Gold(BaseModel):
    article: str
    text: str


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    id: str
    question: str
    history: list[_Turn] = []
    kind: str
    family: str = ""
    split: str
    answerable: bool
    answers: list[list[str]]
    evidence: list[_Gold]
    reviewed: bool = True
    note: str = ""
    asks: str = ""  # the kind that its words tell, where that is another one
    answer: str = ""  # a direct sentence, to tune a generator on


def load_questions(
    path: Path, *, kind: str | None = None, split: str | None = None, limit: int | None = None
) -> list[Question]:
    """Return the questions of a file, filtered, or a fixed random sample of `limit` of these.

    Raises `WellspringError` naming file and line for a line that does not fit; nothing is skipped.
    """
    if kind is not None and kind not in KINDS:
        raise WellspringError(
            Problem.UNKNOWN_KIND, f"There is no kind {kind!r}. The kinds are {', '.join(KINDS)}."
        )
    if split not in (None, "dev", "test"):
        raise WellspringError(
            Problem.UNKNOWN_SPLIT, f"There is no split {split!r}. The splits are dev and test."
        )
    questions = list(_read(path))
    chosen = [q for q in questions if kind in (None, q.kind) and split in (None, q.split)]
    if limit is not None and limit < len(chosen):
        drawn = sorted(random.Random(0).sample(range(len(chosen)), limit))  # noqa: S311
        chosen = [chosen[n] for n in drawn]
    if not chosen:
        raise WellspringError(
            Problem.NO_QUESTIONS,
            f"{path} has no such question. Ask for another kind or split, or add one.",
        )
    return chosen


def line_of(path: Path, question_id: str) -> int:
    """Return the number of the line of a question file that has a question."""
    return next(
        number
        for number, line in enumerate(_lines(path), 1)
        if line.strip() and json.loads(line)["id"] == question_id
    )


def _lines(path: Path) -> list[str]:
    # Not `splitlines`: a text may have U+2028 and its like, which JSON leaves as they are.
    return path.read_text("utf-8").split("\n")


def _read(path: Path) -> Iterator[Question]:
    try:
        lines = _lines(path)
    except (OSError, UnicodeDecodeError) as error:
        raise WellspringError(
            Problem.UNREADABLE_QUESTIONS,
            f"The question file {path} cannot be read ({error}). Give a JSONL file in UTF-8.",
        ) from error
    seen: dict[str, int] = {}
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        place = f"{path}:{number}"
        question = _parse(text, place)
        if question.id in seen:
            problem = f"the id {question.id!r} stands in line {seen[question.id]} already"
            raise WellspringError(Problem.BAD_QUESTION, f"{place}: {problem}.")
        seen[question.id] = number
        yield question


def _parse(text: str, place: str) -> Question:
    try:
        line = _Line.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise WellspringError(
            Problem.BAD_QUESTION, f"{place}: this line is not JSON ({error.msg})."
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise WellspringError(
            Problem.BAD_QUESTION, f"{place}: `{'.'.join(map(str, first['loc']))}`: {first['msg']}."
        ) from error
    _check(line, place)
    return Question(
        id=line.id,
        question=line.question,
        kind=line.kind,
        split=line.split,
        answerable=line.answerable,
        answers=tuple(tuple(item) for item in line.answers),
        evidence=tuple(Gold(gold.article, gold.text) for gold in line.evidence),
        history=tuple(Turn(turn.question, turn.answer) for turn in line.history),
        family=line.family or line.id,
        asks=line.asks,
    )


def _check(line: _Line, place: str) -> None:
    problems = {
        f"there is no kind {line.kind!r}; the kinds are {', '.join(KINDS)}": line.kind not in KINDS,
        f"there is no split {line.split!r}; the splits are dev and test": line.split
        not in ("dev", "test"),
        "an answerable question needs answers and evidence": line.answerable
        and not (line.answers and all(line.answers) and line.evidence),
        "an unanswerable question has no answers and no evidence": not line.answerable
        and bool(line.answers or line.evidence),
        "the kind and `answerable` contradict each other": line.answerable
        == (line.kind in UNANSWERABLE),
    }
    for problem, holds in problems.items():
        if holds:
            raise WellspringError(Problem.BAD_QUESTION, f"{place}: {problem}.")

"""Ask the questions and keep one row for each."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.metrics import is_right, quotes_evidence, unsupported_numbers
from eval.questions import Question
from qa.answerer import Answerer
from qa.types import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """What one question got. `cited` and `retrieved` are shares of its gold sentences (0 to 1)."""

    id: str
    kind: str
    split: str
    question: str
    answerable: bool
    answered: bool
    right: bool
    answer: str
    confidence: float
    cited: float
    retrieved: float
    unsupported: tuple[str, ...]
    quotes: tuple[str, ...]
    timings_ms: dict[str, int]


def run(answerer: Answerer, questions: Iterable[Question]) -> list[Row]:
    """Ask every question through the same `Answerer` as everyone and return its row."""
    return [judge(question, answerer.ask(question.question, question.history)) for question in questions]


def judge(question: Question, answer: Answer) -> Row:
    """Compare an answer with what is known of its question."""
    quotes = tuple(citation.evidence.text for citation in answer.citations)
    gold = [item.text for item in question.evidence]
    return Row(
        id=question.id,
        kind=question.kind,
        split=question.split,
        question=question.question,
        answerable=question.answerable,
        answered=answer.answered,
        right=question.answerable and answer.answered and is_right(answer.text, question.answers, question.kind),
        answer=answer.text,
        confidence=answer.confidence,
        cited=quotes_evidence(quotes, gold) if gold else 0.0,
        retrieved=quotes_evidence([hit.passage.text for hit in answer.hits], gold) if gold else 0.0,
        unsupported=tuple(sorted(unsupported_numbers(answer.text, quotes))) if answer.answered else (),
        quotes=quotes,
        timings_ms=answer.timings_ms,
    )


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Write one JSON line for each row."""
    path.write_text("".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows), "utf-8")

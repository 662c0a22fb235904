"""Measure how the kinds of questions are told: shares by kind, and what is taken for what.

    python -m eval.bench.questions.kinds --split test

Over the questions about our folders that stand by themselves. A label is what the words of a
question tell: one that takes two facts, but reads like one of a fact, counts as a fact.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from eval.questions.known import FOLDER, load_questions
from eval.questions.sets import SETS
from eval.reporting.markdown import table
from eval.types import Question
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.question.kinds import Kind

FACTS = ("number", "date", "name", "place", "product", "keyword", "typo", "paraphrase")

Told = tuple[Kind, Kind]  # what it is, and what it was taken for


def main(
    split: Annotated[str | None, typer.Option(help="Only this split: dev or test.")] = None,
) -> None:
    """Print both tables."""
    kinds = wellspring().kinds
    asked = [
        (question, kind)
        for name in SETS
        for question in load_questions(FOLDER / f"{name}.jsonl", split=split)
        if not question.history and (kind := label_of(question))
    ]
    with progress_bar() as bar:
        told = [
            (kind, kinds.kind_of(question.question))
            for question, kind in bar.track(asked, description="Telling kinds")
        ]
    out.print(table(shares(told)))
    out.print(table(confusion(told)))


def label_of(question: Question) -> Kind | None:
    """Return the kind that a question's words tell; None for what is no kind (a near miss)."""
    kind = question.asks or ("fact" if question.kind in FACTS else question.kind)
    return Kind(kind) if kind in list(Kind) else None


def shares(told: Sequence[Told]) -> list[dict[str, object]]:
    """Return for each kind, and for all, how many there are and the share that is told right."""
    rows = [_share(str(kind), [one for one in told if one[0] is kind]) for kind in Kind]
    return [row for row in [*rows, _share("all", told)] if row["questions"]]


def _share(name: str, told: Iterable[Told]) -> dict[str, object]:
    right = [is_ is taken for is_, taken in told]
    share = sum(right) / len(right) if right else 0.0
    return {"kind": name, "questions": len(right), "told right": share}


def confusion(told: Iterable[Told]) -> list[dict[str, object]]:
    """Return what is taken for something else, most often first."""
    wrong = Counter((is_, taken) for is_, taken in told if is_ is not taken)
    return [
        {"is": str(is_), "taken for": str(taken), "times": times}
        for (is_, taken), times in wrong.most_common()
    ]


if __name__ == "__main__":
    run(lambda: typer.run(main))

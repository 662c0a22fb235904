"""Count how many written answers, right and wrong ones, would be shown.

    python -m eval.bench.statements train/*.jsonl.gz

That is by the rules, by what proves them, and by both; over the records and the short texts
that have a written answer and whose title was kept apart from training
(`qa/tuning/data/answers.py`), 400 of each.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.reporting.markdown import table
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.drafting.drafts import PROVEN, Writer
from qa.tuning.data.answers import Answered, answered, answered_over
from qa.tuning.data.changes import mutants
from qa.tuning.data.records import read_records
from qa.tuning.data.statements import as_draft
from qa.types import Found

_MOST = 400  # answers of each kind of text


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement of a kind (right, wrong, changed), and how it is judged.

    `odds` are the log odds that its evidence says so.
    """

    kind: str
    breaks: bool
    odds: float


def main() -> None:
    """Print the share of each kind that each way of checking would show."""
    records = read_records([Path(name) for name in sys.argv[1:]])
    writer = wellspring().writer
    for told, pairs in (
        ("over records", answered(records)),
        ("over short texts, in words of the question", answered_over(records)),
    ):
        held_out = [pair for pair in pairs if pair.held_out and pair.gold]
        drawn = random.Random(0).sample(held_out, min(_MOST, len(held_out)))  # noqa: S311
        seen: list[Seen] = []
        with progress_bar() as bar:
            for pair in bar.track(drawn, description=f"Checking answers {told}"):
                seen.extend(look(pair, writer))
        out.print(f"Answers {told}")
        out.print(table([shown(seen, kind) for kind in ("right", "wrong", "changed")]))
        out.print(f"right against wrong and changed, AUC: {auc(seen):.3f}")


def shown(seen: Sequence[Seen], kind: str) -> dict[str, object]:
    """Return how many statements of a kind there are, and the share that each way would show."""
    keeps = np.array([not item.breaks for item in seen if item.kind == kind])
    proven = np.array([item.odds >= PROVEN for item in seen if item.kind == kind])
    ways = {"rules": keeps, "reader": proven, "both": keeps & proven}
    shares = {way: float(shares.mean()) for way, shares in ways.items()}
    return {"kind": kind, "statements": len(keeps), **shares}


def look(pair: Answered, writer: Writer) -> list[Seen]:
    """Check the right answer to a question, a wrong one if there is one, and one changed."""
    wrong = [("wrong", pair.wrong)] if pair.wrong else []
    found = [Found(item) for item in pair.evidence]
    said = [("right", pair.answer), *wrong, *_changed(pair)]
    drafts = [(kind, writer.looked_at(text, pair.question, found)) for kind, text in said]
    return [Seen(kind, not draft.support, draft.proof) for kind, draft in drafts]


def _changed(pair: Answered) -> Iterator[tuple[str, str]]:
    if made := [text for _, text in mutants(as_draft(pair))]:
        yield "changed", random.Random(pair.answer).choice(made)  # noqa: S311 - the same each time


def auc(seen: Sequence[Seen]) -> float:
    """Return the probability that a right statement has higher odds than another."""
    order = sorted(seen, key=lambda item: item.odds)
    ranks = [rank for rank, item in enumerate(order, 1) if item.kind == "right"]
    right, other = len(ranks), len(order) - len(ranks)
    return (sum(ranks) - right * (right + 1) / 2) / (right * other)


if __name__ == "__main__":
    run(main)

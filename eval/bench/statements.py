"""Count how many written answers, right and wrong ones, would be shown.

    python -m eval.bench.statements train/*.jsonl.gz

That is by the rules, by the large reader, and by both; over the records that have a written answer
and whose title was kept apart from training (`qa/tuning/data/answers.py`).
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.reporting.markdown import table
from qa.checking.checks import refusals
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.drafting import PROVEN
from qa.evidence.reader import Reader
from qa.text.windows import around
from qa.tuning.data.answers import Answered, answered
from qa.tuning.data.changes import mutants
from qa.tuning.data.records import read_records
from qa.tuning.data.statements import as_draft
from qa.types import Evidence


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
    pairs = [pair for pair in answered(records) if pair.held_out and pair.gold]
    reader = wellspring().readers.large
    seen: list[Seen] = []
    with progress_bar() as bar:
        for pair in bar.track(pairs, description="Checking answers"):
            seen.extend(look(pair, reader))
    out.print(table([shown(seen, kind) for kind in ("right", "wrong", "changed")]))
    out.print(f"right against wrong and changed, AUC: {auc(seen):.3f}")


def shown(seen: Sequence[Seen], kind: str) -> dict[str, object]:
    """Return how many statements of a kind there are, and the share that each way would show."""
    keeps = np.array([not item.breaks for item in seen if item.kind == kind])
    proven = np.array([item.odds >= PROVEN for item in seen if item.kind == kind])
    ways = {"rules": keeps, "reader": proven, "both": keeps & proven}
    shares = {way: float(shares.mean()) for way, shares in ways.items()}
    return {"kind": kind, "statements": len(keeps), **shares}


def look(pair: Answered, reader: Reader) -> list[Seen]:
    """Check the right answer to a question, a wrong one if there is one, and one changed."""
    wrong = [("wrong", pair.wrong)] if pair.wrong else []
    said = [("right", pair.answer), *wrong, *_changed(pair)]
    evidence = Evidence(" ".join(pair.sentences), "", pair.title, "", 0, 0, pair.text, 1.0)
    if len(pair.gold) > 1:
        text, spans, at = pair.text, pair.spans, None
    else:
        home = pair.spans[pair.gold[0]][0]
        window = around(pair.text, home)
        text, spans, at = window.text, window.spans, home - window.start
    asked = [(statement, pair.title, text) for _, statement in said]
    read = reader.read_each(asked, [spans] * len(said))
    found = []
    for (kind, statement), sentences in zip(said, read, strict=True):
        proofs = sentences
        if at is not None:
            proofs = [next((item for item in sentences if at < item.end), sentences[-1])]
        odds = float(np.logaddexp.reduce([sentence.odds for sentence in proofs]))
        found.append(Seen(kind, any(refusals(statement, [evidence], pair.question)), odds))
    return found


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

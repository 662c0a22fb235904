"""Measure the readers alone, as SQuAD 2.0 does: a paragraph is given, to answer from or not.

    python -m eval.bench.paragraphs squad_v2_dev.jsonl.gz --limit 600

The first passage of a record is its paragraph. Exact match and F1 are SQuAD's, over all questions,
over those that have an answer in the paragraph, and over those that have none. An answer is given
where its log odds are above `--bound`; the best bound for F1, which the published figures use, is
told too.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from eval.measuring.metrics import exact_match, token_f1
from eval.reporting.markdown import table
from index.types import Hit, Passage
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.evidence.readers import Readers
from qa.tuning.data.records import Record, read_records

_BOUNDS = np.arange(-6.0, 10.5, 0.5)


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest answer in a paragraph, its log odds, and the accepted wordings, () for none."""

    answer: str
    odds: float
    wordings: tuple[str, ...]


def main(
    file: Annotated[Path, typer.Argument(help="Question records with a paragraph each.")],
    limit: Annotated[int, typer.Option(min=1, help="A fixed random sample of this size.")] = 600,
    bound: Annotated[float, typer.Option(help="Log odds that an answer needs.")] = 0.0,
) -> None:
    """Print the figures at the bound and at the best one."""
    records = read_records([file])
    chosen = random.Random(0).sample(records, min(limit, len(records)))  # noqa: S311 - the same each time
    readers = wellspring().readers
    with progress_bar() as bar:
        read = [look(record, readers) for record in bar.track(chosen, description="Reading")]
    best = max(_BOUNDS, key=lambda b: figures(read, b)["F1"])
    out.print(table([{"bound": b, **figures(read, b)} for b in (bound, float(best))]))


def look(record: Record, readers: Readers) -> Reading:
    """Read the paragraph of a record."""
    title, text = record["passages"][0]["title"], record["passages"][0]["text"]
    paragraph = Passage(0, "", title, "", text, 0, len(text), 0)
    found = readers.rank(record["question"], [Hit(paragraph, 1.0)])
    best = max(found, key=lambda item: item.answer_odds)
    wordings = tuple(record["answers"]) if record.get("answerable", True) else ()
    return Reading(best.answer, best.answer_odds, wordings)


def figures(read: Sequence[Reading], bound: float) -> dict[str, float]:
    """Return SQuAD's figures (0 to 100) where an answer needs log odds above a bound."""
    scored = [(*_score(item, item.odds > bound), bool(item.wordings)) for item in read]
    parts = {
        "": scored,
        "HasAns ": [s for s in scored if s[2]],
        "NoAns ": [s for s in scored if not s[2]],
    }
    told: dict[str, float] = {}
    for name, part in parts.items():
        told[f"{name}EM"] = 100 * float(np.mean([exact for exact, _, _ in part]))
        told[f"{name}F1"] = 100 * float(np.mean([f1 for _, f1, _ in part]))
    return told


def _score(item: Reading, answers: bool) -> tuple[float, float]:
    if not item.wordings or not answers:
        right = float(answers == bool(item.wordings))
        return right, right
    return exact_match(item.answer, item.wordings), token_f1(item.answer, item.wordings)


if __name__ == "__main__":
    run(lambda: typer.run(main))

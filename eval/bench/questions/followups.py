"""Measure how follow-ups are made to stand alone: left as they are, or by the rules in use.

    python -m eval.bench.questions.followups rewrite_canard_test.jsonl.gz --limit 300
    python -m eval.bench.questions.followups seeds almanac quac_val1000.jsonl.gz

Files of rewrites tell how they would be put in full by hand: measured is the share of the
meaningful words of that which the standalone question has (recall), and of its own which stand
there (precision). For question sets it is the share of follow-ups whose gold sentence is read from
the passages found, as the first or within the first five.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from eval.measuring.circumstances import circumstances
from eval.measuring.metrics import quoted_share
from eval.questions.formats.detect import recognise
from eval.questions.sets import NAMED, Choice, EvalSet, open_set
from eval.reporting.markdown import table
from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.evidence.selection import MAX_EVIDENCE, hits_to_read
from qa.question.followups import standalone_question
from qa.text.words import content_words
from qa.tuning.data.records import Record, read_lines, turns_of
from qa.types import Turn
from qa.wiring import Wellspring

Way = Callable[[str, Sequence[Turn]], str]


def main(
    sets: Annotated[
        list[str] | None,
        typer.Argument(help="Rewrites (rewrite_*), question files, or the names of folders."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most this many questions a set.")
    ] = None,
    split: Annotated[str | None, typer.Option(help="Of our folders only this split.")] = None,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Print the figures of each way for each set."""
    well = wellspring()
    ways: dict[str, Way] = {"as it is": lambda question, _: question, "rules": standalone_question}
    choice = Choice("follow-up", split, limit)
    shared: list[dict[str, object]] = []
    found: list[dict[str, object]] = []
    for name in sets or list(NAMED):
        if name not in NAMED and recognise(Path(name)) == "rewrites":
            shared += _words_shared(Path(name), ways, limit)
        else:
            chosen = open_set(
                well, name, None, choice if name in NAMED else Choice(limit=limit), lambda *_: None
            )
            found += _gold_found(well, chosen, ways)
    for measured in filter(None, (shared, found)):
        out.print(table(measured))
    if to:
        told = {**circumstances(), "words_shared": shared, "gold_found": found}
        to.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def read_rewrites(file: Path) -> list[Record]:
    """Return the rewrite records of a file; raises `WellspringError` naming a line that is none."""
    records = []
    for number, line in enumerate(read_lines(file), 1):
        try:
            record = json.loads(line)
            needed = {key: record[key] for key in ("history", "question", "rewrite")}
            records.append({**record, **needed})
        except (ValueError, KeyError, TypeError) as error:
            problem = f"{file}:{number} is no rewrite record ({error!r})."
            raise WellspringError(
                Problem.BAD_RECORD, f"{problem} It needs history, question and rewrite."
            ) from error
    return records


def _words_shared(file: Path, ways: dict[str, Way], limit: int | None) -> list[dict[str, object]]:
    """Compare with rewrites by hand; every nth record where there are more than `limit`."""
    records = [
        record
        for record in read_rewrites(file)
        if record["history"] and not record.get("needs_title")
    ]
    if not records:
        raise WellspringError(
            Problem.NO_QUESTIONS, f"{file} has no rewrite with a history. Give another file."
        )
    records = records[:: max(1, len(records) // (limit or len(records)))][:limit]
    shares: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    with progress_bar() as bar:
        for record in bar.track(records, description=f"Rewriting {file.name}"):
            gold = content_words(record["rewrite"])
            for way, make in ways.items():
                said = content_words(make(record["question"], turns_of(record["history"])))
                shared = len(gold & said)
                shares[way].append((shared / max(1, len(gold)), shared / max(1, len(said))))
    means = {way: np.mean(rows, axis=0) for way, rows in shares.items()}
    told = {"set": file.name, "questions": len(records)}
    return [
        {**told, "way": way, "recall": float(recall), "precision": float(precision)}
        for way, (recall, precision) in means.items()
    ]


def _gold_found(well: Wellspring, chosen: EvalSet, ways: dict[str, Way]) -> list[dict[str, object]]:
    """Look for the gold sentences of follow-ups."""
    asked = [
        question
        for question in chosen.questions
        if question.answerable and question.history and question.evidence
    ]
    if not asked:
        raise WellspringError(
            Problem.NO_QUESTIONS,
            f"{chosen.name} has no follow-up with known evidence. Give another set.",
        )
    rows = []
    for way, make in ways.items():
        first = five = 0
        for question in asked:
            standalone = make(question.question, question.history)
            hits = hits_to_read(chosen.index, standalone)
            ranked = well.readers.rank(standalone, hits)[:MAX_EVIDENCE]
            read = [item.evidence.text for item in ranked]
            gold = [item.text for item in question.evidence]
            first += quoted_share(read[:1], gold) > 0
            five += quoted_share(read, gold) > 0
        told = {"set": chosen.name, "questions": len(asked), "way": way}
        rows.append({**told, "first": first / len(asked), "among five": five / len(asked)})
    return rows


if __name__ == "__main__":
    run(lambda: typer.run(main))

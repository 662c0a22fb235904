"""Change a right draft in the ways in which a language model errs."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qa.tuning.data.changing.dates import dates
from qa.tuning.data.changing.draft import Change, Draft
from qa.tuning.data.changing.figures import numbers, swapped_numbers
from qa.tuning.data.changing.names import names, order
from qa.tuning.data.changing.sentences import cut, fragments, negations
from qa.tuning.data.changing.words import listed
from qa.tuning.data.records import read_lines

__all__ = ["CHANGES", "Draft", "mutants", "read_drafts"]

CHANGES: dict[str, Change] = {
    "number": numbers,
    "number of the evidence": swapped_numbers,
    **{kind: listed(kind) for kind in ("scale", "unit", "currency")},
    "year or date": dates,
    "name": names,
    "order": order,
    "negation": negations,
    **{kind: listed(kind) for kind in ("comparison", "quantifier", "modality")},
    "cut off": cut,
    "fragment": fragments,
}


def read_drafts(path: Path) -> list[Draft]:
    """Return the drafts of a file."""
    rows = map(json.loads, read_lines(path))
    return [_draft(row) for row in rows]


def _draft(row: dict[str, Any]) -> Draft:
    evidence = tuple(row["evidence"])
    return Draft(row["subject"], evidence, row["question"], row["draft"], row["reworded"])


def mutants(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield (kind, changed draft) for every way to change a draft; the same ones each time."""
    chance = random.Random(draft.text)  # noqa: S311 - sampling, not secrecy
    seen = {draft.text, *draft.evidence}
    for kind, change in CHANGES.items():
        for text in change(draft, chance):
            if text not in seen:
                seen.add(text)
                yield kind, text

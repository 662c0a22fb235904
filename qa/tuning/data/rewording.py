"""Training examples for the generator that work on questions.

One takes a question apart into the facts that it needs (BREAK), one puts a follow-up in full.
"""

import random
import zlib
from collections.abc import Sequence

from qa.tuning.data.phrasing import Draft
from qa.tuning.data.records import Record, turns_of
from qa.writing.prompt import apart_prompt, in_full_prompt

STEPS, REWRITE = "steps", "rewrite"  # the keys of such records
_HELD_OUT = 10  # one record in so many is kept to measure on


def rewording_drafts(
    records: Sequence[Record], most: int, seed: int, *, held_out: bool = False
) -> list[Draft]:
    """Return at most so many drafts of either kind, shuffled."""
    chance = random.Random(seed)  # noqa: S311
    made: list[Draft] = []
    for key in (STEPS, REWRITE):
        fit = [r for r in records if key in r and _is_usable(r) and _is_apart(r) is held_out]
        made += [_draft(record, key) for record in chance.sample(fit, min(most, len(fit)))]
    chance.shuffle(made)
    return made


def _is_usable(record: Record) -> bool:
    """Tell whether a record can be learnt from: what it asks for is told by what it gives."""
    return STEPS in record or bool(record["history"] and not record.get("needs_title"))


def _is_apart(record: Record) -> bool:
    return zlib.crc32(record["question"].encode()) % _HELD_OUT == 0


def _draft(record: Record, key: str) -> Draft:
    question = record["question"].strip()
    if key == STEPS:
        return Draft(apart_prompt(question), f" {'; '.join(record[STEPS])}")
    turns = turns_of(record["history"])
    return Draft(in_full_prompt(question, turns), f" {record[REWRITE].strip()}")

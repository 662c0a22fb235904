"""Drafts to be changed."""

import random
from collections.abc import Sequence

from qa.tuning.data.changing.draft import Change, Draft


def draft(text: str, *evidence: str) -> Draft:
    return Draft("bridge", evidence or (text,), "What is said?", text, True)


def made(change: Change, text: str, *evidence: str, seeds: Sequence[int] = range(20)) -> set[str]:
    """Everything that a change makes of a text, over several draws."""
    found: set[str] = set()
    for seed in seeds:
        found.update(change(draft(text, *evidence), random.Random(seed)))
    return found

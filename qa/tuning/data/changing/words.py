"""Wrong words: another one of a list, such as a unit, a currency, a comparison."""

import random
import re
from collections.abc import Iterator

from qa.tuning.data.changing.draft import Change, Draft, cased, replaced
from qa.tuning.data.changing.swaps import CHANGED

_FIGURE = re.compile(r"\d ?$")


def listed(kind: str) -> Change:
    """Return the change that puts a word of one kind in the place of another, as the list says."""
    pairs = (pair.split("=") for pair in CHANGED[kind])
    swaps = [(old, new, _pattern(kind, old)) for old, new in pairs]

    def change(draft: Draft, _: random.Random) -> Iterator[str]:
        """Yield a draft with one word exchanged, for each that can be."""
        for old, new, pattern in swaps:
            for match in pattern.finditer(draft.text):
                short_unit = kind == "unit" and len(old) == 1  # "t" is one behind a figure only
                if not short_unit or _FIGURE.search(draft.text[: match.start()]):
                    yield replaced(draft.text, match, cased(new, match.group()))

    return change


def _pattern(kind: str, old: str) -> re.Pattern[str]:
    """Return what finds a word that is no part of another; longer ones also with a capital."""
    before = after = ""
    if kind == "scale" and old in ("m", "bn"):
        before = r"(?<=\d)"
    elif old == "$":
        before = "(?<![A-Za-z])"
    elif old[0].isalpha() and old.isascii():
        before = r"(?<![^\W\d_])"
    if old[-1].isalpha() and old.isascii():
        after = r"(?![^\W_])"
    return re.compile(before + re.escape(old) + after, re.I if len(old) > 3 else 0)

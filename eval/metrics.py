"""Judge one answer: pure functions over text."""

import re
import unicodedata
from collections.abc import Sequence

from qa.words import numbers

MAX_SHORT_ANSWER = 45  # words; a short fact buried in a longer answer does not count
LONG_KINDS = ("list", "comparison", "why", "how")
MIN_KEY_POINTS = 0.5  # of a why or how answer
_MARK = re.compile(r"\s*\[\d+\]")
_QUOTES = str.maketrans("“”„‘’`", "\"\"\"'''")


def plain(text: str) -> str:
    """Return a text without marks, in lower case, with plain quotes and single spaces."""
    text = unicodedata.normalize("NFKC", _MARK.sub("", text)).translate(_QUOTES).lower()
    return " ".join(text.split())


def holds(answer: str, wording: str) -> bool:
    """Tell whether an answer holds a wording on word and number borders ("5" is not in "25" or "5.2")."""
    wanted = re.escape(plain(wording))
    before = r"(?<![\w])(?<!\d[.,])" if plain(wording)[:1].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if plain(wording)[-1:].isalnum() else ""
    return re.search(before + wanted + after, plain(answer)) is not None


def found_items(answer: str, answers: Sequence[Sequence[str]]) -> int:
    """Count the items of which the answer holds a wording."""
    return sum(any(holds(answer, wording) for wording in item) for item in answers)


def is_right(answer: str, answers: Sequence[Sequence[str]], kind: str) -> bool:
    """Judge an answer: every item is there; half of the key points for why and how.

    A short fact in an answer of more than 45 words is not right.
    """
    if kind not in LONG_KINDS and len(plain(answer).split()) > MAX_SHORT_ANSWER:
        return False
    needed = MIN_KEY_POINTS * len(answers) if kind in ("why", "how") else len(answers)
    return found_items(answer, answers) >= needed


def quotes_evidence(quotes: Sequence[str], evidence: Sequence[str]) -> float:
    """Return the share of the gold sentences that a quote holds or is a part of (0 to 1)."""
    shown = [plain(quote) for quote in quotes]
    gold = [plain(text) for text in evidence]
    return sum(any(text in quote or (quote in text and len(quote) > 0.5 * len(text)) for quote in shown) for text in gold) / len(gold)


def unsupported_numbers(answer: str, quotes: Sequence[str]) -> set[str]:
    """Return the numbers of an answer that none of its quotes holds."""
    supported = numbers(" \n".join(quotes))
    return {f"{number.value:f}{'%' if number.percent else ''}" for number in numbers(_MARK.sub("", answer), words=False) - supported}

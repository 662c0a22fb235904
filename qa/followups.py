"""Make a follow-up question stand on its own."""

import re
from collections.abc import Sequence

from qa.types import Turn
from qa.words import names

_OPENING = re.compile(r"^\s*(and|or|but|also|then|what about|how about|what else|who else|why|how so|really)\b", re.I)
_POINTING = re.compile(
    r"\b(it|its|they|their|them|he|his|him|she|her|that|this|those|these|the same|former|latter|(the|those|these|other) ones?)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b",
    re.I,
)
_SHORT = 4  # words; "By what percentage?" cannot stand alone
_MOST_TURNS = 3


def standalone_question(question: str, turns: Sequence[Turn]) -> str:
    """Return the question with what it points back to: the questions before it, up to one that stands alone.

    A question that points nowhere is returned as it is, so that a change of topic stays one.
    """
    chain = [question.strip()]
    for turn in reversed(turns[-_MOST_TURNS:]):
        if not _points_back(chain[0]):
            break
        chain.insert(0, turn.question.strip())
    return " ".join(chain)


def _points_back(question: str) -> bool:
    if _OPENING.search(question) or _POINTING.search(question):
        return True
    return len(question.split()) <= _SHORT and not names(question)

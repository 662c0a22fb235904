"""Make a follow-up question stand on its own."""

import re
from collections.abc import Sequence

from qa.types import Turn

_OPENING = re.compile(r"^\s*(and|or|but|also|then|what about|how about|what else|who else|why|how so|really)\b", re.I)
_POINTING = re.compile(r"\b(it|its|they|their|them|he|his|him|she|her|that|this|those|these|there|the same|former|latter|ones?)\b", re.I)
_SHORT = 4  # words; "By what percentage?" cannot stand alone


def standalone_question(question: str, turns: Sequence[Turn]) -> str:
    """Return the question with what it points back to.

    A question that points nowhere is returned as it is, so that a change of topic stays one.
    """
    if not turns or not _points_back(question):
        return question
    return f"{turns[-1].question.strip()} {question.strip()}"


def _points_back(question: str) -> bool:
    return bool(_OPENING.search(question) or _POINTING.search(question)) or len(question.split()) <= _SHORT

"""Several questions in one message: each is answered by itself."""

import re

from index.language.english.questions import BEGINS_QUESTION

MOST = 4  # questions that are answered at once
_LEAST = 5  # words; "How many?" only adds to the question before
_END = re.compile(r"(?<=\?)\s+")


def parts_of(question: str) -> list[str]:
    """Return the questions that a message asks, one where they do not stand by themselves."""
    parts = _END.split(question.strip())
    return parts if len(parts) > 1 and all(map(_stands_alone, parts)) else [question]


def _stands_alone(part: str) -> bool:
    asks = part.endswith("?") and BEGINS_QUESTION.match(part)
    return bool(asks) and len(part.split()) >= _LEAST

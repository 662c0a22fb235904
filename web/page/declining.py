"""How a turn without an answer is shown: why there is none, and what came near."""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from qa.text.words import STEM, stem

# Reasons that come with words of their own, which no search led to.
SPOKEN = ("no-question", "other-language", "none-holds")
_WORD = re.compile(r"[^\W_]+")

Turn = Mapping[str, object]


def is_spoken(turn: Turn) -> bool:
    """Tell whether a turn was met with words of its own: how sure they are says nothing."""
    return turn.get("reason") in SPOKEN


def why_declined(turn: Turn, t: Callable[..., str]) -> str:
    """Say why there is no answer."""
    missing = turn.get("missing")
    if is_spoken(turn):
        return str(turn["answer"])
    if isinstance(missing, list) and missing:
        key = "one_side" if turn.get("reason") == "one-side" else "not_mentioned"
        return t(key, names=", ".join(map(str, missing)))
    return t("declined")


def shared_words(text: str, question: str) -> Markup:
    """Return a text as HTML in which the words that a question has, too, are marked."""
    asked = stems(question)
    shown, last = Markup(""), 0
    for match in _WORD.finditer(text):
        if _stem(match[0]) in asked:
            shown += escape(text[last : match.start()]) + Markup("<mark>{}</mark>").format(match[0])
            last = match.end()
    return shown + escape(text[last:])


def stems(text: str) -> set[str]:
    """Return the stems of the words of a text, but not of short ones."""
    return {_stem(word) for word in _WORD.findall(text)} - {""}


def _stem(word: str) -> str:
    """Return the stem of a word in lower case, "" for a short word, which is not marked."""
    return stem(word.lower()) if len(word) >= STEM else ""

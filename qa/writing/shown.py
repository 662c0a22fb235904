"""Write a quote as an answer shows it, without the marks of the list or link that it stands in."""

import re

from index.language.english.questions import ANSWER_HEAD

_BULLET = r"(?:-\s+(?!\d)|[•*‣▪◦●○■·]\s+)"  # "- 5 °C" may be below zero
_OPENING = re.compile(rf"\s*(?:{_BULLET})?(?:{ANSWER_HEAD})?(?=\S)")
_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?=[^\s)]{0,500}[/#.:])"
    r"<?(?:[^\s()]|\([^\s()]{0,2000}\)){1,2000}(?:\s\"[^\"\n]{0,2000}\")?\)"
)


def as_shown(quote: str) -> str:
    """Return a quote without the bullet or "Answer:" before it, its links as their words.

    The link of a note keeps its brackets, so that it stays apart from a figure: 1931[2].
    """
    return _LINK.sub(_words, _opened(quote))


def _opened(quote: str) -> str:
    opening = _OPENING.match(quote)
    return quote[opening.end() :] if opening else quote


def _words(link: re.Match[str]) -> str:
    words = link["words"]
    return f"[{words}]" if words.isdigit() else words

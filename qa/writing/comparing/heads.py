"""The heads of columns: whether a question asks for one, in whichever form either has it."""

import re
from collections.abc import Iterator, Sequence

from index.language.english.comparing.columns import ASKED, SHORT
from index.language.english.words import STOPWORDS
from qa.text.inflection import analyses, lemmas
from qa.text.words import bare, stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_IN_BRACKETS = re.compile(r"\([^)]*\)")  # a unit
_STEMMED = 5  # letters that a word has at least to be told by its stem


def asked_forms(question: str, *, widely: bool = False) -> frozenset[str]:
    """Return the words of a question and what they are forms of; `widely`: what they ask for, too.

    "Heavier" asks for a weight.
    """
    found: set[str] = set()
    for word in _words(question):
        own = {word, *lemmas(word), *analyses(word).get("ADJ", ())}
        found |= own.union(*(ASKED.get(form, ()) for form in own)) if widely else own
    return frozenset(found)


def asked_share(forms: frozenset[str], head: str) -> float:
    """Return how much of the head of a column a question has (0 to 1), by its `asked_forms`."""
    words = [word for word in _words(_IN_BRACKETS.sub(" ", head)) if word not in STOPWORDS]
    return sum(_is_asked(word, forms) for word in words) / len(words) if words else 0.0


def words_met(question: str, heads: Sequence[str]) -> set[str]:
    """Return the words of a question that ask for any of some heads."""
    return {
        word
        for word in _words(question)
        if any(
            _is_asked(part, asked_forms(word, widely=True))
            for head in heads
            for part in _words(head)
        )
    }


def _is_asked(word: str, forms: frozenset[str]) -> bool:
    if word in forms or not forms.isdisjoint(SHORT.get(word, ())):
        return True
    if len(word) < 2:
        return False
    if not forms.isdisjoint(lemmas(word) - {word} if len(word) > 2 else ()):
        return True
    return len(word) > _STEMMED and any(
        len(form) > _STEMMED and stem(form) == stem(word) for form in forms
    )


def _words(text: str) -> Iterator[str]:
    return (bare(match[0]) for match in _WORD.finditer(text.lower()))

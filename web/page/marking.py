"""Mark the words of a search in what it found."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

import snowballstemmer
from markupsafe import Markup, escape

from index.bigrams import words_of
from index.language.east_asian import RUN
from index.language.english.words import STOPWORDS
from index.sentences import Span, sentence_spans

_GLANCE = 400  # characters
_WORD = re.compile(r"\w+")
_STEMMER, _ONE_AT_A_TIME = snowballstemmer.stemmer("porter"), Lock()


def marked_words(text: str, query: str) -> Markup:
    """Return a text as HTML in which the words of a query, and forms of them, are marked.

    Of a query in Chinese, Japanese or Korean, each two characters that stand together.
    """
    shown, last = Markup(""), 0
    for start, end in _joined(_places(text, query)):
        mark = Markup("<mark>{}</mark>").format(text[start:end])
        shown, last = shown + escape(text[last:start]) + mark, end
    return shown + escape(text[last:])


def excerpt(text: str, query: str) -> tuple[int, int]:
    """Return where the sentences of a text stand that have most words of a query, first ones first.

    So many as are read at a glance.
    """
    spans = sentence_spans(text)
    places = list(_places(text, query))

    def told(first: int) -> int:
        """Count the words of the sentences from one on."""
        start, end = spans[first][0], spans[_last(spans, first)][1]
        return len({_form(text[a:b]) for a, b in places if start <= a and b <= end})

    first = max(range(len(spans)), key=told, default=-1)
    return (spans[first][0], spans[_last(spans, first)][1]) if spans else (0, len(text))


def _last(spans: Sequence[Span], first: int) -> int:
    """Return the last sentence that is shown where a first one is."""
    inside = [n for n in range(first, len(spans)) if spans[n][1] - spans[first][0] <= _GLANCE]
    return inside[-1] if inside else first


def _places(text: str, query: str) -> Iterator[Span]:
    """Yield where words of a query stand, in their order."""
    words = set(words_of(query))
    asked = {_form(word) for word in words - STOPWORDS or words}
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        if not RUN.search(word):
            if _form(word) in asked:
                yield match.span()
            continue
        for at in range(len(word)):
            parts = (word[at : at + 2], word[at])
            if part := next((part for part in parts if part in words), ""):
                yield start + at, start + at + len(part)


def _joined(places: Iterator[Span]) -> Iterator[Span]:
    """Yield places, those that touch as one."""
    start = end = -1
    for first, last in places:
        if first > end:
            if end > start:
                yield start, end
            start = first
        end = max(end, last)
    if end > start:
        yield start, end


@lru_cache(10_000)
def _form(word: str) -> str:
    """Return what forms of a word have in common, as the search compares them."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    with _ONE_AT_A_TIME:  # it works in fields of its own
        return str(_STEMMER.stemWord(bare))

"""Mark the words of a search in what it found."""

import re
import unicodedata
from collections.abc import Iterator

import snowballstemmer
from markupsafe import Markup, escape

from index.bigrams import words_of
from index.language.east_asian import RUN
from index.language.english.words import STOPWORDS

_WORD = re.compile(r"\w+")


def marked_words(text: str, query: str) -> Markup:
    """Return a text as HTML in which the words of a query, and forms of them, are marked.

    Of a query in Chinese, Japanese or Korean, each two characters that stand together.
    """
    words = set(words_of(query))
    asked = {_form(word) for word in words - STOPWORDS or words}
    shown, last = Markup(""), 0
    for start, end in _joined(_places(text, asked, words)):
        mark = Markup("<mark>{}</mark>").format(text[start:end])
        shown, last = shown + escape(text[last:start]) + mark, end
    return shown + escape(text[last:])


def _places(text: str, asked: set[str], words: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where words that are asked for stand, in their order."""
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


def _joined(places: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
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


def _form(word: str) -> str:
    """Return what forms of a word have in common, as the search compares them."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return str(_STEMMER.stemWord(bare))


_STEMMER = snowballstemmer.stemmer("porter")

"""Tell the language of a text.

`py3langid`, Barbaresi's langid.py, is the naive Bayes over bytes that is kept up: one file of
4 MB, numpy alone, its probabilities calibrated for short texts. What is English by its function
words is never asked of it, so that a name of another language changes nothing there.
"""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from index.language.east_asian import CHARACTER, HANGUL, KANA
from index.language.english import CODE
from index.language.english.words import ONLY_ENGLISH, STOPWORDS
from index.language.rooms import EUROPEAN

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = (CODE, *"de fr es it pt nl sv da no fi pl cs hu ro el tr ru uk ar he zh ja ko".split())
_SURE = 0.8  # of no line of the English articles beside this code is it more than 0.7
_ENGLISH = 1 / 8  # of the words
_MOSTLY, _SOME = 1 / 2, 1 / 10  # of the letters of a text
_ENOUGH = 2000  # characters
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(  # words with capitals, and up to three small ones between two of them
    r"\b[A-ZÀ-ÞŒ][\w-]*(?:(?: \w{1,3}){0,3} [A-ZÀ-ÞŒ][\w-]*)*"
)
_FOREIGN = {code: room.function - STOPWORDS for code, room in EUROPEAN.items()}


def language_of(text: str, among: Collection[str] = LANGUAGES) -> str:
    """Return the ISO 639-1 code of the language of a text, of some; "" where it is not sure.

    A short text is surer the fewer languages it can be in.
    """
    text = text[:_ENOUGH]
    if _is_english(text):
        return CODE
    letters = sum(map(str.isalpha, text))
    characters = len(CHARACTER.findall(text))
    if _is_in_characters(text):
        return _by_letters(text, characters)
    if not letters:
        return ""
    ranked = [(code, odds) for code, odds in _identifier().rank(text) if code in among]
    total = sum(odds for _, odds in ranked)
    return str(ranked[0][0]) if total and ranked[0][1] >= _SURE * total else ""


def languages_of(text: str) -> set[str]:
    """Return the languages of a text: of the whole, and of its lines in Chinese or like characters.

    A notice in two languages is for those who read either; there is none where it is not sure.
    """
    lines = (line for line in text[:_ENOUGH].split("\n") if _is_in_characters(line))
    return {language_of(text), *map(language_of, lines)} - {""}


def _is_english(text: str) -> bool:
    """Tell by its function words whether a text is English, and of no language with a room."""
    words = text.lower().split()
    if sum(word in ONLY_ENGLISH for word in words) < max(1, _ENGLISH * len(words)):
        return False
    unnamed = text if text.isupper() else _without_names(text)
    own, counted = set(words), Counter(_WORD.findall(unnamed.lower()))
    return all(
        not _FOREIGN[code] & own
        or _count(counted, ONLY_ENGLISH - room.function) >= max(1, _count(counted, _FOREIGN[code]))
        for code, room in EUROPEAN.items()
    )


def _without_names(text: str) -> str:
    """Return a text without names, "Isle of Man" and "Band The Cure", but for its first word."""
    first, *rest = text.split(maxsplit=1)
    return " ".join([first, *(_NAME.sub(" ", part) for part in rest)])


def _count(counted: Counter[str], listed: frozenset[str]) -> int:
    return sum(counted[word] for word in counted.keys() & listed)


def _is_in_characters(line: str) -> bool:
    characters = len(CHARACTER.findall(line))
    return characters > 0 and characters >= _MOSTLY * sum(map(str.isalpha, line))


def _by_letters(text: str, characters: int) -> str:
    """Tell Japanese and Korean by their letters, and Chinese by having none of them."""
    if len(HANGUL.findall(text)) >= _MOSTLY * characters:
        return "ko"
    return "ja" if len(KANA.findall(text)) >= _SOME * characters else "zh"


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier

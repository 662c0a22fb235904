"""Read a text as terms: its words, and pairs of characters where words are not parted by spaces."""

import re
from collections.abc import Callable

from index.language.east_asian import LETTER
from index.language.english.telling import IES, PLURAL

Rarity = Callable[[str], float]  # how much a word tells: the fewer passages hold it, the more

WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*")
CHARACTERS = re.compile(f"{LETTER}{{2,}}")


def terms(text: str) -> list[str]:
    """Return the words of a text in one form each, and the pairs of Chinese characters."""
    found: list[str] = []
    for word in WORD.findall(text):
        if CHARACTERS.match(word):
            found += (word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(one_form(word))
    return found


def one_form(word: str) -> str:
    """Return a word in small letters, without the ending of a plural."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    return PLURAL.sub("", IES.sub("y", word)) if len(word) > 3 else word


def length(text: str) -> float:
    """Count the words of a text; two Chinese characters count as one."""
    characters = sum(map(len, CHARACTERS.findall(text)))
    return len(re.sub(f"{LETTER}+", " ", text).split()) + characters / 2

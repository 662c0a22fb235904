"""Words of languages beside English: what a question is made of, and what a text has of it."""

import re
from functools import cache
from itertools import pairwise

import snowballstemmer
from babel import Locale

from index.bigrams import bigrams
from index.language.east_asian import CHARACTER, FUNCTION, RUN, YEARS
from index.language.room import Room
from index.language.rooms import EUROPEAN
from qa.text.words import content_words

_WORD_OR_SIGN = re.compile(r"\w+|[^\w ]")
_JOINTS = re.compile(r"['’-]")
_HEADS_LAST = ("de", "nl")  # a compound is what its last part is
_SHORTEST_HEAD = 3  # letters
_MARK = "*"  # of a single character

# What a question is made of: words of a text, all of one of the sets of which tell it.
Unit = frozenset[frozenset[str]]


def words_in(text: str, room: Room) -> frozenset[str]:
    """Return the words of a text that carry meaning, by their stems.

    Of Chinese and Japanese they are bigrams, and each character marked as one.
    """
    found = {_stem(word, room) for word in _content(text, room)}
    return frozenset(found | {_MARK + char for word in found for char in CHARACTER.findall(word)})


def units_of(question: str, room: Room) -> dict[Unit, str]:
    """Return what a question is made of, each unit with a word of it as it is written."""
    for words in (room.why, room.when, room.how_many, room.where, room.who):
        question = words.sub(" ", question)
    if room.code in EUROPEAN:
        return {_one_of({_stem(word, room)}): word for word in _content(question, room)}
    units = {_one_of({word}): word for word in _content(question, room) if word.isascii()}
    for run in RUN.findall(FUNCTION.sub(" ", YEARS.sub(" ", question))):
        units |= _units_of_run(run)
    return units


def _units_of_run(run: str) -> dict[Unit, str]:
    """Return the bigrams of a run of characters; a single one is told by any bigram with it.

    A bigram is told by those on both sides of it, too: of 绿茶获得 the second is no word.
    """
    if len(run) == 1:
        return {_one_of({_MARK + run}): run}
    pairs = bigrams(run)
    sides = zip([run[0], *pairs[:-1]], pairs, [*pairs[1:], run[-1]], strict=True)
    return {_one_of({pair}, {before, after}): pair for before, pair, after in sides}


def _one_of(*told_by: set[str]) -> Unit:
    return frozenset(map(frozenset, told_by))


def _content(text: str, room: Room) -> set[str]:
    """Return the words of a text that carry meaning, those of French elisions apart."""
    spaced = _JOINTS.sub(" ", text) if room.code in EUROPEAN else text
    return content_words(spaced) - room.function


def of_names(question: str, text: str, named: frozenset[str], room: Room) -> frozenset[str]:
    """Return the words of a question that a text has behind the words of a name, and no others.

    Where the title has "музее", a text of the "музей часов" need not say "часов" again.
    """
    if room.code not in EUROPEAN:
        return frozenset()
    told = list(pairwise(_in_order(text, room)))
    return frozenset(
        word
        for name, word in pairwise(_in_order(question, room))
        if name in named and word and {after for one, after in told if one == name} - {""} == {word}
    )


def _in_order(text: str, room: Room) -> list[str]:
    """Return the stems of words as they stand, "" for a sign and for those without meaning."""
    words = (word.lower() for word in _WORD_OR_SIGN.findall(_JOINTS.sub(" ", text)))
    kept = (word if word[0].isalnum() and word not in room.function else "" for word in words)
    return [word and _stem(word, room) for word in kept]


def has(words: frozenset[str], unit: Unit) -> bool:
    """Tell whether a text with some words tells a unit."""
    return any(told_by <= words for told_by in unit)


def is_about(words: frozenset[str], unit: Unit, room: Room) -> bool:
    """Tell whether a title or heading tells a unit: a Steinbrücke is a Brücke, too."""
    parts = tuple(part for told_by in unit for part in told_by if len(part) >= _SHORTEST_HEAD)
    compound = room.code in _HEADS_LAST and any(word.endswith(parts) for word in words)
    return compound or has(words, unit)


def _stem(word: str, room: Room) -> str:
    """Return what the forms of a word share, by Snowball; of bigrams all."""
    return str(_stemmer(room.code).stemWord(word)) if room.code in EUROPEAN else word


@cache
def _stemmer(code: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(str(Locale(code).english_name).lower())

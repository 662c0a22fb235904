"""What a draft counts, or tells a share of, is what its evidence counts, or tells it of.

"53% of the staff", not of the guests; "27 farms", not 27 cows.
"""

from collections.abc import Callable, Iterator
from itertools import takewhile

from index.language.english.claims import COUNTED, NUMBERED, SHARE_OF
from index.language.english.words import STOPWORDS
from qa.text.forms import beside
from qa.text.inflection import analyses
from qa.text.numbers.quantities import readings

_Told = Iterator[tuple[str, str]]  # a share or number, and the words for what it is of


def shares_known(sentence: str, quoted: str) -> bool:
    """Tell whether no share of a draft is told of another whole in its evidence."""
    return _are_known(_shares, sentence, quoted)


def counts_known(sentence: str, quoted: str) -> bool:
    """Tell whether no number of a draft counts other things than it does in its evidence."""
    return _are_known(counted, sentence, quoted)


def _are_known(read: Callable[[str], _Told], sentence: str, quoted: str) -> bool:
    known = list(read(quoted))
    return all(_is_told(figure, things, known) for figure, things in read(sentence))


def _is_told(figure: str, things: str, known: list[tuple[str, str]]) -> bool:
    others = [told for other, told in known if other == figure]
    return not others or any(_have_common(things, told) for told in others)


def _have_common(one: str, two: str) -> bool:
    words = set(one.split())
    return not words or not two or beside(words, two) < words


def _shares(text: str) -> _Told:
    for found in SHARE_OF.finditer(text):
        share = "".join(found["share"].lower().replace("per cent", "%").split())
        yield share.replace("percent", "%"), _naming(found["whole"])


def counted(text: str) -> _Told:
    """Yield each bare number of a text with the words for what it counts."""
    for reading in readings(text):
        quantity = reading.quantity
        things = COUNTED.match(text, reading.last)
        single = quantity.low == quantity.high >= 1 and not quantity.ordinal
        if things and single and not quantity.unit and not NUMBERED.search(text[: reading.first]):
            yield str(quantity.low), _naming(things["things"])


def _naming(words: str) -> str:
    """Return of some words those that name something: up to a verb, or what only joins."""
    first, *others = words.lower().split()
    named = [] if first in STOPWORDS else [first, *takewhile(_names, others)]
    return " ".join(named) if any(map(_is_noun, named)) else ""


def _names(word: str) -> bool:
    kinds = analyses(word).keys()
    return word not in STOPWORDS and not ("VERB" in kinds and kinds.isdisjoint(("NOUN", "ADJ")))


def _is_noun(word: str) -> bool:
    return "NOUN" in analyses(word)

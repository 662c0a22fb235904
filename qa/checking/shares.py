"""A share in a draft is of what its evidence tells it of: 53 % of the staff, not of the guests."""

from collections.abc import Iterator
from itertools import takewhile

from index.language.english.claims import SHARE_OF
from index.language.english.words import STOPWORDS
from qa.text.forms import beside
from qa.text.inflection import analyses


def shares_known(sentence: str, quoted: str) -> bool:
    """Tell whether no share of a draft is told of another whole in its evidence."""
    known = list(_shares(quoted))
    return all(_is_told(share, whole, known) for share, whole in _shares(sentence))


def _is_told(share: str, whole: str, known: list[tuple[str, str]]) -> bool:
    wholes = [told for other, told in known if other == share]
    return not wholes or any(_have_common(whole, told) for told in wholes)


def _have_common(one: str, two: str) -> bool:
    words = set(one.split())
    return not words or not two or beside(words, two) < words


def _shares(text: str) -> Iterator[tuple[str, str]]:
    """Yield each share of a text with the words for what it is of."""
    for found in SHARE_OF.finditer(text):
        share = "".join(found["share"].lower().replace("per cent", "%").split())
        words = found["whole"].lower().split()
        yield share.replace("percent", "%"), " ".join(_naming(words))


def _naming(words: list[str]) -> list[str]:
    """Return the words that name a whole: up to a verb, or what only joins."""
    first, *others = words
    return [] if first in STOPWORDS else [first, *takewhile(_names, others)]


def _names(word: str) -> bool:
    kinds = analyses(word).keys()
    return word not in STOPWORDS and not ("VERB" in kinds and kinds.isdisjoint(("NOUN", "ADJ")))

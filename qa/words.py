"""Words, numbers and names in a text: what checks and evidence compare."""

import difflib
import re
from dataclasses import dataclass
from decimal import Decimal

from index.sentences import sentence_spans

SCALES = {"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}
NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[-−])?(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s+(?P<scale>hundred|thousand|million|billion|trillion|mn|bn)\b)?"
    r"(?P<percent>\s?%|\s+per\s?cent\b)?",
    re.I,
)
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORD_NUMBERS = {word: Decimal(value) for value, word in enumerate(_UNITS.split())}
_WORD_NUMBERS |= {ten: Decimal(10 * n) for n, ten in enumerate(_TENS.split(), 2)}
_WORD_NUMBERS |= {f"{ten}-{unit}": _WORD_NUMBERS[ten] + _WORD_NUMBERS[unit] for ten in _TENS.split() for unit in _UNITS.split()[1:10]}
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# What makes a statement less than plain: conditions, negations, claims.
GOVERNS = re.compile(
    r"\b(if|unless|whether|not|no|never|without|den(y|ies|ied)|claim(s|ed)?|alleg\w+|would|could|might|may|false|wrong\w*|instead|until)\b|n['’]t\b",
    re.I,
)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HOW_MANY = re.compile(r"\bhow many ((?:[\w'’-]+ ?){1,3})", re.I)
STOPWORDS = frozenset(
    """
    a about according after all also am an and any are as at be been before being both but by can could did do does doing
    during each for from had has have having he her hers him his how i if in into is it its itself just many me more most
    much my no nor not of off on one only or other our out over own per please s same she should since so some such t tell
    than that the their them then there these they this those through to too under until up upon us very was we were what
    when where which while who whom whose why will with would yes you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale applied: 25.412 billion is 25412000000."""

    value: Decimal
    percent: bool = False


def numbers(text: str, *, words: bool = True) -> set[Number]:
    """Return the numbers of a text; `words` adds those written out, from "zero" to "ninety-nine", but not
    "one", which is seldom a count."""
    found = set()
    for match in NUMBER.finditer(text):
        scale = SCALES.get((match["scale"] or "").lower(), 0)
        value = Decimal(match["digits"].replace(",", "")).scaleb(scale).normalize()
        found.add(Number(-value if match["sign"] else value, bool(match["percent"])))
    if words:
        lowered = (word.lower() for word in _WORD.findall(text))
        found |= {Number(_WORD_NUMBERS[word].normalize()) for word in lowered if word in _WORD_NUMBERS and word != "one"}
    return found


def counted(question: str, sentence: str) -> tuple[int, int] | None:
    """Return the range of the number in a sentence that counts what a "how many" question asks for; None unless there is one."""
    asked = _HOW_MANY.search(question)
    things = {_bare(word) for word in _WORD.findall(asked[1])} - STOPWORDS if asked else set()
    found = []
    for match in NUMBER.finditer(sentence):
        following = {_bare(word) for word in _WORD.findall(sentence[match.end() :])[:3]}
        if things & following:
            found.append(match.span())
    return found[0] if len(found) == 1 else None


def names(text: str) -> set[str]:
    """Return the capitalised words of a text in lower case, without function words that open a sentence."""
    found = set()
    for start, end in sentence_spans(text):
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            if word[0].isupper() and _bare(word) not in STOPWORDS:  # "It's" is no name either
                found.add(_bare(word))
    return found


def content_words(text: str) -> set[str]:
    """Return the words of a text that carry meaning, in lower case, without their possessive ending."""
    return {_bare(word) for word in _WORD.findall(text)} - STOPWORDS


def coverage(weights: dict[str, float], text: str) -> float:
    """Return the share, by weight, of the question's words that stand in a text in some form (0 to 1)."""
    words = content_words(text)
    stems = {word[:5] for word in words}
    total = sum(weights.values())
    present = sum(weight for word, weight in weights.items() if word in words or (len(word) > 5 and word[:5] in stems))
    return present / total if total else 0.0


def unmet(question: str, text: str) -> set[str]:
    """Return the names and numbers of a question that a text does not hold; a name may be spelled a little differently.

    A question about something that a text never mentions is not answered by it.
    """
    words = content_words(text)
    strange = {name for name in names(question) if name not in words and not difflib.get_close_matches(name, words, 1, cutoff=0.8)}
    return strange | {f"{number.value:f}" for number in numbers(question, words=False) - numbers(text)}


def years(text: str) -> set[str]:
    """Return the years of a text, 1500 to 2099."""
    return set(YEAR.findall(text))


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())

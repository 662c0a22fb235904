"""Whether a sentence lacks the kind of thing that a question asks for by name."""

import re
from collections.abc import Sequence

from index.language.english.statements.alternatives import ALTERNATIVES, EXCEPTS
from index.language.english.statements.lacking import (
    AMOUNTS,
    ASKS_COUNT,
    ASKS_PRICE,
    ASKS_SHARE,
    ASKS_WHICH_OF,
    ENTRY,
    HELD_AGAINST,
    IN_UNIT,
    JOINS,
    NAMES_THEM,
    SHARES,
    SPANS,
    VERSION,
)
from index.sentences import sentence_spans
from qa.text.numbers.quantities import readings
from qa.text.words import content_words, numbers, stem, years
from qa.types import Evidence

_NEAR = 3  # words behind a number


def lacks_what_is_asked(question: str, item: Evidence, beside: str = "") -> bool:
    """Tell whether a sentence surely does not answer, whatever it is near to.

    A percentage is asked for and it has none, a price or a count and it has no number, "which
    twelve" and it says only that they are twelve, a year or a version and it tells of others, what
    is lost and it says what is won. `beside` stands around a row of a table and names its columns.
    """
    text = f"{beside} {item.text}"
    if ASKS_SHARE.search(question) and not SHARES.search(text):
        return True
    if not numbers(text):
        amount = ASKS_PRICE.search(question) or ASKS_COUNT.search(question)
        if IN_UNIT.search(question) or (amount and not AMOUNTS.search(text)):
            return True
    around = f"{item.title} {item.passage}"
    if _is_of_another_entry(question, item) or _tells_other_versions(question, text, around):
        return True
    if _only_counts(question, item.text) or _tells_other_years(question, text, around):
        return True
    return _tells_an_alternative(question, f"{item.title} {item.text}")


def _only_counts(question: str, text: str) -> bool:
    """Tell whether a text gives only their number for things of which the names are asked."""
    asked = ASKS_WHICH_OF.search(question)
    if not asked or NAMES_THEM.search(text):
        return False
    [number, *_] = numbers(asked["number"])
    things = {stem(word) for word in content_words(asked["things"])}
    told = {
        stem(word)
        for reading in readings(text)
        if number.value == reading.quantity.low
        for word in content_words(" ".join(text[reading.last :].split()[:_NEAR]))
    }
    return bool(things & told) and len(JOINS.findall(text)) < number.value - 1


def _tells_other_years(question: str, text: str, around: str) -> bool:
    asked, told = years(question), years(HELD_AGAINST.sub(" ", text))
    if not asked or not told or asked & years(around) or SPANS.search(question):
        return False
    named = years(text)
    return not (SPANS.search(text) and min(named) <= min(asked) <= max(named))


def _tells_other_versions(question: str, text: str, around: str) -> bool:
    """Tell whether a text names versions but not the one that is asked for, named first."""
    asked = VERSION.search(question)
    if asked is None or not VERSION.search(text) or SPANS.search(question) or SPANS.search(text):
        return False
    return asked[0] not in VERSION.findall(f"{text} {around}")


def _is_of_another_entry(question: str, item: Evidence) -> bool:
    """Tell whether a sentence without a year stands below another one than is asked for."""
    asked, lead = years(question), item.passage[: item.at]
    known = years(f"{item.title} {item.passage}")
    if not asked or years(item.text) or SPANS.search(question) or asked & known:
        return False
    return any(ENTRY.match(lead[start:end]) for start, end in sentence_spans(lead))


def _tells_an_alternative(question: str, text: str) -> bool:
    """Tell whether a text has, in place of a word of the question, one that stands against it."""
    if EXCEPTS.search(question):
        return False
    return any(_differ(question, text, words) for words in ALTERNATIVES)


def _differ(question: str, text: str, words: Sequence[re.Pattern[str]]) -> bool:
    asked = [word for word in words if word.search(question)]
    if len(asked) != 1 or asked[0].search(text):
        return False
    return any(word.search(text) for word in words)

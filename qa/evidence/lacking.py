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
    NAMES_THEM,
    SHARES,
    SPANS,
)
from qa.evidence.surroundings import surroundings
from qa.text.rows import is_row
from qa.text.words import content_words, numbers, stem, years
from qa.types import Found


def lacks_what_is_asked(question: str, found: Found) -> bool:
    """Tell whether a sentence surely does not answer, whatever it is near to.

    A percentage is asked for and it has none, a price or a count and it has no number, "which
    twelve" and it says only that they are twelve, a year and it tells of others, what is lost and
    it says what is won.
    """
    item = found.evidence
    text = surroundings(item).text if is_row(item.text) else item.text
    if ASKS_SHARE.search(question) and not SHARES.search(text):
        return True
    amount = ASKS_PRICE.search(question) or ASKS_COUNT.search(question)
    if amount and not numbers(text) and not AMOUNTS.search(text):
        return True
    around = f"{item.title} {item.passage}"
    if _only_counts(question, found) or _tells_other_years(question, text, around):
        return True
    return _tells_an_alternative(question, f"{item.title} {item.text}")


def _only_counts(question: str, found: Found) -> bool:
    """Tell whether things asked for by their number are told by that number only."""
    asked = ASKS_WHICH_OF.search(question)
    if not asked or NAMES_THEM.search(found.evidence.text):
        return False
    things = {stem(word) for word in content_words(asked["things"])}
    told = {stem(word) for word in content_words(found.answer)}
    return bool(numbers(asked["number"]) & numbers(found.answer) and things & told)


def _tells_other_years(question: str, text: str, around: str) -> bool:
    asked, told = years(question), years(text)
    if not asked or not told or asked & years(around) or SPANS.search(question):
        return False
    return not (SPANS.search(text) and min(told) <= min(asked) <= max(told))


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

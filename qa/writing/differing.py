"""Tell whether two sentences that answer one question say different things."""

from collections.abc import Sequence

from index.language.english.claims import FORBIDS
from index.language.english.dates import PERIOD
from qa.question.kinds import Kind
from qa.text.words import content_words, numbers, stem, unmet
from qa.types import Evidence, Found
from qa.writing.comparing.operands import units

_SURE = 0.9  # probability that a sentence answers, for one that contradicts another
_LIKELY = 0.5
_ALIKE, _EQUAL = 0.6, 0.8  # of the words of the shorter of two sentences


def contradicting(question: str, found: Sequence[Found]) -> Found | None:
    """Return evidence of another article that answers as well as the best, and otherwise.

    It has another number of the same thing, or denies what the best one says.
    """
    best, *others = found
    return next((item for item in others if _contradicts(question, best, item)), None)


def says_otherwise(best: Found, item: Found, kind: Kind) -> bool:
    """Tell whether another version of an article gives another answer than the one that is meant.

    To a question for yes or no that is a sentence that denies, where the other does not.
    """
    this, that = best.evidence, item.evidence
    if that.score < _LIKELY:
        return False
    same_subject = alike(this.text, that.text)
    if _denies(this.text) != _denies(that.text) and (kind is Kind.YES_NO or same_subject):
        return True
    if figures := numbers(best.answer):
        return not figures <= numbers(that.text)
    words = {stem(word) for word in content_words(best.answer)}
    return bool(words) and same_subject and not words & {stem(w) for w in content_words(that.text)}


def alike(one: str, other: str, least: float = _ALIKE) -> bool:
    """Tell whether two sentences are about the same, whatever they say of it."""
    words = [{stem(word) for word in content_words(text)} for text in (one, other)]
    shorter = min(map(len, words))
    return shorter > 1 and len(words[0] & words[1]) >= least * shorter


def around(item: Evidence) -> str:
    """Return the title and the passage that a sentence stands in."""
    return f"{item.title} {item.passage}"


def _contradicts(question: str, best: Found, item: Found) -> bool:
    """Tell whether another article says otherwise of the same thing, for the same time."""
    this, that = best.evidence, item.evidence
    if that.article_id == this.article_id or min(this.score, that.score) < _SURE:
        return False
    one, two = _other_dates(best), _other_dates(item)
    return (
        (not one or not two or bool(one & two))
        and unmet(question, around(that)) <= unmet(question, around(this))
        and (_has_other_number(best, item) or _is_denied(this.text, that.text))
    )


def _has_other_number(best: Found, item: Found) -> bool:
    mine, others = numbers(best.answer), numbers(item.answer)
    return (
        bool(mine and others)
        and units(best.answer) == units(item.answer)
        and not mine & numbers(item.evidence.text)
        and not others & numbers(best.evidence.text)
    )


def _is_denied(one: str, other: str) -> bool:
    """Tell whether one of two sentences of nearly the same words denies what the other says."""
    return _denies(one) != _denies(other) and alike(one, other, _EQUAL)


def _denies(text: str) -> bool:
    """Tell whether a sentence denies or forbids; what is "not forbidden" is allowed."""
    return len(FORBIDS.findall(text)) % 2 == 1


def _other_dates(item: Found) -> set[str]:
    """Return the years, months and quarters of a sentence beside its short answer."""
    text, end = item.evidence.text, item.answer_at + len(item.answer)
    rest = text[: item.answer_at] + text[end:]
    return set(PERIOD.findall(rest.lower()))

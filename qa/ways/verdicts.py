"""Say "Yes" or "No" before what proves it, by rule, or where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.claims import DENIES
from index.language.english.comparing.reckoning import GOES_DOWN, GOES_UP, STAYS
from index.language.english.questions import EXCEPT, VERDICTS
from qa.evidence.verifier import Verdict
from qa.question.comparing.reckoned import change_of
from qa.text.forms import beside
from qa.text.words import content_words
from qa.types import Found, Statement
from qa.writing.comparing.bounds import bound_of, is_kept

# Log odds that the question is settled, and of the verdict: of 74 questions of both folders 36 are
# told, 32 of them right.
_SETTLED, _SURE = -0.5, 2.0
_DOUBTED = 1.0  # log odds of the opposite, from which on a rule tells nothing


def with_verdict(
    said: Sequence[Statement], question: str, best: Found, verdict: Verdict | None
) -> list[Statement]:
    """Return the statements, the first one after "Yes" or "No" where the best evidence says so.

    What a rule settles is told so unless the verifier doubts it; a number that the question bounds
    is for a rule alone.
    """
    if verdict is None or verdict.settled < _SETTLED:
        return list(said)
    sure = 0 if abs(verdict.yes) < _SURE else 1 if verdict.yes > 0 else -1
    if bound := bound_of(question):
        kept = is_kept(bound, best.answer, best.evidence.text)
        sure = 0 if kept is None else 1 if kept else -1
    elif ruled := _by_rule(question, best.evidence.text):
        sure = ruled if verdict.yes * ruled > -_DOUBTED else 0
    if not sure:
        return list(said)
    first, *others = said
    said_first = VERDICTS[sure > 0]
    return [replace(first, text=f"{said_first}. {first.text}", short=said_first), *others]


def _by_rule(question: str, text: str) -> int:
    """Return 1 where a text says yes to a question, -1 where no, 0 where no rule tells.

    It rose as is asked, or fell, or stayed as it was; what is asked about is excepted.
    """
    excepted = EXCEPT.search(text)
    if excepted and not EXCEPT.search(question):
        words = content_words(excepted["what"])
        return -1 if words and not beside(words, question) else 0
    asked, denied = change_of(question), DENIES.search(f"{question} {text}")
    went = bool(GOES_UP.search(text)) - bool(GOES_DOWN.search(text))
    if asked and not went and not denied and STAYS.search(text):
        return -1
    return 0 if denied else asked * went

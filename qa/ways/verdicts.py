"""Say "Yes" or "No" before what proves it, where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.questions import VERDICTS
from qa.evidence.verifier import Verdict
from qa.types import Found, Statement
from qa.writing.comparing.bounds import within_bound

# Log odds that the question is settled, and of the verdict: of 74 questions of both folders 36 are
# told, 32 of them right.
_SETTLED, _SURE = -0.5, 2.0


def with_verdict(
    said: Sequence[Statement], question: str, best: Found, verdict: Verdict | None
) -> list[Statement]:
    """Return the statements, the first one after "Yes" or "No" where the best evidence says so.

    A number that the question bounds is held against that by code, all else is the verifier's.
    """
    if verdict is None or verdict.settled < _SETTLED:
        return list(said)
    yes = within_bound(question, best.answer)
    if yes is None:
        yes = verdict.yes > 0
        if abs(verdict.yes) < _SURE:
            return list(said)
    first, *others = said
    said_first = VERDICTS[yes]
    return [replace(first, text=f"{said_first}. {first.text}", short=said_first), *others]

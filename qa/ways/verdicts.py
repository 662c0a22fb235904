"""Say "Yes" or "No" before what proves it, where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.questions import VERDICTS
from qa.evidence.verifier import Verdict
from qa.types import Found, Statement
from qa.writing.comparing.bounds import within_bound

# Log odds that the question is settled and, with those of the verdict, that it is so: on texts kept
# apart 91 % of such a "yes" and 94 % of such a "no" are right.
_SETTLED, _SURE = 0.0, {True: 5.0, False: 3.0}


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
        if verdict.settled + abs(verdict.yes) < _SURE[yes]:
            return list(said)
    first, *others = said
    return [replace(first, text=f"{VERDICTS[yes]}. {first.text}"), *others]

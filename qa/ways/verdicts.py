"""Say "Yes" or "No" before what proves it, where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.questions import VERDICTS
from qa.evidence.verifier import Verdict
from qa.types import Found, Statement
from qa.writing.bounds import within_bound

_SETTLED, _SURE = 0.0, 1.0  # log odds


def with_verdict(
    said: Sequence[Statement], question: str, best: Found, verdict: Verdict | None
) -> list[Statement]:
    """Return the statements, the first one after "Yes" or "No" where the best evidence says so.

    A number that the question bounds is held against that by code, all else is the verifier's.
    """
    if verdict is None or verdict.settled < _SETTLED:
        return list(said)
    yes = within_bound(question, best.answer)
    if yes is None and abs(verdict.yes) >= _SURE:
        yes = verdict.yes > 0
    if yes is None:
        return list(said)
    first, *others = said
    return [replace(first, text=f"{VERDICTS[yes]}. {first.text}"), *others]

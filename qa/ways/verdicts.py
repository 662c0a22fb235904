"""Say "Yes" or "No" before what proves it, where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.questions import VERDICTS
from qa.evidence.verifier import Verdict
from qa.question.forms import Asked
from qa.question.kinds import Kind
from qa.types import Statement

_SETTLED, _SURE = 0.0, 1.0  # log odds


def with_verdict(
    said: Sequence[Statement], asked: Asked, verdict: Verdict | None
) -> list[Statement]:
    """Return the statements, the first one after "Yes" or "No" where that was asked and is sure."""
    first, *others = said
    sure = verdict and verdict.settled >= _SETTLED and abs(verdict.yes) >= _SURE
    if asked.kind is not Kind.YES_NO or not sure or verdict is None:
        return list(said)
    return [replace(first, text=f"{VERDICTS[verdict.yes > 0]}. {first.text}"), *others]

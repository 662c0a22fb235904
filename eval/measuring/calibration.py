"""What the confidence is held to: it is the probability that the answer is right.

That is so whether the answer is shown or held back: `eval.fit` fits it to "the best sentence is
right", and a question is declined where that is too unlikely. So an answer to a question that the
articles do not answer counts as wrong, and one that was held back counts as right where it is
(`Row.held_back`; the pipeline in this process tells, a server does not).

Where nobody knows of the answers held back, no declined question counts. Those without an answer
alone would make every low confidence look too high, and leaving all out takes nothing from the
others: who is declined depends on the confidence only.
"""

from collections.abc import Sequence

from eval.types import Row


def is_right(row: Row) -> bool:
    """Tell whether the answer to a question is right, or would be if it were not held back."""
    return row.answerable and bool(row.right if row.answered else row.held_back)


def counted(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that say whether the confidence is right: all, or those that are answered."""
    unknown = any(row.answerable and not row.answered and row.held_back is None for row in rows)
    return [row for row in rows if row.answered or not unknown]

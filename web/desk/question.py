"""A question as a client asks it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.types import Turn

MAX_TURNS = 20  # of a conversation that a question is read with
NEW = "new"  # the conversation that begins with a question


@dataclass(frozen=True, slots=True)
class Question:
    """A question, after the turns before it.

    With a conversation (or `new`) the answer is kept; a submission is answered once.
    """

    text: str
    turns: Sequence[Turn] = ()
    top_k: int = 5
    conversation_id: str | None = None
    submission: str | None = None

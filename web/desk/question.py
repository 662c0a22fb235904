"""A question as a client asks it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from index.types import UNLIMITED, Limits
from qa.types import Turn
from qa.ways.inquiry import EVERY_STEP, Flow

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
    limits: Limits = UNLIMITED
    flow: Flow = EVERY_STEP
    instead_of: str | None = None  # a turn of the conversation: asked again from there

    @property
    def sent_as(self) -> str | None:
        """Return the word of the submission.

        Limited otherwise or to be answered otherwise, the question is another one.
        """
        asked = self.limits, self.flow
        if self.submission is None or asked == (UNLIMITED, EVERY_STEP):
            return self.submission
        written = json.dumps([astuple(part) for part in asked]).encode()
        return f"{self.submission} {hashlib.sha256(written).hexdigest()[:16]}"

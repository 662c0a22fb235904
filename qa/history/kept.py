"""What is kept of conversations: their types. `qa/history/conversations.py` keeps them."""

import json
from dataclasses import dataclass, field
from typing import Any, Self

from qa.types import Turn
from qa.wire import AnswerOut


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in a list; its turns are read with `Conversations.turns`."""

    id: str
    title: str
    created: str
    updated: str
    turns: int


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One question with its answer as `POST /ask` gave it.

    `versions` has the SHA-256 of each cited article at that time.
    """

    id: str
    conversation_id: str
    answer: AnswerOut
    versions: dict[str, str]
    created: str
    up: bool | None = None
    comment: str = ""

    @classmethod
    def of(cls, *row: Any) -> Self:
        """Read a row of the file: id, conversation, answer, versions, time, thumb, comment."""
        turn_id, conversation_id, answer, versions, created, up, comment = row
        kept, judged = AnswerOut.model_validate_json(answer), None if up is None else bool(up)
        said = comment or ""
        return cls(turn_id, conversation_id, kept, json.loads(versions), created, judged, said)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Turns of a conversation that follow each other.

    `earlier` are the ids of those before them, `later` is how many come after.
    """

    turns: list[StoredTurn]
    earlier: list[str]
    later: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and the article it was taken from."""

    article_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person said of one answer; `history` holds the turns before it."""

    id: str
    question: str
    history: tuple[Turn, ...]
    answer: str
    answered: bool
    up: bool
    comment: str
    created: str
    citations: tuple[Quoted, ...] = field(default=())
    short_answer: str = ""

    @classmethod
    def of(cls, turn: StoredTurn, history: tuple[Turn, ...], created: str) -> Self:
        """Write what was said of a turn at a time."""
        kept = turn.answer
        return cls(
            id=turn.id,
            question=kept.question,
            history=history,
            answer=kept.answer,
            answered=kept.answered,
            up=bool(turn.up),
            comment=turn.comment,
            created=created,
            citations=tuple(Quoted(c.article_id, c.quote) for c in kept.citations),
            short_answer=kept.short_answer,
        )

"""What is kept of conversations: their types. `qa/history/conversations.py` keeps them."""

from dataclasses import dataclass, field

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
    """One question with its answer as `POST /ask` gave it, and the SHA-256 of each cited article at that time."""

    id: str
    conversation_id: str
    answer: AnswerOut
    versions: dict[str, str]
    created: str
    up: bool | None = None
    comment: str = ""


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

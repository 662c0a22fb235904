"""What a client of the OpenAI-compatible API sends: its messages, read as a question."""

from pydantic import BaseModel, ConfigDict, Field

from index.problems import Problem
from index.types import WellspringError
from qa.question.refused import MAX_QUESTION
from qa.types import Turn
from web.bodies import LimitedBody
from web.desk.question import MAX_TURNS, Question

MODEL = "wellspring"
SOURCES = "\n\nSources:\n"  # what stands between an answer and its quotes
# Of all messages, counted in tokens for `usage`: as many as the longest contexts take.
MAX_CHARACTERS = 200_000


class Part(BaseModel):
    """A piece of a message's content; only text is read."""

    model_config = ConfigDict(extra="allow")
    type: str
    text: str = ""


class Message(BaseModel):
    """One message; `user` asks, `assistant` answered before, `system` and others are not used."""

    model_config = ConfigDict(extra="allow")
    role: str
    content: str | list[Part] | None = None

    def words(self) -> str:
        """Return the text of the message."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    """What a stream ends with."""

    include_usage: bool = False


class ChatIn(LimitedBody):
    """The body of `POST /v1/chat/completions`; sampling options are accepted and have no effect.

    `articles` and `folder` are fields of ours.
    """

    model_config = ConfigDict(extra="allow")
    model: str = Field(MODEL, examples=[MODEL])
    messages: list[Message] = Field(
        min_length=1, examples=[[{"role": "user", "content": "How high was the overdue rate?"}]]
    )
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int | None = 1


def read_question(body: ChatIn) -> Question:
    """Return the last user message as a question, after its turns; raises `WellspringError`."""
    check_model(body.model)
    _check_length(body.messages)
    *before, last = body.messages
    if body.n not in (None, 1):
        raise WellspringError(
            Problem.UNSUPPORTED_REQUEST,
            f"`n` is {body.n}, but there is one answer to a question. Leave it out.",
        )
    if last.role != "user":
        raise WellspringError(
            Problem.NO_QUESTION,
            f"The last message is of {last.role!r}. End the messages with one of `user`.",
        )
    return Question(last.words(), _turns(before)[-MAX_TURNS:], limits=body.limits())


def check_model(model: str) -> None:
    """Refuse another model than the one there is; raises `WellspringError`."""
    if model != MODEL:
        raise WellspringError(
            Problem.UNKNOWN_MODEL, f"There is no model {model[:80]!r}. Use {MODEL!r}."
        )


def _check_length(messages: list[Message]) -> None:
    length = sum(len(message.words()) for message in messages)
    if length > MAX_CHARACTERS:
        raise WellspringError(
            Problem.MESSAGES_TOO_LONG,
            f"The messages have {length:,} characters. "
            f"Send at most {MAX_CHARACTERS:,}; leave out the oldest.",
        )


def _turns(messages: list[Message]) -> list[Turn]:
    """Return each question with the answer that followed it, without the quotes below."""
    turns, asked = [], ""
    for message in messages:
        if message.role == "user":
            asked = message.words()
        elif message.role == "assistant" and asked:
            turns.append(Turn(asked[:MAX_QUESTION], message.words().split(SOURCES)[0]))
            asked = ""
    return turns

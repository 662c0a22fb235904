"""The OpenAI-compatible API: `GET /v1/models`, `POST /v1/chat/completions`.

Citations are in the text and in the field `wellspring`.
"""

import json
import time
import uuid
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import ServerSentEvent

from index.problems import Problem
from index.types import WellspringError
from qa.answerer import MAX_QUESTION
from qa.types import Turn
from web.bodies import Body
from web.desk.asking import MAX_TURNS, Desk, Question, Visit
from web.desk.events import STILL_WRITING, VisitEvents
from web.errors import UNEXPECTED, error_json, log

MODEL = "wellspring"
# Of all messages, counted in tokens for `usage`: as many as the longest contexts take.
MAX_CHARACTERS = 200_000
_SOURCES = "\n\nSources:\n"
_STARTED = int(time.time())

CountTokens = Callable[[str], int]


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


class ChatIn(Body):
    """The body of `POST /v1/chat/completions`; sampling options are accepted and have no effect."""

    model_config = ConfigDict(extra="allow")
    model: str = Field(MODEL, examples=[MODEL])
    messages: list[Message] = Field(
        min_length=1, examples=[[{"role": "user", "content": "How high was the overdue rate?"}]]
    )
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int | None = 1


def openai_routes(desk: Desk, count_tokens: CountTokens) -> APIRouter:
    """Return the OpenAI-compatible routes."""
    routes = APIRouter(prefix="/v1", tags=["openai"])

    @routes.get("/models")
    def models() -> dict[str, object]:
        """List the one model there is: the answerer over the indexed articles."""
        return {"object": "list", "data": [_model()]}

    @routes.get("/models/{model}")
    def model(model: str) -> dict[str, object]:
        """Describe one model."""
        _check_model(model)
        return _model()

    @routes.post("/chat/completions", response_model=None)
    async def complete(body: ChatIn, request: Request) -> Response | dict[str, object]:
        """Answer the last user message from the articles.

        The messages before it are the conversation.
        """
        question = read_question(body)
        prompt_tokens = await run_in_threadpool(
            lambda: sum(count_tokens(message.words()) for message in body.messages)
        )
        head = {"id": f"chatcmpl-{uuid.uuid4().hex}", "created": int(time.time()), "model": MODEL}
        if body.stream:
            wants_usage = body.stream_options is not None and body.stream_options.include_usage
            visit = await desk.receive(question, request)
            return VisitEvents(
                visit, _chunks(visit, head, count_tokens, prompt_tokens if wants_usage else None)
            )
        answer = await desk.ask(question, request)
        text = answer["answer"] + _sources(answer)
        choice = {
            "index": 0,
            "message": {"role": "assistant", "content": text},
            "logprobs": None,
            "finish_reason": "stop",
        }
        usage = _usage(prompt_tokens, await run_in_threadpool(count_tokens, text))
        return {
            **head,
            "object": "chat.completion",
            "choices": [choice],
            "usage": usage,
            "wellspring": answer,
        }

    return routes


def read_question(body: ChatIn) -> Question:
    """Return the last user message as a question, after its turns; raises `WellspringError`."""
    _check_model(body.model)
    _check_length(body.messages)
    if body.n not in (None, 1):
        raise WellspringError(
            Problem.UNSUPPORTED_REQUEST,
            f"`n` is {body.n}, but there is one answer to a question. Leave it out.",
        )
    if body.messages[-1].role != "user":
        raise WellspringError(
            Problem.NO_QUESTION,
            f"The last message is of {body.messages[-1].role!r}. "
            "End the messages with one of `user`.",
        )
    turns, asked = [], ""
    for message in body.messages[:-1]:
        if message.role == "user":
            asked = message.words()
        elif message.role == "assistant" and asked:
            turns.append(Turn(asked[:MAX_QUESTION], message.words().split(_SOURCES)[0]))
            asked = ""
    return Question(body.messages[-1].words(), turns[-MAX_TURNS:])


def _check_model(model: str) -> None:
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


def _model() -> dict[str, object]:
    return {"id": MODEL, "object": "model", "created": _STARTED, "owned_by": "wellspring"}


def _sources(answer: dict[str, Any]) -> str:
    """Write the quotes below an answer, for clients that show text alone."""
    lines = [f"[{c['marker']}] “{c['quote']}” ({c['source']})" for c in answer["citations"]]
    return _SOURCES + "\n".join(lines) if lines else ""


def _usage(prompt: int, completion: int) -> dict[str, int]:
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
    }


async def _chunks(
    visit: Visit, head: dict[str, object], count_tokens: CountTokens, prompt_tokens: int | None
) -> AsyncGenerator[ServerSentEvent, None]:
    """Yield the answer as chunks; with `prompt_tokens` a last one has the usage."""

    def chunk(
        delta: dict[str, str] | None, finish: str | None = None, **more: object
    ) -> ServerSentEvent:
        choices = (
            []
            if delta is None
            else [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]
        )
        return ServerSentEvent(
            json.dumps(
                {**head, "object": "chat.completion.chunk", "choices": choices, **more},
                ensure_ascii=False,
            )
        )

    yield chunk({"role": "assistant", "content": ""})
    try:
        async with aclosing(visit.pieces()) as pieces:
            async for piece in pieces:
                if isinstance(piece, str):
                    yield chunk({"content": piece}) if piece else STILL_WRITING
                    continue
                sources = _sources(piece)
                if sources:
                    yield chunk({"content": sources})
                yield chunk({}, "stop", wellspring=piece)
                if prompt_tokens is not None:
                    yield chunk(
                        None, usage=_usage(prompt_tokens, count_tokens(piece["answer"] + sources))
                    )
    except WellspringError as error:
        yield ServerSentEvent(json.dumps(error_json(error.code, error.message)))
    except Exception:
        log.exception("unexpected error while streaming")
        yield ServerSentEvent(json.dumps(error_json(Problem.INTERNAL_ERROR, UNEXPECTED)))
    yield ServerSentEvent("[DONE]")

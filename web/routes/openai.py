"""The OpenAI-compatible API: `GET /v1/models`, `POST /v1/chat/completions`.

Citations are in the text and in the field `wellspring`.
"""

import json
import time
import uuid
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from qa.steps import Step
from qa.text.validity import source_of
from qa.wire import CitationOut
from web.desk.asking import Visit
from web.desk.chores.doing import done as done_without_search
from web.desk.chores.talk import Said
from web.desk.events import STILL_WRITING, VisitEvents, ended
from web.routes.messages import MODEL, SOURCES, ChatIn, check_model, read_question
from web.routes.parts import CountTokens, PartsIn

routes = APIRouter(prefix="/v1", tags=["openai"])
_STARTED = int(time.time())


@routes.get("/models")
def models() -> dict[str, object]:
    """List the one model there is: the answerer over the indexed articles."""
    return {"object": "list", "data": [_model()]}


@routes.get("/models/{model}")
def model(model: str) -> dict[str, object]:
    """Describe one model."""
    check_model(model)
    return _model()


@routes.post("/chat/completions", response_model=None)
async def complete(body: ChatIn, request: Request, parts: PartsIn) -> Response | dict[str, object]:
    """Answer the last user message from the articles.

    The messages before it are the conversation. What chat programs order beside questions (a title
    of the conversation, its tags) is done without a search, in the form that they ask for.
    """
    question, count = read_question(body), parts.count_tokens
    prompt_tokens = await run_in_threadpool(
        lambda: sum(count(message.words()) for message in body.messages)
    )
    head = {"id": f"chatcmpl-{uuid.uuid4().hex}", "created": int(time.time()), "model": MODEL}
    wants_usage = body.stream_options is not None and body.stream_options.include_usage
    said = [Said(message.role, message.words()) for message in body.messages]
    done = await run_in_threadpool(done_without_search, said)
    if done is not None:
        usage = _usage(prompt_tokens, await run_in_threadpool(count, done))
        if body.stream:
            return EventSourceResponse(_finished(_told(head, done, usage if wants_usage else None)))
        return _whole(head, done, usage)
    if body.stream:
        visit = await parts.desk.receive(question, request)
        chunks = _chunks(visit, head, count, prompt_tokens if wants_usage else None)
        return VisitEvents(visit, _finished(ended(chunks, _event)))
    answer = await parts.desk.ask(question, request)
    text = answer["answer"] + _sources(answer)
    usage = _usage(prompt_tokens, await run_in_threadpool(count, text))
    return _whole(head, text, usage, wellspring=answer)


def _model() -> dict[str, object]:
    return {"id": MODEL, "object": "model", "created": _STARTED, "owned_by": "wellspring"}


def _sources(answer: dict[str, Any]) -> str:
    """Write the quotes below an answer, for clients that show text alone."""
    cited = [CitationOut.model_validate(citation).citation() for citation in answer["citations"]]
    lines = [f"[{one.marker}] “{one.evidence.text}” ({source_of(one)})" for one in cited]
    return SOURCES + "\n".join(lines) if lines else ""


def _usage(prompt: int, completion: int) -> dict[str, int]:
    total = prompt + completion
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": total}


def _whole(
    head: dict[str, object], text: str, usage: dict[str, int], **more: object
) -> dict[str, object]:
    """Write a completion that is no stream."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return {**head, "object": "chat.completion", "choices": [choice], "usage": usage, **more}


async def _told(
    head: dict[str, object], text: str, usage: dict[str, int] | None
) -> AsyncGenerator[ServerSentEvent, None]:
    """Yield a text that is whole already as chunks."""
    yield _chunk(head, {"role": "assistant", "content": text})
    yield _chunk(head, {}, "stop")
    if usage is not None:
        yield _chunk(head, None, usage=usage)


async def _chunks(
    visit: Visit, head: dict[str, object], count: CountTokens, prompt_tokens: int | None
) -> AsyncGenerator[ServerSentEvent, None]:
    """Yield the answer as chunks; with `prompt_tokens` a last one has the usage."""
    yield _chunk(head, {"role": "assistant", "content": ""})
    async with aclosing(visit.pieces()) as pieces:
        async for piece in pieces:
            if isinstance(piece, str | Step):
                told = piece if isinstance(piece, str) else ""
                yield _chunk(head, {"content": told}) if told else STILL_WRITING
                continue
            if sources := _sources(piece):
                yield _chunk(head, {"content": sources})
            yield _chunk(head, {}, "stop", wellspring=piece)
            if prompt_tokens is not None:
                written = await run_in_threadpool(count, piece["answer"] + sources)
                yield _chunk(head, None, usage=_usage(prompt_tokens, written))


def _chunk(
    head: dict[str, object], delta: dict[str, str] | None, finish: str | None = None, **more: object
) -> ServerSentEvent:
    """Write a chunk; without `delta` it has no choice."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    choices = [] if delta is None else [choice]
    return _event({**head, "object": "chat.completion.chunk", "choices": choices, **more})


async def _finished(
    events: AsyncGenerator[ServerSentEvent, None],
) -> AsyncGenerator[ServerSentEvent, None]:
    """Yield events, then the word by which clients know that no more will come."""
    async with aclosing(events):
        async for event in events:
            yield event
    yield ServerSentEvent("[DONE]")


def _event(content: object) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(content, ensure_ascii=False))

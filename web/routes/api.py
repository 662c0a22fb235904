"""The JSON API: ask, search, health.

The other routes are in `articles`, `changing`, `conversations` and `openai`.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import JSONServerSentEvent, ServerSentEvent

from index.problems import Problem
from index.types import WellspringError
from qa.question.refused import MAX_QUESTION
from qa.steps import Step
from qa.types import Turn
from qa.wire import AnswerOut, PassageOut
from web.bodies import LimitedBody
from web.desk.asking import Visit
from web.desk.events import STILL_WRITING, VisitEvents, ended, step_json
from web.desk.question import Question
from web.page.choices import Choices
from web.page.texts import language_of
from web.routes.parts import PartsIn
from web.security import OPEN_TO_ALL

routes = APIRouter()
_QUESTION = "How high was the overdue rate?"


class TurnIn(BaseModel):
    """One earlier turn of the conversation."""

    question: str = Field(max_length=MAX_QUESTION)
    answer: str


class AskIn(LimitedBody, Choices):
    """The body of `POST /ask`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"question": _QUESTION}]}
    )
    question: str = Field(description="The question, at most 2000 characters.")
    history: list[TurnIn] = Field(
        [], description="The turns before, oldest first; not needed with `conversation_id`."
    )
    top_k: int = Field(5, ge=1, le=50, description="How many passages to return.")
    stream: bool = Field(
        False, description="Answer with server-sent events: meta, step, token, answer, error."
    )
    conversation_id: str | None = Field(
        None, max_length=64, description="Keep the answer in this conversation; `new` starts one."
    )
    submission: str | None = Field(
        None,
        min_length=8,
        max_length=64,
        description="A random word: a question sent twice is answered once.",
    )
    instead_of: str | None = Field(
        None,
        max_length=64,
        description="Ask again from this turn of the conversation: it and those after it leave it.",
    )


class SearchIn(LimitedBody):
    """The body of `POST /search`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"query": "overdue rate", "top_k": 3}]}
    )
    query: str = Field(description="Words or a question.")
    top_k: int = Field(5, ge=1, le=50, description="How many passages to return.")


_PLACE = {
    "article_id": "bridge-1a2b3c",
    "title": "The bridge",
    "source": "articles/bridge.md",
    "start": 12,
    "end": 42,
    "page": None,
}
_QUOTED = {
    "marker": 1,
    **_PLACE,
    "quote": "The bridge was opened in 1874.",
    "passage": "The bridge was opened in 1874. …",
    "score": 0.91,
}
_TIMES = {"retrieve": 9, "evidence": 60, "first_token": 120, "generate": 240, "total": 330}
_EXAMPLE = {
    "answer": "The bridge was opened in 1874. [1]",
    "answered": True,
    "confidence": 0.94,
    "question": "When was the bridge opened?",
    "standalone_question": "When was the bridge opened?",
    "citations": [_QUOTED],
    "passages": [{**_PLACE, "text": "The bridge was opened in 1874. …", "score": 0.83}],
    "timings_ms": _TIMES,
    "models": {"embedder": "…", "generator": "…", "index": "generation 12"},
    "scope": None,
}
_CONTENT = {"application/json": {"example": _EXAMPLE}}
_ANSWERED: dict[int | str, dict[str, Any]] = {200: {"model": AnswerOut, "content": _CONTENT}}


@routes.post("/ask", response_model=None, tags=["ask"], responses=_ANSWERED)
async def ask(body: AskIn, request: Request, parts: PartsIn) -> Response | dict[str, Any]:
    """Answer a question from the articles, or say that they do not say."""
    if body.conversation_id and not parts.keeps:
        raise WellspringError(Problem.OPEN_TO_ALL, OPEN_TO_ALL)
    turns = [Turn(turn.question, turn.answer) for turn in body.history]
    kept_in = body.conversation_id, body.submission
    asked = Question(body.question, turns, body.top_k, *kept_in, body.limits(), body.flow())
    question = replace(asked, instead_of=body.instead_of)
    if body.stream or "text/event-stream" in request.headers.get("accept", ""):
        visit = await parts.desk.receive(question, request)
        return VisitEvents(visit, ended(_events(visit), _error))
    return await parts.desk.ask(question, request)


@routes.post("/search", tags=["ask"])
async def search(body: SearchIn, request: Request, parts: PartsIn) -> dict[str, object]:
    """Return the passages that fit a query best."""
    hits = await parts.desk.search(body.query, body.top_k, request, body.limits())
    return {"query": body.query, "passages": [PassageOut.of(hit).model_dump() for hit in hits]}


@routes.get("/examples", tags=["ask"])
def example_questions(request: Request, parts: PartsIn) -> dict[str, object]:
    """Return a few questions that the indexed articles answer.

    In the language that `Accept-Language` names, where there are any in it.
    """
    return {"questions": parts.examples.found.in_language(language_of(request))}


@routes.get("/health", tags=["service"])
async def health() -> dict[str, str]:
    """Tell that the process runs; without a thread, so also while every thread waits."""
    return {"status": "ok"}


@routes.get("/ready", tags=["service"])
def ready(parts: PartsIn) -> dict[str, object]:
    """Tell that the index and the models are loaded.

    `generator_away` says why a model server cannot be asked, "" where it can: answers are quotes
    then.
    """
    articles, passages = parts.index.counts()
    answerer = parts.desk.answerer
    told = {"models": answerer.models(), "generator_away": answerer.away()}
    return {"status": "ready", "articles": articles, "passages": passages, **told}


async def _events(visit: Visit) -> AsyncGenerator[ServerSentEvent, None]:
    """Yield the events of one answer: who is asked, what is done, words, the whole answer."""
    asked = {"question": visit.question.text, "models": visit.desk.answerer.models()}
    yield JSONServerSentEvent(asked, event="meta")
    done = None
    async with aclosing(visit.pieces()) as pieces:
        async for piece in pieces:
            if isinstance(piece, dict):
                yield JSONServerSentEvent(piece, event="answer")
            elif isinstance(piece, Step) and piece != done:
                done = piece
                yield JSONServerSentEvent(step_json(piece), event="step")
            elif piece and isinstance(piece, str):
                yield JSONServerSentEvent({"text": piece}, event="token")
            else:
                yield STILL_WRITING


def _error(said: dict[str, dict[str, str]]) -> ServerSentEvent:
    return JSONServerSentEvent(said, event="error")

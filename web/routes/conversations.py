"""Conversations over HTTP: list, read, rename, delete, export; one answer by its link; feedback."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from pydantic import ConfigDict, Field

from qa.history.transcript import (
    changes_since,
    conversation_json,
    places_now,
    to_json,
    to_markdown,
    turn_json,
)
from web.bodies import Body
from web.page.paging import PageIn, address
from web.page.templates import render, wants_html
from web.routes.parts import PartsIn

routes = APIRouter(tags=["conversations"])
_ALL = 1_000_000  # turns, more than any conversation has


class TitleIn(Body):
    """The body of `PATCH /conversations/{id}`."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(examples=["Loans to farmers"])


class FeedbackIn(Body):
    """The body of `PUT /answers/{id}/feedback`; `up` null takes it back."""

    model_config = ConfigDict(extra="forbid")
    up: bool | None = Field(examples=[True])
    comment: str = Field("", examples=["The quote is of another year."])


@routes.get("/conversations")
def listed(request: Request, page: PageIn, parts: PartsIn, search: str = "") -> dict[str, object]:
    """List the conversations, the latest first.

    With `search` those whose title, questions or answers hold it.
    """
    kept, here = parts.desk.conversations, address(request.url.path, search)
    found = [conversation_json(item) for item in kept.all(search, page.limit, page.offset)]
    return page.wrap("conversations", found, kept.count(search), here)


@routes.get("/conversations/{conversation_id}")
def conversation(
    conversation_id: str,
    parts: PartsIn,
    last: Annotated[int, Query(ge=1, description="How many turns at most; else all.")] = _ALL,
    upto: Annotated[str, Query(description="The id of the turn that is the last of them.")] = "",
) -> dict[str, Any]:
    """Return a conversation with its turns, and how many come before and after these."""
    kept = parts.desk.conversations
    shown = kept.stretch(conversation_id, last, upto)
    around = {"earlier": len(shown.earlier), "later": shown.later}
    return {**to_json(kept.get(conversation_id), shown.turns), **around}


@routes.patch("/conversations/{conversation_id}")
def rename(conversation_id: str, body: TitleIn, parts: PartsIn) -> dict[str, Any]:
    """Give a conversation another title."""
    return conversation_json(parts.desk.conversations.rename(conversation_id, body.title))


@routes.delete("/conversations/{conversation_id}")
def delete(conversation_id: str, parts: PartsIn) -> dict[str, str]:
    """Delete a conversation with its answers and their feedback."""
    parts.desk.conversations.delete(conversation_id)
    return {"deleted": conversation_id}


@routes.get("/conversations/{conversation_id}/export", response_model=None)
def export(
    conversation_id: str, parts: PartsIn, format: Literal["markdown", "json"] = "markdown"
) -> Response:
    """Return a conversation as a file: `format=markdown` or `format=json`."""
    kept = parts.desk.conversations
    conversation, turns = kept.get(conversation_id), kept.turns(conversation_id)
    name = f'attachment; filename="conversation-{conversation_id}.'
    if format == "json":
        headers = {"Content-Disposition": f'{name}json"'}
        return JSONResponse(to_json(conversation, turns), headers=headers)
    text, headers = to_markdown(conversation, turns), {"Content-Disposition": f'{name}md"'}
    return PlainTextResponse(text, media_type="text/markdown", headers=headers)


@routes.get("/answers/{answer_id}", response_model=None)
def answer(answer_id: str, request: Request, parts: PartsIn) -> Response:
    """Return one answer as it was given, with what became of the articles it cites since."""
    turn, article = parts.desk.conversations.turn(answer_id), parts.index.article
    shown = {**turn_json(turn), "changes": changes_since(turn, article)}
    if wants_html(request):
        page = render("answer.html", request, turn=places_now(shown, article))
        return HTMLResponse(page)
    return JSONResponse(shown)


@routes.put("/answers/{answer_id}/feedback")
def judge(answer_id: str, body: FeedbackIn, parts: PartsIn) -> dict[str, Any]:
    """Keep a thumb up or down for an answer, with a comment."""
    return turn_json(parts.desk.conversations.judge(answer_id, body.up, body.comment))


@routes.get("/feedback")
def feedback(parts: PartsIn) -> dict[str, object]:
    """Return all feedback, oldest first."""
    return {"feedback": [asdict(item) for item in parts.desk.conversations.feedback()]}

"""Conversations over HTTP: list, read, rename, delete, export; one answer by its link; feedback."""

from dataclasses import asdict
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from pydantic import ConfigDict, Field

from index.ranking.search import Index
from qa.history.conversations import Conversations
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
from web.page.templates import wants_html
from web.routes.pages import answer_page


class TitleIn(Body):
    """The body of `PATCH /conversations/{id}`."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(examples=["Loans in Guangxi"])


class FeedbackIn(Body):
    """The body of `PUT /answers/{id}/feedback`; `up` null takes it back."""

    model_config = ConfigDict(extra="forbid")
    up: bool | None = Field(examples=[True])
    comment: str = Field("", examples=["The quote is of another year."])


def conversation_routes(conversations: Conversations) -> APIRouter:
    """Return the routes of conversations."""
    routes = APIRouter(tags=["conversations"])

    @routes.get("/conversations")
    def listed(page: PageIn, search: str = "") -> dict[str, object]:
        """List the conversations, the latest first.

        With `search` those whose title, questions or answers hold it.
        """
        found = [
            conversation_json(item) for item in conversations.all(search, page.limit, page.offset)
        ]
        return page.wrap(
            "conversations", found, conversations.count(search), address("/conversations", search)
        )

    @routes.get("/conversations/{conversation_id}")
    def conversation(conversation_id: str) -> dict[str, Any]:
        """Return a conversation with all its turns."""
        return to_json(conversations.get(conversation_id), conversations.turns(conversation_id))

    @routes.patch("/conversations/{conversation_id}")
    def rename(conversation_id: str, body: TitleIn) -> dict[str, Any]:
        """Give a conversation another title."""
        return conversation_json(conversations.rename(conversation_id, body.title))

    @routes.delete("/conversations/{conversation_id}")
    def delete(conversation_id: str) -> dict[str, str]:
        """Delete a conversation with its answers and their feedback."""
        conversations.delete(conversation_id)
        return {"deleted": conversation_id}

    @routes.get("/conversations/{conversation_id}/export", response_model=None)
    def export(conversation_id: str, format: Literal["markdown", "json"] = "markdown") -> Response:
        """Return a conversation as a file: `format=markdown` or `format=json`."""
        conversation, turns = (
            conversations.get(conversation_id),
            conversations.turns(conversation_id),
        )
        if format == "json":
            return JSONResponse(
                to_json(conversation, turns), headers=_as_file(conversation_id, "json")
            )
        return PlainTextResponse(
            to_markdown(conversation, turns),
            media_type="text/markdown",
            headers=_as_file(conversation_id, "md"),
        )

    return routes


def answer_routes(index: Index, conversations: Conversations) -> APIRouter:
    """Return the routes of single answers and their feedback."""
    routes = APIRouter(tags=["conversations"])

    @routes.get("/answers/{answer_id}", response_model=None)
    def answer(answer_id: str, request: Request) -> Response:
        """Return one answer as it was given, with what became of the articles it cites since."""
        turn = conversations.turn(answer_id)
        shown = {**turn_json(turn), "changes": changes_since(turn, index.article)}
        if wants_html(request):
            return HTMLResponse(answer_page(request, places_now(shown, index.article)))
        return JSONResponse(shown)

    @routes.put("/answers/{answer_id}/feedback")
    def judge(answer_id: str, body: FeedbackIn) -> dict[str, Any]:
        """Keep a thumb up or down for an answer, with a comment."""
        return turn_json(conversations.judge(answer_id, body.up, body.comment))

    @routes.get("/feedback")
    def feedback() -> dict[str, object]:
        """Return all feedback, oldest first."""
        return {"feedback": [asdict(item) for item in conversations.feedback()]}

    return routes


def _as_file(conversation_id: str, ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="conversation-{conversation_id}.{ending}"'
    }

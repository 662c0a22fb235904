"""The chat page for people. It works without JavaScript; with it, answers appear in place."""

import uuid
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from index.problems import Problem
from index.types import WellspringError
from qa.history.transcript import conversation_json, places_now, turn_json
from qa.question.refused import MAX_QUESTION
from web.desk.question import NEW, Question
from web.errors import headers_of
from web.front.prefix import root_of
from web.page.choices import choices_of
from web.page.templates import render
from web.page.texts import COOKIE, TEXTS, YEAR, language_of, say_error
from web.routes.parts import Parts, PartsIn

routes = APIRouter(include_in_schema=False)
_LISTED = 30  # conversations beside the chat


@routes.get("/", response_class=HTMLResponse)
def chat(
    request: Request,
    parts: PartsIn,
    conversation: str = "",
    search: str = "",
    article: str = "",
) -> str:
    """Show the chat: with a kept conversation and with an article to ask, where they are named."""
    kept = conversation if parts.keeps else ""
    return _chat_page(request, parts, kept, search, article=article)


@routes.post("/", response_model=None)
async def ask(
    request: Request,
    parts: PartsIn,
    question: Annotated[str, Form()] = "",
    conversation: Annotated[str, Form()] = "",
    submission: Annotated[str, Form()] = "",
) -> Response:
    """Answer a plain form post, then lead to the conversation: a reload asks nothing again.

    Where nothing is kept, each question stands by itself.
    """
    kept_in = (conversation or NEW) if parts.keeps else None
    asked = Question(
        question,
        conversation_id=kept_in,
        submission=submission or None,
        flow=choices_of(request).flow(),
    )
    page = partial(run_in_threadpool, partial(_chat_page, request, parts))
    try:
        answer = await parts.desk.ask(asked, request, patient=True)
    except WellspringError as error:
        message = say_error(language_of(request), error.code, error.message)
        known = conversation if error.code is not Problem.UNKNOWN_CONVERSATION else ""
        body = await page(known, error=message, question=question[:MAX_QUESTION])
        return HTMLResponse(body, error.code.status, headers_of(error))
    if "id" not in answer:  # it is not to be kept, or could not be
        turns = [{**answer, "id": "", "feedback": None}]
        return HTMLResponse(await page(conversation if parts.keeps else "", turns=turns))
    place = f"/?conversation={answer['conversation_id']}#turn-{answer['id']}"
    return RedirectResponse(root_of(request) + place, 303)


@routes.get("/language/{language}")
def speak(request: Request, language: str, back: str = "") -> Response:
    """Choose the language of the interface and go back."""
    root = root_of(request)
    response = RedirectResponse(_on_this_site(back) or f"{root}/", 303)
    if language in TEXTS:
        response.set_cookie(
            COOKIE, language, max_age=YEAR, path=root or "/", samesite="lax", httponly=True
        )
    return response


def _on_this_site(address: str) -> str:
    """Return an address without its host; "" for none, or for what is no address."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as "http://["
        return ""
    path = "/" + parts.path.lstrip("/\\")
    return parts._replace(scheme="", netloc="", path=path).geturl() if address else ""


def _chat_page(
    request: Request,
    parts: Parts,
    conversation: str = "",
    search: str = "",
    *,
    article: str = "",
    error: str = "",
    question: str = "",
    turns: list[dict[str, Any]] | None = None,
) -> str:
    desk, found, language = parts.desk, parts.examples.found, language_of(request)
    if turns is None:
        kept = desk.conversations.turns(conversation) if conversation else []
        turns = [places_now(turn_json(turn), desk.index.article) for turn in kept]
    return render(
        "chat.html",
        request,
        turns=turns,
        conversation=conversation,
        conversations=[conversation_json(item) for item in desk.conversations.all(search, _LISTED)],
        search=search,
        submission=uuid.uuid4().hex,
        named=article,
        chosen=desk.index.article(article) if article else None,
        error=error,
        question=question,
        articles=desk.index.counts()[0],
        topics=found.topics,
        examples=found.in_language(language),
        foreign=bool(found.questions) and not found.questions.get(language),
        editable=parts.shelf is not None,
        keeps=parts.keeps,
        choices=choices_of(request).as_json(),
    )

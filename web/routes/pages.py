"""The chat page for people. It works without JavaScript; with it, answers appear in place."""

from dataclasses import replace
from functools import partial
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from index.problems import Problem
from index.types import WellspringError
from qa.question.refused import MAX_QUESTION
from web.desk.question import NEW, Question
from web.errors import headers_of
from web.front.prefix import root_of
from web.page.choices import choices_of
from web.page.texts import COOKIE, TEXTS, YEAR, language_of, say_error
from web.routes.browsing.chat_page import LISTED, Shown, chat_page
from web.routes.parts import PartsIn

routes = APIRouter(include_in_schema=False)
_MOST = 10_000  # conversations that are listed


def _shown(
    conversation: str = "",
    upto: str = "",
    again: str = "",
    search: str = "",
    listed: Annotated[int, Query(ge=1, le=_MOST)] = LISTED,
    article: str = "",
) -> Shown:
    return Shown(conversation, upto, again, search, listed, article)


@routes.get("/", response_class=HTMLResponse)
def chat(request: Request, parts: PartsIn, shown: Annotated[Shown, Depends(_shown)]) -> str:
    """Show the chat: with a kept conversation and with an article to ask, where they are named."""
    return chat_page(request, parts, shown if parts.keeps else Shown(article=shown.article))


@routes.post("/", response_model=None)
async def ask(
    request: Request,
    parts: PartsIn,
    question: Annotated[str, Form()] = "",
    conversation: Annotated[str, Form()] = "",
    submission: Annotated[str, Form()] = "",
    instead_of: Annotated[str, Form()] = "",
) -> Response:
    """Answer a plain form post, then lead to the conversation: a reload asks nothing again.

    Where nothing is kept, each question stands by itself.
    """
    asked = Question(
        question,
        conversation_id=(conversation or NEW) if parts.keeps else None,
        submission=submission or None,
        instead_of=instead_of or None,
        flow=choices_of(request).flow(),
    )
    page = partial(run_in_threadpool, partial(chat_page, request, parts))
    shown = Shown(conversation if parts.keeps else "")
    try:
        answer = await parts.desk.ask(asked, request, patient=True)
    except WellspringError as error:
        message = say_error(language_of(request), error.code, error.message)
        unknown = error.code in (Problem.UNKNOWN_CONVERSATION, Problem.UNKNOWN_ANSWER)
        again = Shown() if unknown else replace(shown, again=instead_of)
        body = await page(again, error=message, question=question[:MAX_QUESTION])
        return HTMLResponse(body, error.code.status, headers_of(error))
    if "id" not in answer:  # it is not to be kept, or could not be
        turns = [{**answer, "id": "", "feedback": None}]
        return HTMLResponse(await page(shown, turns=turns))
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

"""The pages for people. They work without JavaScript; with it, answers appear in place."""

import uuid
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup, escape

from index.problems import Problem
from index.ranking.search import Index
from index.reading.readers import SUFFIXES
from index.types import Article, WellspringError
from qa.answerer import MAX_QUESTION
from qa.history.transcript import conversation_json, places_now, turn_json
from web.desk.asking import NEW, Desk, Question
from web.errors import headers_of
from web.library.files import FileResult, result_json
from web.library.shelf import Shelf
from web.page.paging import Page
from web.page.templates import render
from web.page.texts import COOKIE, TEXTS, language_of, say_error, say_reason

_LISTED = 30  # conversations beside the chat
_YEAR = 365 * 24 * 3600


def page_routes(desk: Desk, *, keeps: bool) -> APIRouter:
    """Return the routes of the pages; without `keeps`, each question of a form stands by itself."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/", response_class=HTMLResponse)
    def chat(request: Request, conversation: str = "", search: str = "") -> str:
        return _chat_page(request, desk, conversation if keeps else "", search, keeps=keeps)

    @routes.post("/", response_model=None)
    async def ask(
        request: Request,
        question: Annotated[str, Form()] = "",
        conversation: Annotated[str, Form()] = "",
        submission: Annotated[str, Form()] = "",
    ) -> Response:
        """Answer a plain form post, then lead to the conversation: a reload asks nothing again."""
        kept_in = (conversation or NEW) if keeps else None
        asked = Question(question, conversation_id=kept_in, submission=submission or None)
        page = partial(run_in_threadpool, partial(_chat_page, request, desk, keeps=keeps))
        try:
            answer = await desk.ask(asked, request, patient=True)
        except WellspringError as error:
            message = say_error(language_of(request), error.code, error.message)
            known = conversation if error.code is not Problem.UNKNOWN_CONVERSATION else ""
            body = await page(known, error=message, question=question[:MAX_QUESTION])
            return HTMLResponse(body, error.code.status, headers_of(error))
        if "id" not in answer:  # it is not to be kept, or could not be
            turns = [{**answer, "id": "", "feedback": None}]
            return HTMLResponse(await page(conversation if keeps else "", turns=turns))
        return RedirectResponse(
            f"/?conversation={answer['conversation_id']}#turn-{answer['id']}", 303
        )

    @routes.get("/language/{language}")
    def speak(language: str, back: str = "/") -> Response:
        """Choose the language of the interface and go back."""
        target = urlsplit(back)
        response = RedirectResponse(
            target._replace(scheme="", netloc="", path="/" + target.path.lstrip("/\\")).geturl(),
            303,
        )
        if language in TEXTS:
            response.set_cookie(COOKIE, language, max_age=_YEAR, samesite="lax", httponly=True)
        return response

    return routes


def _chat_page(
    request: Request,
    desk: Desk,
    conversation: str = "",
    search: str = "",
    *,
    error: str = "",
    question: str = "",
    turns: list[dict[str, Any]] | None = None,
    keeps: bool,
) -> str:
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
        error=error,
        question=question,
        articles=desk.index.counts()[0],
        keeps=keeps,
    )


def answer_page(request: Request, turn: dict[str, Any]) -> str:
    """Return one kept answer as a page."""
    return render("answer.html", request, turn=turn)


def articles_page(
    request: Request,
    index: Index,
    page: Page,
    search: str,
    shelf: Shelf | None,
    results: list[FileResult] | None = None,
    *,
    keeps: bool = True,
) -> str:
    """Return the list of articles as a page."""
    shown, total = index.listing(search, page.limit, page.offset)
    folder = shelf.folder if shelf else None
    gone = {
        article.source
        for article in shown
        if folder and not (folder.parent / article.file).is_file()
    }
    return render(
        "articles.html",
        request,
        articles=shown,
        gone=gone,
        skipped=index.skipped(),
        why=partial(say_reason, language_of(request)),
        total=total,
        page=page,
        search=search,
        editable=shelf is not None,
        types=SUFFIXES,
        keeps=keeps,
        max_bytes=shelf.max_bytes if shelf else 0,
        results=[result_json(result) for result in results or []],
    )


def article_page(
    request: Request,
    article: Article,
    outline: list[dict[str, object]],
    passages: list[dict[str, int]],
) -> str:
    """Return an article as a page, with the range of the query string marked."""
    start, end = _marked_range(request, len(article.text))
    body = _marked(article.text, start, end)
    return render(
        "article.html",
        request,
        article=article,
        body=body,
        marked=end > start,
        outline=outline,
        passages=passages,
    )


def _marked_range(request: Request, length: int) -> tuple[int, int]:
    given = request.query_params
    try:
        start, end = int(given.get("start", 0)), int(given.get("end", 0))
    except ValueError:
        return 0, 0
    return (start, end) if 0 <= start < end <= length else (0, 0)


def _marked(text: str, start: int, end: int) -> Markup:
    if end <= start:
        return escape(text)
    mark = Markup('<mark id="marked" tabindex="-1">{}</mark>').format(text[start:end])
    return escape(text[:start]) + mark + escape(text[end:])

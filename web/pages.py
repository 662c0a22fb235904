"""The pages for people. They work without JavaScript; with it, answers appear in place."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup, escape

from index.search import Index
from index.types import Article, WellspringError
from qa.answerer import Answerer
from qa.types import Turn
from web.templates import render

_MAX_TURNS = 20
_PLACE = ("article_id", "title", "start", "end")


def page_routes(index: Index, answerer: Answerer) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/", response_class=HTMLResponse)
    def chat(request: Request) -> str:
        return _chat_page(request, index, [])

    @routes.post("/", response_class=HTMLResponse)
    def ask(request: Request, question: Annotated[str, Form()] = "", history: Annotated[str, Form()] = "[]") -> HTMLResponse:
        """Answer a plain form post; the earlier turns travel in a hidden field."""
        shown = _read_history(history, index)
        turns = [Turn(str(turn["question"]), str(turn["answer"])) for turn in shown]
        try:
            shown.append(_shown_turn(answerer.ask(question, turns).to_json()))
        except WellspringError as error:
            return HTMLResponse(_chat_page(request, index, shown, error.message, question[:2000]), 422)
        return HTMLResponse(_chat_page(request, index, shown[-_MAX_TURNS:]))

    return routes


def _chat_page(request: Request, index: Index, turns: list[dict[str, Any]], error: str = "", question: str = "") -> str:
    articles, passages = index.counts()
    return render(
        "chat.html", request, turns=turns, history=json.dumps(turns), error=error, question=question, articles=articles, passages=passages
    )


def _read_history(history: str, index: Index) -> list[dict[str, Any]]:
    """Return the turns of a posted history whose quotes are proven again; a broken history starts a new conversation."""
    try:
        turns = [_shown_turn(turn) for turn in json.loads(history)][-_MAX_TURNS:]
        return [turn for turn in turns if all(_is_proven(citation, index) for citation in turn["citations"])]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return []


def _is_proven(citation: dict[str, Any], index: Index) -> bool:
    article = index.article(str(citation["article_id"]))
    return article is not None and article.text[int(citation["start"]) : int(citation["end"])] == citation["quote"]


def _shown_turn(turn: dict[str, Any]) -> dict[str, Any]:
    """Return what the chat page keeps of an answer."""
    return {
        "question": str(turn["question"]),
        "answer": str(turn["answer"]),
        "answered": bool(turn["answered"]),
        "citations": [{key: citation[key] for key in ("marker", "quote", *_PLACE)} for citation in turn["citations"]],
        "passages": [{key: passage[key] for key in ("text", *_PLACE)} for passage in turn["passages"]],
    }


def articles_page(request: Request, index: Index) -> str:
    """Return the list of articles as a page."""
    return render("articles.html", request, articles=index.articles())


def article_page(request: Request, article: Article) -> str:
    """Return an article as a page, with the range of the query string marked."""
    start, end = _marked_range(request, len(article.text))
    return render("article.html", request, article=article, body=_marked(article.text, start, end), marked=end > start)


def _marked_range(request: Request, length: int) -> tuple[int, int]:
    try:
        start, end = int(request.query_params.get("start", 0)), int(request.query_params.get("end", 0))
    except ValueError:
        return 0, 0
    return (start, end) if 0 <= start < end <= length else (0, 0)


def _marked(text: str, start: int, end: int) -> Markup:
    if end <= start:
        return escape(text)
    mark = Markup('<mark id="marked" tabindex="-1">{}</mark>').format(text[start:end])
    return escape(text[:start]) + mark + escape(text[end:])

"""The page that searches the passages, with the words marked."""

import re
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from index.types import UNLIMITED, Hit, WellspringError
from qa.question.refused import MAX_QUESTION
from web.errors import headers_of
from web.page.marking import excerpt, marked_words
from web.page.templates import render
from web.page.texts import language_of, say_error
from web.routes.parts import PartsIn

routes = APIRouter(include_in_schema=False)
_SHOWN = 20  # passages
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.M)


@routes.get("/search", response_class=HTMLResponse)
async def search_page(request: Request, parts: PartsIn, q: str = "") -> HTMLResponse:
    """Show the passages that fit some words best."""
    hits, problem, status, headers = list[Hit](), "", 200, dict[str, str]()
    if q.strip():
        try:
            hits = await parts.desk.search(q, _SHOWN, request, UNLIMITED)
        except WellspringError as error:
            problem = say_error(language_of(request), error.code, error.message)
            status, headers = error.code.status, headers_of(error)
    body = await run_in_threadpool(_page, request, q, hits, problem)
    return HTMLResponse(body, status, headers)


def _page(request: Request, query: str, hits: list[Hit], problem: str) -> str:
    found = [_found(hit, query) for hit in hits]
    return render("search.html", request, q=query[:MAX_QUESTION], found=found, problem=problem)


def _without_title(text: str, title: str) -> str:
    """Return a text without the marks of its headings, and without a first line that is its title.

    A sentence that begins with the title, or that goes on in the next line, stays whole.
    """
    plain = _HEADING.sub("", text)
    first, _, rest = plain.partition("\n")
    rest = rest.lstrip()
    return plain if first.strip() != title or rest[:1].islower() else rest or plain


def _found(hit: Hit, query: str) -> dict[str, Any]:
    """Return a passage as the page shows it: what of it has most of the words, these marked."""
    passage = hit.passage
    start, end = excerpt(passage.text, query)
    place = {"start": passage.start + start, "end": passage.start + end}
    return {
        **place,
        "article_id": passage.article_id,
        "title": passage.title,
        "source": passage.source,
        "shown": marked_words(_without_title(passage.text[start:end], passage.title), query),
        "goes_on": (start > 0, end < len(passage.text)),
    }

"""The articles over HTTP: list, read, add, replace, delete, undo."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, Response

from index.problems import Problem
from index.ranking.search import Index
from index.types import Article, ListedArticle, WellspringError
from web.errors import error_json
from web.library.files import FileResult, result_json
from web.library.shelf import Shelf
from web.library.uploads import ArticlesIn, TextIn, body_schema, read_text, read_uploads
from web.page.etags import article_tag, check_unchanged, tagged
from web.page.paging import Page, PageIn, address
from web.page.reading import outline
from web.page.templates import wants_html
from web.routes.pages import article_page, articles_page

Result = TypeVar("Result")
_turns: RunVar[CapacityLimiter] = RunVar("turns")  # of an event loop


def reading_routes(index: Index, shelf: Shelf | None, *, keeps: bool) -> APIRouter:
    """Return the routes that show the articles; with a shelf their page offers to change them."""
    routes = APIRouter(tags=["articles"])

    @routes.get("/articles", response_model=None)
    def articles(request: Request, page: PageIn, search: str = "") -> Response:
        """List the articles, with `search` those whose title or file name holds these words."""
        if wants_html(request):
            return HTMLResponse(articles_page(request, index, page, search, shelf, keeps=keeps))
        found, total = index.listing(search, page.limit, page.offset)
        return tagged(
            request,
            page.wrap(
                "articles",
                [article_json(article) for article in found],
                total,
                address("/articles", search),
            ),
        )

    @routes.get("/articles/{article_id}", response_model=None)
    def article(article_id: str, request: Request) -> Response:
        """Return one article: the text that citations point into, its outline and its passages."""
        found = find_article(index, article_id)
        passages = [
            dict(zip(("start", "end", "tokens"), place, strict=True))
            for place in index.passages_of(found.id)
        ]
        if wants_html(request):
            return HTMLResponse(article_page(request, found, outline(found.text), passages))
        content = {
            **article_json(found),
            "text": found.text,
            "outline": outline(found.text),
            "passages": passages,
        }
        return tagged(request, content, article_tag(found))

    @routes.get("/index")
    def status() -> dict[str, object]:
        """Tell how large the index is and what the last build could not read.

        While a build runs, how far it is.
        """
        articles, passages = index.counts()
        running = shelf.progress if shelf else None
        building = dict(zip(("what", "done", "total"), running, strict=True)) if running else None
        skipped = [{"source": source, "reason": reason} for source, reason in index.skipped()]
        size = {"generation": index.stored_generation(), "articles": articles, "passages": passages}
        return {**size, "skipped": skipped, "building": building}

    return routes


def changing_routes(index: Index, shelf: Shelf | None) -> APIRouter:
    """Return the routes that change the articles; without a shelf they say that they cannot."""
    routes = APIRouter(tags=["articles"])

    def writable() -> Shelf:
        if shelf is None or not shelf.folder.is_dir():
            raise WellspringError(
                Problem.NOT_EDITABLE,
                "The articles cannot be changed here. "
                "Change the files, then run `wellspring index FOLDER`.",
            )
        return shelf

    def check_of(request: Request, found: Article) -> Callable[[], None]:
        """Return the check of `If-Match`, made once no other change runs."""
        return lambda: check_unchanged(request, find_article(index, found.id))

    @routes.post(
        "/articles",
        response_model=None,
        status_code=201,
        openapi_extra=body_schema(ArticlesIn, several=True),
    )
    async def add(request: Request) -> Response:
        """Add articles: the files are written into the articles folder and indexed.

        Each gets its own result.
        """
        place = await run_in_threadpool(writable)
        uploads, replace = await read_uploads(request)
        results = await _in_turn(partial(place.add, uploads, replace=replace))
        if wants_html(request):
            page = await run_in_threadpool(
                lambda: articles_page(request, index, Page(), "", shelf, results)
            )
            return HTMLResponse(page, _status(results, 201))
        return _results(results, 201)

    @routes.put(
        "/articles/{article_id}",
        response_model=None,
        openapi_extra=body_schema(TextIn, several=False),
    )
    async def replace(article_id: str, request: Request) -> Response:
        """Replace the text of one article; with `If-Match` only if nobody changed it meanwhile."""
        place = await run_in_threadpool(writable)
        raw = await read_text(request)
        found = await run_in_threadpool(find_article, index, article_id)
        return _results(
            [await _in_turn(partial(place.put, found.source, raw, check_of(request, found)))], 200
        )

    @routes.delete("/articles/{article_id}")
    async def delete(article_id: str, request: Request) -> dict[str, str]:
        """Delete one article; `POST /articles/undo/{undo}` brings it back within a week."""
        place = await run_in_threadpool(writable)
        found = await run_in_threadpool(find_article, index, article_id)
        undo = await _in_turn(partial(place.delete, found.source, check_of(request, found)))
        return {"deleted": found.id, "source": found.source, "undo": undo}

    @routes.post("/articles/undo/{undo}", response_model=None)
    async def undo(undo: str) -> Response:
        """Bring a deleted article back."""
        place = await run_in_threadpool(writable)
        return _results([await _in_turn(partial(place.restore, undo))], 200)

    return routes


async def _in_turn(change: Callable[[], Result]) -> Result:
    """Make a change, one at a time.

    Those that wait while one is indexed hold no thread, which other routes need.
    """
    try:
        turns = _turns.get()
    except LookupError:
        _turns.set(turns := CapacityLimiter(1))
    return await run_sync(change, limiter=turns)


def find_article(index: Index, article_id: str) -> Article:
    """Return an article; raises `WellspringError` when there is none with this id."""
    found = index.article(article_id)
    if found is None:
        raise WellspringError(
            Problem.UNKNOWN_ARTICLE,
            f"There is no article {article_id!r}. The list of articles is at /articles.",
        )
    return found


def article_json(article: Article | ListedArticle) -> dict[str, object]:
    """Return an article as it stands in a list."""
    return {
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "characters": article.characters,
        "indexed_at": article.indexed_at,
        "published": article.published,
    }


def _refusal(results: list[FileResult]) -> FileResult | None:
    """Return the result that a request fails with: the first one, when no file was taken."""
    return None if any(result.accepted for result in results) else results[0]


def _status(results: list[FileResult], status: int) -> int:
    refused = _refusal(results)
    return refused.code.status if refused and refused.code else status


def _results(results: list[FileResult], status: int) -> Response:
    """Return the result of each file; when none was taken, as an error."""
    content: dict[str, object] = {"files": [result_json(result) for result in results]}
    refused = _refusal(results)
    if refused and refused.code:
        content = {**error_json(refused.code, refused.message), **content}
    return JSONResponse(content, _status(results, status))

"""Changes of the articles over HTTP: add, replace, remove, undo."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from index.problems import Problem
from index.ranking.search import Index
from index.types import Article, WellspringError
from web.errors import error_json
from web.front.prefix import root_of
from web.library.files import FileResult, result_json
from web.library.shelf import Shelf
from web.library.uploads import ArticlesIn, TextIn, body_schema, read_text, read_uploads
from web.page.etags import check_unchanged
from web.page.paging import Page
from web.page.templates import wants_html
from web.routes.article_pages import articles_page
from web.routes.articles import find_article
from web.routes.parts import PartsIn
from web.turns import Turns

routes = APIRouter(tags=["articles"])
local_routes = APIRouter(tags=["articles"])  # those that read this machine's folders
_changes = Turns("changes")


def writable(parts: PartsIn) -> Shelf:
    """Return the shelf; raises `WellspringError` where the articles cannot be changed."""
    if parts.shelf is None:
        raise WellspringError(
            Problem.NOT_EDITABLE,
            "The articles cannot be changed here. "
            "Change the files, then run `wellspring index FOLDER`.",
        )
    return parts.shelf


ShelfIn = Annotated[Shelf, Depends(writable)]
FileToo = Annotated[bool, Query(description="Delete the file, too.")]


@routes.post(
    "/articles",
    response_model=None,
    status_code=201,
    openapi_extra=body_schema(ArticlesIn, several=True),
)
async def add(request: Request, parts: PartsIn, shelf: ShelfIn) -> Response:
    """Add articles: files, or texts that are pasted, are written into the library and indexed.

    Each gets its own result.
    """
    uploads, replace = await read_uploads(request)
    results = await _changes.take(partial(shelf.add, uploads, replace=replace))
    if wants_html(request):
        page = await run_in_threadpool(articles_page, request, parts, Page(), results=results)
        return HTMLResponse(page, _status(results, 201))
    return _results(results, 201)


@local_routes.post("/folders", response_model=None, status_code=201)
async def add_folder(request: Request, shelf: ShelfIn, folder: Annotated[str, Form()]) -> Response:
    """Index a folder of this machine beside the others; its files stay where they are."""
    result = await _changes.take(partial(shelf.add_folder, Path(folder.strip())))
    if wants_html(request):
        return RedirectResponse(f"{root_of(request)}/articles", 303)
    return _results([result], 201)


@local_routes.delete("/folders/{name}")
async def leave_folder(name: str, shelf: ShelfIn) -> dict[str, str]:
    """Leave one of the indexed folders out, with its articles; its files stay as they are.

    `POST /folders` with the `folder` that is returned takes it in again.
    """
    return {"left_out": name, "folder": str(await _changes.take(partial(shelf.leave_folder, name)))}


@routes.put(
    "/articles/{article_id}",
    response_model=None,
    openapi_extra=body_schema(TextIn, several=False),
)
async def replace(article_id: str, request: Request, parts: PartsIn, shelf: ShelfIn) -> Response:
    """Replace the text of one article; with `If-Match` only if nobody changed it meanwhile.

    The text is written into the library; a file of your own folder stays as it is and is left out.
    """
    raw = await read_text(request)
    found = await run_in_threadpool(find_article, parts.index, article_id)
    check = _check_of(request, parts.index, found)
    return _results([await _changes.take(partial(shelf.put, found.source, raw, check))], 200)


@routes.delete("/articles/{article_id}")
async def delete(
    article_id: str, request: Request, parts: PartsIn, shelf: ShelfIn, file: FileToo = False
) -> dict[str, object]:
    """Remove one article; with `file` its file is deleted, too.

    `POST /articles/undo/{undo}` brings it back: a deleted file within a week.
    """
    found = await run_in_threadpool(find_article, parts.index, article_id)
    check = _check_of(request, parts.index, found)
    undo = await _changes.take(partial(shelf.remove, found.source, check, file=file))
    return {"deleted": found.id, "source": found.source, "undo": undo, "file_deleted": file}


@routes.get("/removed")
def removed(shelf: ShelfIn) -> dict[str, object]:
    """List what was removed though its files are there, with the word that brings each back."""
    return {"removed": [asdict(removal) for removal in shelf.removed()]}


@routes.post("/articles/undo/{undo}", response_model=None)
async def undo(undo: str, shelf: ShelfIn) -> Response:
    """Bring a removed article back."""
    return _results([await _changes.take(partial(shelf.restore, undo))], 200)


def _check_of(request: Request, index: Index, found: Article) -> Callable[[], None]:
    """Return the check of `If-Match`, made once no other change runs."""
    return lambda: check_unchanged(request, find_article(index, found.id))


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

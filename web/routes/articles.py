"""The articles over HTTP: list and read; what changes them is in `changing`."""

from functools import partial

from anyio import fail_after
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from index.problems import Problem
from index.ranking.search import Index
from index.reading.pdf.picture import Drawn
from index.sentences import Span
from index.types import Article, ListedArticle, Order, WellspringError
from index.unread import Unread
from web.library.pictures import check_page, has_pictures, picture
from web.page.etags import article_tag, tag_headers, tagged, unchanged
from web.page.paging import PageIn, address
from web.page.reading import outline
from web.page.templates import wants_html
from web.routes.article_pages import article_page, articles_page
from web.routes.parts import PartsIn
from web.turns import Turns

routes = APIRouter(tags=["articles"])
_drawing = Turns("drawing")
_PATIENCE = 20  # seconds until it is a page's turn to be drawn


@routes.get("/articles", response_model=None)
def articles(
    request: Request,
    page: PageIn,
    parts: PartsIn,
    search: str = "",
    sort: Order = Order.SOURCE,
) -> Response:
    """List the articles, with `search` those whose title or file name holds these words."""
    if wants_html(request):
        return HTMLResponse(articles_page(request, parts, page, search, sort))
    found, total = parts.index.listing(search, page.limit, page.offset, sort)
    here = address(request.url.path, search, "" if sort is Order.SOURCE else sort)
    listed = [article_json(article) for article in found]
    return tagged(request, page.wrap("articles", listed, total, here))


@routes.get("/articles/{article_id}", response_model=None)
def article(article_id: str, request: Request, parts: PartsIn) -> Response:
    """Return one article: the text that citations point into, its outline, passages and pages."""
    found = find_article(parts.index, article_id)
    passages = [
        dict(zip(("start", "end", "tokens"), place, strict=True))
        for place in parts.index.passages_of(found.id)
    ]
    headings = outline(found.text)
    if wants_html(request):
        return HTMLResponse(article_page(request, found, headings, passages))
    pages = [_page_json(found, start, number) for start, number in found.pages]
    content = {"text": found.text, "outline": headings, "passages": passages, "pages": pages}
    return tagged(request, {**article_json(found), **content}, article_tag(found))


@routes.get(
    "/articles/{article_id}/pages/{number}.webp",
    response_class=Response,
    responses={200: {"content": {"image/webp": {}}}},
)
async def page(
    article_id: str, number: int, request: Request, parts: PartsIn, start: int = 0, end: int = 0
) -> Response:
    """Return a page of a PDF as a picture, marked what it has of a range of the text.

    The head `Mark-Top` tells where the mark begins, from 0 at the top to 1 at the foot.
    """
    found = await run_in_threadpool(find_article, parts.index, article_id)
    check_page(found, number)
    tag = article_tag(found, number, start, end)
    if known := unchanged(request, tag):
        return known
    try:
        with fail_after(_PATIENCE):
            drawn = await _drawing.take(partial(_drawn, parts.index, found, number, (start, end)))
    except TimeoutError as error:
        message = "Too many pages are to be drawn. Try again in a moment."
        raise WellspringError(Problem.PAGE_NOT_DRAWN, message) from error
    told = {} if drawn.mark is None else {"Mark-Top": str(drawn.mark)}
    return Response(drawn.picture, media_type="image/webp", headers=tag_headers(tag) | told)


@routes.get("/folders")
def folders(parts: PartsIn) -> dict[str, list[str]]:
    """List the folders that a question can be limited to, as `folder` takes them."""
    return {"folders": parts.index.folders()}


@routes.get("/index")
def status(parts: PartsIn) -> dict[str, object]:
    """Tell how large the index is and what the last build could not read.

    While a build runs, how far it is.
    """
    index = parts.index
    articles, passages = index.counts()
    running = parts.shelf.progress if parts.shelf else None
    building = running.as_json() if running else None
    skipped = [
        {"source": source, "code": Unread.of(reason), "reason": reason}
        for source, reason in index.skipped()
    ]
    size = {"generation": index.stored_generation(), "articles": articles, "passages": passages}
    return {**size, "skipped": skipped, "building": building}


def find_article(index: Index, article_id: str) -> Article:
    """Return an article; raises `WellspringError` when there is none with this id."""
    found = index.article(article_id)
    if found is None:
        raise WellspringError(
            Problem.UNKNOWN_ARTICLE,
            f"There is no article {article_id!r}. The list of articles is at /articles.",
        )
    return found


def _drawn(index: Index, article: Article, number: int, place: Span) -> Drawn:
    return picture(index.roots().path(article.source), article, number, *place)


def _page_json(article: Article, start: int, number: int) -> dict[str, object]:
    address = f"/articles/{article.id}/pages/{number}.webp" if has_pictures(article) else None
    return {"page": number, "start": start, "picture": address}


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

"""The pages of the articles: their list, and one of them with a range marked."""

from functools import partial

from fastapi import Request
from markupsafe import Markup, escape

from index.reading.readers import SUFFIXES
from index.types import Article, ListedArticle, Order
from web.library.files import FileResult, result_json
from web.library.shelf import Shelf
from web.page.paging import Page
from web.page.templates import render
from web.page.texts import language_of, say_reason
from web.routes.browsing.abouts import abouts
from web.routes.parts import Parts


def articles_page(
    request: Request,
    parts: Parts,
    page: Page,
    search: str = "",
    order: Order = Order.SOURCE,
    results: list[FileResult] | None = None,
) -> str:
    """Return the list of articles as a page, with what became of files that were just sent."""
    shown, total = parts.index.listing(search, page.limit, page.offset, order)
    return render(
        "articles.html",
        request,
        articles=shown,
        abouts=abouts(parts.index, shown),
        gone=_gone(shown, parts.shelf),
        skipped=parts.index.skipped(),
        why=partial(say_reason, language_of(request)),
        total=total,
        page=page,
        asked={"search": search, "sort": order.value},
        orders=[order.value for order in Order],
        editable=parts.shelf is not None,
        types=SUFFIXES,
        keeps=parts.keeps,
        max_bytes=parts.shelf.max_bytes if parts.shelf else 0,
        results=[result_json(result) for result in results or []],
    )


def _gone(shown: list[ListedArticle], shelf: Shelf | None) -> set[str]:
    """Return the sources whose files are not in the folder any more."""
    if shelf is None:
        return set()
    place = shelf.folder.parent
    return {article.source for article in shown if not (place / article.file).is_file()}


def article_page(
    request: Request,
    article: Article,
    outline: list[dict[str, object]],
    passages: list[dict[str, int]],
) -> str:
    """Return an article as a page, with the range of the query string marked."""
    start, end = _marked_range(request, len(article.text))
    return render(
        "article.html",
        request,
        article=article,
        body=_marked(article.text, start, end),
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

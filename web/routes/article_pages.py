"""The page of an article, with a range marked."""

from fastapi import Request
from markupsafe import Markup, escape

from index.types import Article
from web.page.templates import render


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

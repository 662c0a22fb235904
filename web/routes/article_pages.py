"""The pages of the articles: their list, and one of them with a range marked."""

from functools import partial

from fastapi import Request
from markupsafe import Markup, escape

from index.ranking.search import Index
from index.reading.readers import SUFFIXES
from index.types import Article, ListedArticle
from web.library.files import FileResult, result_json
from web.page.etags import article_tag
from web.page.paging import Page
from web.page.templates import render
from web.page.texts import language_of, say_reason
from web.routes.folders import places_of
from web.routes.parts import Parts


def articles_page(
    request: Request,
    parts: Parts,
    page: Page,
    search: str = "",
    results: list[FileResult] | None = None,
) -> str:
    """Return the list of articles as a page, with what became of files that were just sent."""
    shown, total = parts.index.listing(search, page.limit, page.offset)
    return render(
        "articles.html",
        request,
        articles=shown,
        **places_of(parts, shown),
        tags=_tags(parts.index, shown),
        skipped=parts.index.skipped(),
        why=partial(say_reason, language_of(request)),
        total=total,
        page=page,
        search=search,
        editable=parts.shelf is not None,
        types=SUFFIXES,
        keeps=parts.keeps,
        max_bytes=parts.shelf.max_bytes if parts.shelf else 0,
        results=[result_json(result) for result in results or []],
    )


def _tags(index: Index, shown: list[ListedArticle]) -> dict[str, str]:
    """Return the tag of each article's text, so that a change of another one is refused."""
    articles = filter(None, (index.article(listed.id) for listed in shown))
    return {article.id: article_tag(article) for article in articles}


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

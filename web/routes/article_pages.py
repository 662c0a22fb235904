"""The pages of the articles: their list, and one of them with a range marked."""

import re
from functools import partial
from itertools import pairwise

from fastapi import Request
from markupsafe import Markup, escape

from index.ranking.search import Index
from index.reading.readers import SUFFIXES
from index.sentences import Span
from index.types import Article, ListedArticle, Order
from web.library.files import FileResult, result_json
from web.library.pictures import has_pictures, last_page
from web.page.answering import pieces
from web.page.etags import article_tag
from web.page.paging import Page
from web.page.templates import render
from web.page.texts import language_of, say, say_reason
from web.routes.browsing.abouts import abouts
from web.routes.folders import places_of
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
        **places_of(parts, shown),
        tags=_tags(parts.index, shown),
        skipped=parts.index.skipped(),
        why=partial(say_reason, language_of(request)),
        total=total,
        page=page,
        asked={"search": search, "sort": order.value},
        orders=[order.value for order in Order],
        editable=parts.shelf is not None,
        local=parts.local,
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
    """Return an article as a page, with the range of the query string marked.

    With `page` it shows how that page of the file looks.
    """
    start, end = _marked_range(request, len(article.text))
    return render(
        "article.html",
        request,
        article=article,
        body=_marked(article, (start, end), _ranges(request), language_of(request)),
        start=start,
        end=end,
        marked=end > start,
        outline=outline,
        passages=passages,
        offered=article.page_at(start) if has_pictures(article) else None,
        shown=_shown_page(request, article),
        last=last_page(article),
    )


def _shown_page(request: Request, article: Article) -> int | None:
    """Return the page that the query string asks to see, None without one that can be shown."""
    asked = request.query_params.get("page", "")
    pages = {str(number): number for _, number in article.pages}
    return pages.get(asked) if has_pictures(article) else None


def _marked_range(request: Request, length: int) -> tuple[int, int]:
    given = request.query_params
    try:
        start, end = int(given.get("start", 0)), int(given.get("end", 0))
    except ValueError:
        return 0, 0
    return (start, end) if 0 <= start < end <= length else (0, 0)


def _ranges(request: Request) -> list[Span]:
    """Return where the words stand that answer, as a link tells it: `words=820-831`."""
    given = request.query_params.getlist("words")
    found = [re.fullmatch(r"(\d{1,9})-(\d{1,9})", words, re.A) for words in given]
    return [(int(place[1]), int(place[2])) for place in found if place]


def _marked(article: Article, place: Span, ranges: list[Span], language: str) -> Markup:
    """Return the text with a range marked, and in it the words that answer."""
    paged, (start, end) = partial(_paged, article, language), place
    if end <= start:
        return paged(0, len(article.text))
    words = Markup("<mark>{}</mark>")
    said = [
        words.format(it) if kind else escape(it) for kind, it in pieces(article.text, place, ranges)
    ]
    mark = Markup('<mark id="marked" tabindex="-1">{}</mark>').format(Markup("").join(said))
    begun = Markup("").join(number for _, number in _begun(article, language, start, end))
    return paged(0, start) + begun + mark + paged(end, len(article.text))


def _paged(article: Article, language: str, start: int, end: int) -> Markup:
    """Return a stretch of the text; where a page begins in it stands a mark that is no text.

    (As pages.js does.)
    """
    begun = _begun(article, language, start, end)
    ranges = pairwise([start, *(at for at, _ in begun), end])
    first, *rest = (escape(article.text[a:b]) for a, b in ranges)
    marks = (mark for _, mark in begun)
    return first + Markup("").join(mark + text for mark, text in zip(marks, rest, strict=True))


def _begun(article: Article, language: str, start: int, end: int) -> list[tuple[int, Markup]]:
    """Return where the pages begin that do so in a range, each with its mark."""
    mark = Markup('<span class="page" data-page="{}"></span>')
    return [
        (at, mark.format(say(language, "page", number=number)))
        for at, number in article.pages
        if start <= at < end
    ]

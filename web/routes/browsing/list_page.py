"""The page that lists the articles, each with what it is about."""

from dataclasses import dataclass
from functools import partial

from fastapi import Request

from index.ranking.search import Index
from index.reading.readers import SUFFIXES
from index.types import ListedArticle, Order
from qa.writing.shown import as_shown
from web.library.files import FileResult, result_json
from web.library.shelf import Shelf
from web.page.etags import article_tag
from web.page.paging import Page
from web.page.templates import render
from web.page.texts import language_of, say_reason
from web.routes.parts import Parts

_SENTENCES = 3  # of a summary


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its date, key sentences and topics, and the tag that its text has now."""

    article: ListedArticle
    tag: str = ""
    date: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()


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
        rows=[_row(parts.index, article) for article in shown],
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


def _row(index: Index, listed: ListedArticle) -> Row:
    article, overview = index.article(listed.id), index.overview(listed.id)
    if article is None or overview is None:
        return Row(listed)
    written = overview.published.value if overview.published else ""
    sentences = [as_shown(article.text[slice(*span)]) for span in overview.key[:_SENTENCES]]
    summary = " ".join(" ".join(sentences).split())
    return Row(listed, article_tag(article), listed.published or written, summary, overview.topics)


def _gone(shown: list[ListedArticle], shelf: Shelf | None) -> set[str]:
    """Return the sources whose files are not in the folder any more."""
    if shelf is None:
        return set()
    place = shelf.folder.parent
    return {article.source for article in shown if not (place / article.file).is_file()}

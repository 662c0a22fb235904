"""Say what articles tell of themselves: author, date, publisher, place, title."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.english.overviews import (
    ALL_ARTICLES,
    ARTICLE,
    ARTICLE_DATA,
    MENTIONED,
    ONE_ARTICLE_NAMED,
    SAID,
)
from index.types import Overview, Stated
from qa.types import Statement
from qa.ways.catalogue.articles import evidence_at, named_article
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply

_SHOWN = 12  # articles of a list


def asked_data(question: str) -> list[str]:
    """Return what a question asks of an article; nothing for one that asks which article it is."""
    asked = [name for name, pattern in ARTICLE_DATA.items() if pattern.search(question)]
    return [] if MENTIONED.search(question) and asked in ([], ["place"]) else asked


def names_articles(question: str) -> bool:
    """Tell whether a question speaks of articles, or of what is mentioned."""
    shapes = (ONE_ARTICLE_NAMED, ALL_ARTICLES, MENTIONED)
    return any(shape.search(question) for shape in shapes)


def article_data(view: View, question: str, words: str) -> Reply | None:
    """Say it of the article that is named, of each where none is; None where none tells."""
    asked = asked_data(question)
    if not words and not ONE_ARTICLE_NAMED.search(question):
        told = [
            replace(one, text=f"{ARTICLE.format(title=it.title, source=it.source)}: {one.text}")
            for it in view.overviews(_SHOWN)
            for one in _said(view, it, asked)
        ]
        return Reply(told, 1.0, listed=True) if told else None
    named = None if ALL_ARTICLES.search(question) else named_article(view, words)
    said = list(_said(view, named[0], asked)) if named else []
    return Reply(said, 1.0) if said else None


def _said(view: View, overview: Overview, asked: Sequence[str]) -> Iterator[Statement]:
    """Yield what an article tells of what is asked."""
    article = view.article(overview.article_id)
    if article is None:
        return
    for name in asked:
        stated = _title_of(overview, article.text) if name == "title" else None
        stated = stated or getattr(overview, name, None)
        # A date that the file alone tells stands nowhere in the text: nothing proves it.
        if isinstance(stated, Stated) and stated.end > stated.start:
            place = evidence_at(article, stated.start, stated.end, title=overview.title)
            yield Statement(SAID[name].format(value=stated.value), (place,))


def _title_of(overview: Overview, text: str) -> Stated | None:
    """Return the title where the article has it in its text."""
    at = text.find(overview.title)
    return Stated(overview.title, at, at + len(overview.title)) if at >= 0 else None

"""Say what articles tell of themselves: author, date, publisher, place, title."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.english.overviews import (
    ALL_ARTICLES,
    ARTICLE,
    ARTICLE_DATA,
    BY_FILE,
    MENTIONED,
    ONE_ARTICLE_NAMED,
    SAID,
)
from index.types import Overview, Stated
from qa.types import Statement
from qa.ways.catalogue.articles import evidence_at, length_of, named_article, of_version
from qa.ways.catalogue.dated import proof_of
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
    return told_of(view, of_version(view, question, named[0]), asked) if named else None


def told_of(view: View, overview: Overview, asked: Sequence[str]) -> Reply | None:
    """Say what one article tells of what is asked; None where it tells nothing."""
    said = list(_said(view, overview, asked))
    return Reply(said, 1.0) if said else None


def _said(view: View, overview: Overview, asked: Sequence[str]) -> Iterator[Statement]:
    """Yield what an article tells of what is asked, and what its file tells."""
    article = view.article(overview.article_id)
    if article is None:
        return
    known = {name: getattr(overview, name, None) for name in asked}
    known |= {"title": _title_of(overview, article.text)}
    known |= {"length": Stated(length_of(article), 0, 0)}
    for name in asked:
        if stated := known[name]:
            in_text = stated.end > stated.start
            place = (evidence_at(article, stated.start, stated.end, title=overview.title),)
            told = SAID[name] if in_text or name not in BY_FILE else BY_FILE[name]
            proof = place if in_text else proof_of(view, overview)
            yield Statement(told.format(value=stated.value), proof)


def _title_of(overview: Overview, text: str) -> Stated:
    """Return the title, with its place where the article has it in its text."""
    at = text.find(overview.title)
    return (
        Stated(overview.title, at, at + len(overview.title))
        if at >= 0
        else Stated(overview.title, 0, 0)
    )

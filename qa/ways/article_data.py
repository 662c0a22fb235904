"""Say what articles tell of themselves: author, date, publisher, place, title."""

from collections.abc import Iterator, Sequence

from index.language.english.overviews import (
    ALL_ARTICLES,
    ARTICLE_DATA,
    MENTIONED,
    ONE_ARTICLE_NAMED,
    SAID,
)
from index.ranking.search import Index
from index.types import Overview, Stated
from qa.types import Statement
from qa.ways.articles import evidence_at, named_article
from qa.ways.inquiry import Reply

_SHOWN = 12  # articles of a list


def asked_data(question: str) -> list[str]:
    """Return what a question asks of an article; nothing for one that asks which article it is."""
    asked = [name for name, pattern in ARTICLE_DATA.items() if pattern.search(question)]
    return [] if MENTIONED.search(question) and asked in ([], ["place"]) else asked


class ArticleData:
    """What the articles of an index tell of themselves."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def reply(self, question: str, words: str) -> Reply | None:
        """Say it of the article that is named, of each where none is; None where none tells."""
        asked = asked_data(question)
        if not words and not ONE_ARTICLE_NAMED.search(question):
            said = [one for it in self._index.overviews(_SHOWN) for one in self._said(it, asked)]
            return Reply(said, 1.0, listed=True) if said else None
        named = named_article(self._index, words)
        if named is None or ALL_ARTICLES.search(question):
            return None
        said = list(self._said(named[0], asked))
        return Reply(said, 1.0) if said else None

    def _said(self, overview: Overview, asked: Sequence[str]) -> Iterator[Statement]:
        article = self._index.article(overview.article_id)
        for name in asked:
            stated = _title_of(overview, article.text) if article and name == "title" else None
            stated = stated or getattr(overview, name, None)
            if article and isinstance(stated, Stated):
                told = SAID[name].format(value=stated.value, title=overview.title)
                yield Statement(told, (evidence_at(article, stated.start, stated.end),))


def _title_of(overview: Overview, text: str) -> Stated | None:
    """Return the title where the article has it in its text."""
    at = text.find(overview.title)
    return Stated(overview.title, at, at + len(overview.title)) if at >= 0 else None

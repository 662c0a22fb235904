"""Answer about articles: what they are about, which mention something, who wrote one.

Out of what was noted at indexing, without a model; each line with a sentence that shows it.
"""

from index.language.english.overviews import (
    ALL_ARTICLES,
    ALL_OF_THEM,
    AND_MORE,
    ARTICLE,
    COUNTS_ARTICLES,
    MAINLY_ABOUT,
    ONE_ARTICLE,
    ONE_ARTICLE_NAMED,
)
from index.ranking.search import Index
from index.types import Overview
from qa.question.kinds import Kind
from qa.types import Statement
from qa.ways.article_data import ArticleData, asked_data
from qa.ways.articles import evidence_at, named_article, subject
from qa.ways.holdings import Holdings
from qa.ways.inquiry import Inquiry, Reply
from qa.ways.topics import Topics

SHOWN = 12  # articles of a list
_KEY = 5  # sentences of a summary
_NAMED = 0.6  # share of the words that name an article, where it is not called one


class Overviews:
    """What an index tells of its articles."""

    def __init__(self, index: Index, topics: Topics) -> None:
        self._index = index
        self._topics = topics
        self._holdings = Holdings(index, topics)
        self._data = ArticleData(index)

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return what is said, or None where the articles have to be read for it."""
        question, words = inquiry.question, subject(inquiry.standalone)
        match inquiry.asked.kind:
            case Kind.SUMMARY:
                reply = self._summary(question, words)
            case Kind.ARTICLE_DATA if asked_data(question):
                reply = self._data.reply(question, words)
            case Kind.COUNT if not COUNTS_ARTICLES.search(question):
                reply = None
            case kind if words:
                reply = self._holdings.reply(words, counted=kind is Kind.COUNT)
            case _:
                reply = self._collection()
        inquiry.clock.lap("retrieve")
        return reply

    def _collection(self) -> Reply:
        """Say what the articles are about, and list them."""
        total, _ = self._index.counts()
        head = ALL_OF_THEM.format(total=total) if total > 1 else ONE_ARTICLE
        lines = [self._line(overview) for overview in self._index.overviews(SHOWN)]
        more = [Statement(AND_MORE.format(number=total - SHOWN))] if total > SHOWN else []
        topics = ", ".join(self._index.topics())
        about = [Statement(MAINLY_ABOUT.format(topics=topics))] if topics else []
        return Reply([Statement(head), *lines, *more, *about], 1.0, listed=True)

    def _line(self, overview: Overview) -> Statement:
        article = self._index.article(overview.article_id)
        proof = (evidence_at(article, *overview.key[0]),) if article and overview.key else ()
        return Statement(ARTICLE.format(title=overview.title, source=overview.source), proof)

    def _summary(self, question: str, words: str) -> Reply | None:
        """Return the key sentences of an article, or what is said of a subject."""
        if not words and self._index.counts()[0] > 1:
            return self._collection()
        named = None if ALL_ARTICLES.search(question) else named_article(self._index, words)
        if named and (ONE_ARTICLE_NAMED.search(question) or named[1] >= _NAMED):
            return self._of_article(named[0])
        return self._topics.reply(words)

    def _of_article(self, overview: Overview) -> Reply | None:
        article = self._index.article(overview.article_id)
        if article is None:
            return None
        proofs = [evidence_at(article, *span) for span in overview.key[:_KEY]]
        said = [Statement(f"- {' '.join(proof.text.split())}", (proof,)) for proof in proofs]
        return Reply([Statement(f"{overview.title}:"), *said], 1.0, listed=True)

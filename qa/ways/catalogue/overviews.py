"""Answer about articles: what they are about, which mention something, who wrote one.

Out of what was noted at indexing, without a model; each line with a sentence that shows it.
"""

from index.language.english.catalogue.asked import AND_SO_MANY, CANNOT_COUNT, DOES
from index.language.english.overviews import (
    ALL_ARTICLES,
    ALL_OF_THEM,
    AND_MORE,
    ARTICLE,
    CALLED,
    COUNTS_ARTICLES,
    FIRST_TOUCHED,
    MAINLY_ABOUT,
    ONE_ARTICLE,
)
from index.types import Overview
from qa.question.kinds import Kind
from qa.types import Statement
from qa.ways.catalogue.article_data import article_data, asked_data, names_articles, told_of
from qa.ways.catalogue.articles import (
    evidence_at,
    first_question,
    subject,
    with_asking_spelled,
)
from qa.ways.catalogue.chosen import chosen, of_kind
from qa.ways.catalogue.covered import covered
from qa.ways.catalogue.farthest import Farthest, farthest, first_touching, told_farthest
from qa.ways.catalogue.holdings import holdings
from qa.ways.catalogue.summaries import of_article, summary
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reason, Reply, plainly

_SHOWN = 12  # articles of a list
_KEY = 7  # sentences of a summary


def told_by_overviews(view: View, inquiry: Inquiry) -> Reply | None:
    """Return what is said, or None where the articles have to be read for it."""
    seen, question = of_kind(view, with_asking_spelled(inquiry.question))
    _, standalone = of_kind(view, with_asking_spelled(inquiry.standalone))
    kind, words = inquiry.asked.kind, subject(standalone)
    reply = _placed(seen, kind, question)
    if kind is Kind.SUMMARY and (words or view.count() == 1):
        reply = reply or summary(seen, question, words)
    else:
        reply = reply or covered(seen, question) or _of_articles(seen, kind, question, standalone)
        if not reply and not words and _means_all(kind, question, standalone):
            reply = _collection(seen, view.count())
    inquiry.clock.lap("retrieve")
    return reply


def _of_articles(view: View, kind: Kind, question: str, standalone: str) -> Reply | None:
    """Return what articles tell of themselves, or which of them mention what is asked for."""
    words = subject(standalone)
    if kind is Kind.ARTICLE_DATA and asked_data(question):
        return article_data(view, question, words)
    if not words or not _means_all(kind, question, standalone):
        return None
    if kind is Kind.COUNT and DOES.search(question):
        return plainly(CANNOT_COUNT, Reason.NOT_SAID)
    mentioned = subject(first_question(standalone)) or words
    counted = kind is Kind.COUNT
    named = not counted and names_articles(question)
    return holdings(view, mentioned, counted=counted, named=named)


def _means_all(kind: Kind, question: str, standalone: str) -> bool:
    """Tell whether articles are asked for, not a fact in one of them."""
    if kind is Kind.COUNT:
        return _counts_articles(question, standalone)
    if kind is Kind.ARTICLE_DATA:
        return not asked_data(question) and names_articles(question)
    return True


def _placed(view: View, kind: Kind, question: str) -> Reply | None:
    """Return what is asked of the articles by their dates, authors or lengths; None for others."""
    if first := FIRST_TOUCHED.search(question):
        return first_touching(view, first)
    if found := farthest(view, question):
        return _of_farthest(view, found, kind, question)
    return None if kind is Kind.SUMMARY else chosen(view, question)


def _counts_articles(question: str, standalone: str) -> bool:
    """Tell whether articles are counted; "of them" are those of which a question before spoke."""
    counts = COUNTS_ARTICLES.search(question) or AND_SO_MANY.search(question)
    return bool(counts and ALL_ARTICLES.search(standalone))


def _of_farthest(view: View, found: Farthest, kind: Kind, question: str) -> Reply | None:
    """Say which article is the newest, or the longest, or what is asked of it beside that."""
    first, *others = found.articles
    if not others and kind is Kind.SUMMARY:
        return of_article(view, first)
    beside = [name for name in asked_data(question) if name not in ("published", "length")]
    return (None if others else told_of(view, first, beside)) or told_farthest(view, found)


def _collection(view: View, every: int) -> Reply:
    """Say what the articles are about, and list them: all there are, or those that are meant."""
    total = view.count()
    head = ALL_OF_THEM.format(total=total) if total > 1 else ONE_ARTICLE
    if total < every:
        head = CALLED[total > 1].format(number=total)
    lines = [_line(view, overview) for overview in view.overviews(_SHOWN)]
    more = [Statement(AND_MORE.format(number=total - _SHOWN))] if total > _SHOWN else []
    topics = ", ".join(view.topics())
    about = [Statement(MAINLY_ABOUT.format(topics=topics))] if topics else []
    return Reply([Statement(head), *lines, *more, *about], 1.0, listed=True)


def _line(view: View, overview: Overview) -> Statement:
    article = view.article(overview.article_id)
    if not article or not overview.key:
        return Statement(ARTICLE.format(title=overview.title, source=overview.source))
    proof = (evidence_at(article, *overview.key[0], title=overview.title),)
    return Statement(ARTICLE.format(title=overview.title, source=overview.source), proof)

"""Answer about articles: what they are about, which mention something, who wrote one.

Out of what was noted at indexing, without a model; each line with a sentence that shows it.
"""

from dataclasses import replace

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
    ONE_ARTICLE_NAMED,
    SAYS_OF,
)
from index.types import Overview, Scope
from qa.question.kinds import Kind
from qa.text.words import unmet
from qa.types import Statement
from qa.ways.catalogue.article_data import article_data, asked_data, names_articles, told_of
from qa.ways.catalogue.articles import (
    evidence_at,
    named_article,
    of_version,
    stems,
    subject,
    with_asking_spelled,
)
from qa.ways.catalogue.chosen import chosen, of_kind
from qa.ways.catalogue.farthest import Farthest, farthest, first_touching, told_farthest
from qa.ways.catalogue.holdings import holdings
from qa.ways.catalogue.topics import summed_up
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.shown import as_shown

_SHOWN = 12  # articles of a list
_KEY = 7  # sentences of a summary


def told_by_overviews(view: View, inquiry: Inquiry) -> Reply | None:
    """Return what is said, or None where the articles have to be read for it."""
    seen, question = of_kind(view, with_asking_spelled(inquiry.question))
    _, standalone = of_kind(view, with_asking_spelled(inquiry.standalone))
    kind, words = inquiry.asked.kind, subject(standalone)
    reply = _placed(seen, kind, question)
    match kind:
        case _ if reply:
            pass
        case Kind.SUMMARY:
            reply = _summary(seen, question, words)
        case Kind.ARTICLE_DATA if asked_data(question):
            reply = article_data(seen, question, words)
        case Kind.COUNT if not _counts_articles(question, standalone):
            reply = None
        case Kind.ARTICLE_DATA if not names_articles(question):
            reply = None
        case _ if words:
            reply = holdings(seen, words, counted=kind is Kind.COUNT)
        case _:
            reply = _collection(seen, view.count())
    inquiry.clock.lap("retrieve")
    return reply


def _placed(view: View, kind: Kind, question: str) -> Reply | None:
    """Return what is asked of the articles by their dates, authors or lengths; None for others."""
    if first := FIRST_TOUCHED.search(question):
        return first_touching(view, first)
    if found := farthest(view, question):
        return _of_farthest(view, found, kind, question)
    return None if kind is Kind.SUMMARY else chosen(view, question)


def _counts_articles(question: str, standalone: str) -> bool:
    """Tell whether articles are counted; "of them" are those of which a question before spoke."""
    return bool(COUNTS_ARTICLES.search(question) and ALL_ARTICLES.search(standalone))


def _of_farthest(view: View, found: Farthest, kind: Kind, question: str) -> Reply | None:
    """Say which article is the newest, or the longest, or what is asked of it beside that."""
    first, *others = found.articles
    if not others and kind is Kind.SUMMARY:
        return _of_article(view, first)
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


def _summary(view: View, question: str, words: str) -> Reply | None:
    """Return the key sentences of an article, or what is said of a subject, there or anywhere."""
    if not words and view.count() > 1:
        return _collection(view, view.count())
    named = None if ALL_ARTICLES.search(question) else named_article(view, words)
    if named is None:
        return summed_up(view, words)
    overview, beside = of_version(view, question, named[0]), named[1]
    article = view.article(overview.article_id)
    told = f"{overview.title} {article.text}" if article else ""
    focus, is_known = beside & stems(told), view.count() == 1 or beside != stems(words)
    if view.count() == 1 or ONE_ARTICLE_NAMED.search(question):
        here = replace(view, scope=Scope(frozenset([overview.article_id])))
        narrow = focus and is_known and SAYS_OF.search(question)
        return summed_up(here, words) if narrow else _of_article(view, overview)
    if focus or not is_known or unmet(words, told):
        return summed_up(view, words)
    return _of_article(view, overview)


def _of_article(view: View, overview: Overview) -> Reply | None:
    article = view.article(overview.article_id)
    if article is None:
        return None
    proofs = [evidence_at(article, *span, title=overview.title) for span in overview.key[:_KEY]]
    said = [Statement(f"- {' '.join(as_shown(proof.text).split())}", (proof,)) for proof in proofs]
    return Reply([Statement(f"{overview.title}:"), *said], 1.0, listed=True)

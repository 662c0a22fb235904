"""Draft questions of different kinds over a whole collection, to show what can be asked of it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, zip_longest

from index.language.chinese_asking import WHEN
from index.language.english.overviews import ASKS_ABOUT, ASKS_SUMMARY, ASKS_WHICH
from index.ranking.search import Index
from index.types import Article
from qa.writing.questions.drafted import drafts
from qa.writing.questions.in_place import in_place

_ARTICLES = 8  # that are drafted from, from all over the collection
_OF_EACH = 8  # drafts of an article
_LONGEST = 60  # characters of a title that a question may hold
_TOPICS = 6

Kinds = list[list[str]]  # drafts of each kind of question


def english(index: Index) -> Kinds:
    """Draft for facts, a kind for each word that asks, in turn with questions about articles."""
    articles = _articles(index)
    facts = _by(lambda question: question.split()[0], _spread(articles, drafts))
    others = _about_articles(index, articles)
    return [kind for pair in zip_longest(facts, others) for kind in pair if kind]


def chinese(index: Index) -> Kinds:
    """Draft for facts, one kind for times and one for numbers."""
    return _by(lambda question: WHEN in question, _spread(_articles(index), in_place))


def _articles(index: Index) -> list[Article]:
    total, _ = index.counts()
    places = range(0, total, max(1, total // _ARTICLES))[:_ARTICLES]
    listed = chain.from_iterable(index.listing(limit=1, offset=place)[0] for place in places)
    return [article for one in listed if (article := index.article(one.id))]


def _spread(articles: list[Article], draft: Callable[[str], Iterator[str]]) -> Iterator[str]:
    """Yield drafts of one article after the other in turn, none twice."""
    of_each = [islice(draft(article.text), _OF_EACH) for article in articles]
    drafted = chain.from_iterable(zip_longest(*of_each))
    return iter(dict.fromkeys(question for question in drafted if question))


def _by(kind_of: Callable[[str], object], questions: Iterable[str]) -> Kinds:
    kinds: dict[object, list[str]] = {}
    for question in questions:
        kinds.setdefault(kind_of(question), []).append(question)
    return list(kinds.values())


def _about_articles(index: Index, articles: list[Article]) -> Kinds:
    """Draft which articles mention something, and what one is about."""
    if len(articles) < 2:
        return [[ASKS_ABOUT]] if articles else []
    overviews = [found for article in articles if (found := index.overview(article.id))]
    titles = [found.title for found in overviews if len(found.title) <= _LONGEST]
    total, _ = index.counts()
    topics = sorted(index.topics(_TOPICS), key=lambda topic: len(index.holding(topic)) == total)
    which = [ASKS_WHICH.format(topic=topic) for topic in topics]  # one that not all have first
    return [which, [ASKS_SUMMARY.format(title=title) for title in titles]]

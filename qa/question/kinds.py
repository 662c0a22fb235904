"""The kinds of questions: each has its own way to be answered, or to be refused."""

from enum import StrEnum

from index.language.english.catalogue.asked import SURELY_SUMMED
from index.language.english.overviews import (
    BY_AUTHOR,
    FIRST_TOUCHED,
    SURELY_COUNT,
    SURELY_LISTED,
    SURELY_WHETHER,
)


class Kind(StrEnum):
    """What is asked for."""

    FACT = "fact"
    YES_NO = "yes-no"
    LIST = "list"
    WHY = "why"
    HOW = "how"
    DEFINITION = "definition"  # "who is" as well as "what is"
    COMPARISON = "comparison"  # or arithmetic: what takes two facts or more
    COUNT = "count"  # of articles
    SUMMARY = "summary"
    COLLECTION = "collection"  # what is it about, which articles are there
    ARTICLE_DATA = "article-data"  # who wrote it, when, where
    SMALL_TALK = "small-talk"  # and help
    OTHER_LANGUAGE = "other-language"  # than the one that is read


OF_ARTICLES = (Kind.COUNT, Kind.SUMMARY, Kind.COLLECTION, Kind.ARTICLE_DATA)


def kind_by_form(question: str) -> Kind | None:
    """Return the kind of a question whose form surely asks for articles; None for any other."""
    if SURELY_COUNT.search(question):
        return Kind.COUNT
    if SURELY_SUMMED.search(question):
        return Kind.SUMMARY
    lists = (SURELY_LISTED, FIRST_TOUCHED, BY_AUTHOR)
    if any(form.search(question) for form in lists):
        return Kind.COLLECTION
    return None


def asks_of_articles(question: str) -> bool:
    """Tell whether a question may be about articles, not whether something in them is so."""
    return not SURELY_WHETHER.search(question)

"""The kinds of questions: each has its own way to be answered, or to be refused."""

from enum import StrEnum


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

"""The nouns of the index: articles, passages, hits, overviews, and the one error people see."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.problems import Problem

Pages = tuple[tuple[int, int], ...]  # where in a text a page begins or goes on, and its number


class WellspringError(Exception):
    """Say what is wrong and what to do, in one sentence for a person; `code` is for programs."""

    def __init__(self, code: Problem, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `text` is the cleaned text that is stored, cited and shown.

    `published`, `url` and `author` are what the file gives. `sources` names
    every file with this text: the article's own and those of its duplicates. `pages` is empty in a
    format without pages; a page without text begins where the next one does.
    """

    id: str
    title: str
    text: str
    source: str
    sha256: str
    indexed_at: str
    published: str | None = None
    url: str | None = None
    author: str | None = None
    sources: tuple[str, ...] = ()
    pages: Pages = ()

    @property
    def characters(self) -> int:
        """Return the length of the text."""
        return len(self.text)

    def page_at(self, start: int) -> int | None:
        """Return the number of the page that a range begins on, None without pages."""
        if not self.pages:
            return None
        before = bisect_right(self.pages, start, key=lambda page: page[0])
        return self.pages[max(before, 1) - 1][1]


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article as it stands in a list, without its text.

    `file` holds it: its source, or the .jsonl file that it is a line of.
    """

    id: str
    title: str
    source: str
    characters: int
    indexed_at: str
    published: str | None
    file: str


class Order(StrEnum):
    """What a list of articles is ordered by; those without a date stand last where it counts."""

    SOURCE = "source"
    TITLE = "title"
    NEWEST = "newest"  # by the date that the article gives
    OLDEST = "oldest"
    ADDED = "added"  # the last indexed first


@dataclass(frozen=True, slots=True)
class Limits:
    """What somebody limits a question to, as it was written; without any, all articles are meant.

    `articles` are ids, sources or titles, `folder` is a path below the indexed one.
    """

    articles: Sequence[str] | None = None
    folder: str | None = None


UNLIMITED = Limits()


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles that a search looks in; `Index.scope` makes it of what somebody wrote.

    `told` is how an answer names them: by their sources, or a folder by its path with a slash at
    the end.
    """

    article_ids: frozenset[str]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences: `article.text[start:end] == text`; `id` is never used again.

    `page` is the one that it begins on, in a format that has pages.
    """

    id: int
    article_id: str
    title: str
    source: str
    text: str
    start: int
    end: int
    tokens: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found; `score` is 1.0 when both legs rank it first."""

    passage: Passage
    score: float
    dense_rank: int | None = None
    lexical_rank: int | None = None

    @property
    def best_rank(self) -> int:
        """Return its rank in the leg that ranks it higher."""
        return min(rank for rank in (self.dense_rank, self.lexical_rank) if rank)


@dataclass(frozen=True, slots=True)
class Stated:
    """Something that an article tells of itself: `value`, in the line or sentence of a range.

    The range is of the article's text. It is empty, from 0 to 0, where the file tells it beside the
    text: the date of a front matter or of a web page.
    """

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What an article is about and what it tells of itself, made when it is indexed.

    `title` tells it from the others, also where the article has none. `published` is the date as
    the text writes it, `publisher` a newspaper, agency, blog or society, `place` that of a
    dateline. `key` holds the ranges of up to seven key sentences in the order of the text, `topics`
    up to eight telling words or phrases, the most telling first.

    `version` is what it calls itself as one of several ("version 2", "2023 edition", a year),
    `valid_from` and `valid_until` are dates as they are written, `draft` and `superseded` say that
    it does not hold yet, and no longer, `replaces` names what it replaces. `series` is what it is
    called without these: versions of one thing share one of them.
    """

    article_id: str
    title: str
    source: str
    author: Stated | None = None
    published: Stated | None = None
    publisher: Stated | None = None
    place: Stated | None = None
    key: tuple[tuple[int, int], ...] = ()
    topics: tuple[str, ...] = ()
    version: Stated | None = None
    valid_from: Stated | None = None
    valid_until: Stated | None = None
    draft: Stated | None = None
    superseded: Stated | None = None
    replaces: Stated | None = None
    series: tuple[str, ...] = ()

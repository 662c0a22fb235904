"""Find a series: articles whose titles or file names are alike but for a period."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePosixPath

from index.sentences import sentence_spans
from index.types import Article, ListedArticle
from qa.text.periods import Named, Period, period_of_name, periods
from qa.types import Evidence
from qa.ways.catalogue.articles import evidence_at
from qa.ways.catalogue.view import View

_HITS, _FIRST = 8, 3  # of the first three articles that are found two are of the series
_FEWEST = 2  # members
_HEAD = 400  # characters in which an article says of when it is

_LINE = 80  # characters of a line there
_NEARLY_ALL = 0.8

Periods = dict[str, Period]  # of articles, by id
Way = Callable[[View, ListedArticle], Period]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a series, and its period."""

    article: Article
    period: Period


def series_for(view: View, question: str) -> list[Member]:
    """Return the series that a question is about, in the order of its periods; [] for none.

    The names of the articles that are found first tell whether there is one to look for.
    """
    hits = view.search(question, _HITS)
    named = {hit.passage.article_id: (hit.passage.title, hit.passage.source) for hit in hits}
    first = list(named)[:_FIRST]
    for one, other in combinations(first, 2):
        if _are_alike(named[one], named[other]):
            found = _alike(view, *named[one])
            if {one, other} <= found.keys():
                order = sorted(found, key=lambda it: found[it].order)
                return [Member(it, found[it.id]) for it in map(view.article, order) if it]
    return []


def _are_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two titles, or the names of two files, may be alike but for a period."""
    (title, source), (title_too, source_too) = one, other
    (folder, name), (folder_too, name_too) = _place(source), _place(source_too)
    beside = folder == folder_too and _words(name) == _words(name_too)
    return beside or (bool(_words(title)) and _words(title) == _words(title_too))


def of_periods(
    members: Sequence[Member], times: Sequence[Named], *, run: bool = False
) -> list[Member]:
    """Return the members of all periods that a question names, every one where it names none.

    A month without a year is of the year that is named behind it. Two periods may be the ends of a
    `run`.
    """
    year = next((item.period.year for item in reversed(times) if item.period.year), 0)
    asked = [replace(item.period, year=item.period.year or year) for item in times]
    if run and len(asked) == 2:
        first, last = ([m for m in members if m.period.within(end)] for end in asked)
        if first and last:
            low, high = first[0].period.order, last[-1].period.order
            return [member for member in members if low <= member.period.order <= high]
    if not all(any(m.period.within(one) for m in members) for one in asked):
        return []
    return [m for m in members if not asked or any(m.period.within(one) for one in asked)]


def says_when(member: Member) -> list[Evidence]:
    """Return the line at the head of an article that tells its period, if there is one."""
    return [
        evidence_at(member.article, start, end)
        for start, end in sentence_spans(member.article.text[:_HEAD])
        if any(item.period == member.period for item in periods(member.article.text[start:end]))
    ][:1]


def _alike(view: View, title: str, source: str) -> Periods:
    """Return the articles whose title, or else file name, is one but for its period."""
    named, (folder, name) = _words(title), _place(source)
    if named:
        same = [it for it in view.listed(" ".join(named)) if _words(it.title) == named]
        if found := _told_apart(view, same, (_by_title, _by_name)):
            return found
    if not (words := _words(name)) and named:
        return {}
    near = view.listed(" ".join([folder.casefold(), *words]))
    same = [it for it in near if _place(it.source)[0] == folder]
    same = [it for it in same if _words(_place(it.source)[1]) == words]
    return _told_apart(view, same, (_by_name,))


def _words(name: str) -> tuple[str, ...]:
    return period_of_name(name)[1]


def _place(source: str) -> tuple[str, str]:
    """Return the folder and the name of a file; a folder that is a year belongs to the name."""
    path = PurePosixPath(source)
    period, words = period_of_name(path.parent.name)
    if period.year and not words:
        return str(path.parent.parent), f"{path.parent.name}-{path.stem}"
    return str(path.parent), path.stem


def _told_apart(view: View, same: Sequence[ListedArticle], ways: Sequence[Way]) -> Periods:
    """Return the period of each article by the first way that tells nearly all of them apart.

    One that tells their years goes before one that only numbers them.
    """
    numbered: Periods = {}
    for way in (*ways, _by_head, _by_date):
        told = {it.id: period for it in same if (period := way(view, it)) != Period()}
        apart = len(set(told.values())) == len(told)
        if apart and len(told) >= max(_FEWEST, _NEARLY_ALL * len(same)):
            if all(period.year for period in told.values()):
                return told
            numbered = numbered or told
    return numbered


def _by_title(view: View, listed: ListedArticle) -> Period:
    return period_of_name(listed.title)[0]


def _by_name(view: View, listed: ListedArticle) -> Period:
    return period_of_name(_place(listed.source)[1])[0]


def _by_head(view: View, listed: ListedArticle) -> Period:
    """Return the first period that a short line at the head of an article tells."""
    article = view.article(listed.id)
    lines = article.text[:_HEAD].split("\n") if article else []
    told = (item.period for line in lines if len(line) <= _LINE for item in periods(line))
    return next((period for period in told if period.year), Period())


def _by_date(view: View, listed: ListedArticle) -> Period:
    return next((item.period for item in periods(listed.published or "")), Period())

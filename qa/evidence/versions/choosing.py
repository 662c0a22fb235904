"""Choose among the versions of one thing: the one a question names, else the one that holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from index.dates import dates
from index.language.english.comparing.changes import ASKS_KIND, NUMBERS
from index.language.english.versions.asked import ASKS_BEFORE, ASKS_NOW, ASKS_VERSION
from index.language.english.versions.told import DRAFT
from qa.evidence.versions.version import Version, number_of, period

_UNNUMBERED = (1, 5)  # what bears no number comes after version 1 and before version 2


@dataclass(frozen=True, slots=True)
class Meant:
    """The version that is meant, and the `others`, which it takes the place of.

    `named`: the question says which, or that it asks for today.
    """

    version: Version
    others: tuple[Version, ...]
    named: bool = False


def meant(question: str, versions: Sequence[Version], today: date) -> Meant | None:
    """Return the version that a question means; None where that cannot be told."""
    ordered = in_order(versions, today)
    if named := _named(question, ordered):
        return _instead(named, ordered, named=True) if len(named) == 1 else None
    asked = [days for found in dates(question) if (days := period(found))]
    if asked:
        of_then = [one for one in ordered if _covers(one, asked[0], ordered)]
        return _instead(of_then, ordered, named=len(of_then) == 1) if len(asked) == 1 else None
    valid = [one for one in ordered if one.holds(today)]
    best = valid or [one for one in ordered if one.is_final] or ordered
    if ASKS_BEFORE.search(question):
        return _instead([one for one in ordered if one.rank < best[-1].rank], ordered, named=True)
    return _instead(best, ordered, named=bool(ASKS_NOW.search(question)))


def two_named(
    question: str, versions: Sequence[Version], today: date
) -> tuple[Version, Version] | None:
    """Return the two versions whose difference is asked for, the older one first.

    Those that the question names; one that it names and the one that holds; the one that holds and
    the one before. None where that cannot be told.
    """
    final = [one for one in in_order(versions, today) if one.is_final or one.superseded]
    told = NUMBERS.findall(question) if ASKS_KIND.search(question) else []
    numbers = [number for one in told if (number := number_of(one))]
    years = [days[0].year for found in dates(question) if (days := period(found))]
    named = [
        one for one in final if one.number in numbers or (one.first and one.first.year in years)
    ]
    if not final or ((years or numbers) and not named):
        return None
    holding = ([one for one in final if one.holds(today)] or final)[-1]
    named = named or [one for one in final if one.rank == holding.rank - 1]
    pair = sorted(named if len(named) == 2 else [*named, holding], key=lambda one: one.rank)
    return (pair[0], pair[1]) if len({one.rank for one in pair}) == len(pair) == 2 else None


def in_order(versions: Sequence[Version], today: date) -> list[Version]:
    """Return versions with their ranks, the oldest first; none where nothing tells their order.

    The first measure tells it that all have and by which they differ.
    """
    if not any(one.is_marked for one in versions):
        return []
    for measure in _measures(today):
        values = [measure(one) for one in versions]
        ranks = sorted(set(values)) if all(value not in (None, ()) for value in values) else []
        if len(ranks) > 1:
            ranked = zip(versions, values, strict=True)
            found = [replace(one, rank=ranks.index(value)) for one, value in ranked]
            return sorted(found, key=lambda one: one.rank)
    return []


def _measures(today: date) -> tuple[Callable[[Version], Any], ...]:
    return (
        lambda one: one.number,
        lambda one: one.first or one.last,
        lambda one: one.replaces,
        lambda one: one.published,
        lambda one: one.number or _UNNUMBERED,
        lambda one: one.first or one.last or today,  # without a date it is kept up to date
        lambda one: one.is_final,
    )


def _instead(
    candidates: Sequence[Version], ordered: Sequence[Version], *, named: bool
) -> Meant | None:
    """Return the newest of some versions in place of all others; None where two are the newest."""
    newest = [one for one in candidates if one.rank == candidates[-1].rank]
    if len(newest) != 1:
        return None
    return Meant(newest[0], tuple(one for one in ordered if one is not newest[0]), named)


def _named(question: str, ordered: Sequence[Version]) -> list[Version]:
    """Return the versions that a question names by number, year or as the draft."""
    named = [match[0] for match in ASKS_VERSION.finditer(question)]
    numbers = [number for name in named if (number := number_of(name))]
    years = [days[0].year for name in named for one in dates(name) if (days := period(one))]
    asks_draft = bool(DRAFT.search(question))
    return [
        one
        for one in ordered
        if any(one.number[: len(number)] == number for number in numbers)
        or (one.first is not None and one.first.year in years)
        or (asks_draft and one.draft)
    ]


def _covers(one: Version, asked: tuple[date, date], ordered: Sequence[Version]) -> bool:
    """Tell whether a version held in a time, with the borders that the ones beside it tell."""
    later = [other.first for other in ordered if other.rank > one.rank and other.first]
    earlier = [other.last for other in ordered if other.rank < one.rank and other.last]
    first, last = one.first, one.last
    if first is None and earlier:
        first = max(earlier) + timedelta(days=1)
    elif first is None and (last or later):
        first = date.min
    if last is None:
        last = min(later) - timedelta(days=1) if later else date.max
    return one.is_final and first is not None and first <= asked[1] and asked[0] <= last

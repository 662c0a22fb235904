"""Say which article is the newest, oldest, longest or shortest, and which mentions something first.

By the dates that articles give, or that their titles and the names of their files tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.overviews import (
    FARTHEST,
    HAS_WORDS,
    IS_DATED,
    LAST,
    THE_FARTHEST,
    THE_FIRST,
    THE_ONLY,
)
from index.types import Overview
from qa.types import Statement
from qa.ways.catalogue.articles import length_of, sentence_with, subject
from qa.ways.catalogue.dated import Dated, dated, proof_of, undated
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply

_OLDEST = "oldest"
_BY_LENGTH = {"longest": 1, "shortest": -1}


@dataclass(frozen=True, slots=True)
class Farthest:
    """The articles that are the newest (oldest, longest, shortest) of some, with what tells it."""

    which: str
    articles: Sequence[Overview]
    values: Sequence[str]
    total: int
    undated: int = 0


def farthest(view: View, question: str) -> Farthest | None:
    """Return the newest, oldest, longest or shortest articles, of those that mention the rest.

    None where that is not asked for, or no article of them has a date.
    """
    asked = ((which, shape.search(question)) for which, shape in FARTHEST.items())
    which, found = next(((which, found) for which, found in asked if found), ("", None))
    if found is None:
        return None
    words = subject(f"{question[: found.start()]} {question[found.end() :]}")
    held = {article_id for article_id, *_ in view.holding(words)} if words else None
    pool = [it for it in view.overviews(view.count()) if held is None or it.article_id in held]
    return _by_length(view, which, pool) if which in _BY_LENGTH else _by_date(which, pool)


def _by_length(view: View, which: str, pool: Sequence[Overview]) -> Farthest | None:
    sizes = view.sizes()
    best = max(pool, key=lambda it: sizes[it.article_id] * _BY_LENGTH[which], default=None)
    article = view.article(best.article_id) if best else None
    if best is None or article is None:
        return None
    value = HAS_WORDS.format(number=length_of(article))
    return Farthest(which, [best], [value], len(pool))


def _by_date(which: str, pool: Sequence[Overview]) -> Farthest | None:
    known = _in_order(pool)
    if not known:
        return None
    best = known[0 if which == _OLDEST else -1].period
    same = [one for one in known if one.period == best]
    values = [IS_DATED.format(date=one.told) for one in same]
    articles = [one.overview for one in same]
    return Farthest(which, articles, values, len(pool), len(pool) - len(known))


def _in_order(pool: Sequence[Overview]) -> list[Dated]:
    """Return the articles that tell their year, the oldest first."""
    known = [one for it in pool if (one := dated(it)) and one.period.year]
    return sorted(known, key=lambda one: one.period.order)


def told_farthest(view: View, found: Farthest) -> Reply:
    """Say which articles are the newest, or the longest, each with what shows it."""
    said = [
        Statement(
            THE_FARTHEST.format(
                which=found.which, total=found.total, title=it.title, source=it.source, value=value
            ),
            proof_of(view, it, date=True),
        )
        for it, value in zip(found.articles, found.values, strict=True)
    ]
    return Reply([*said, *undated(found.undated)], 1.0, listed=len(said) > 1)


def first_touching(view: View, asked: re.Match[str]) -> Reply | None:
    """Return the first, or the last, article that mentions something; `asked` by FIRST_TOUCHED.

    None where none does that has a date.
    """
    words = subject(asked["words"] or asked["touched"])
    which = (asked["first"] or asked["which"]).lower()
    places = {held[0]: held for held in view.holding(words)}
    pool = [it for article_id in places if (it := view.overview(article_id))]
    known = _in_order(pool)
    if not known:
        return None
    best = known[-1 if which in LAST else 0]
    article = view.article(best.overview.article_id)
    if article is None:
        return None
    _, start, end = places[article.id]
    proof = sentence_with(article, start, end, words, best.overview.title)
    told = (THE_FIRST if len(pool) > 1 else THE_ONLY).format(
        which=which,
        total=len(pool),
        words=words,
        title=best.overview.title,
        source=article.source,
        date=best.told,
    )
    shown = dict.fromkeys([proof, *proof_of(view, best.overview, date=True)])
    return Reply([Statement(told, tuple(shown)), *undated(len(pool) - len(known))], 1.0)

"""Choose articles by what they are called, by their date and by their author."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.overviews import (
    AND_MORE,
    ANY_KIND,
    ARTICLE,
    BY,
    BY_AUTHOR,
    BY_DATE,
    CHOSEN,
    DATED,
    IS,
    NONE_CHOSEN,
    OF_KIND,
)
from index.types import Overview, Scope
from qa.text.periods import periods, without
from qa.types import Statement
from qa.ways.catalogue.articles import stems, subject
from qa.ways.catalogue.dated import dated, proof_of, undated
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reason, Reply

_SHOWN = 12  # articles of a list


def of_kind(view: View, question: str) -> tuple[View, str]:
    """Return what is seen of the articles of a kind, and the question with "articles" for it.

    "How many annual reports are there?" asks for those that are called so, where some are.
    """
    asked = OF_KIND.search(question)
    words = stems(f"{asked['like']} {asked['kind']}") if asked else set()
    if not asked or (len(words) == 1 and ANY_KIND.fullmatch(asked["kind"])):
        return view, question
    if not (found := view.titled(words)):
        return view, question
    noun = "articles" if asked["kind"].endswith("s") else "article"
    called = f"{question[: asked.start('like')]} {noun}{question[asked.end() :]}"
    return replace(view, scope=Scope(found)), called


def chosen(view: View, question: str) -> Reply | None:
    """Return the articles of a date or by an author; None where neither is asked for."""
    if signed := BY_AUTHOR.search(question):
        return _by_author(view, signed["author"] or signed["writer"])
    times = periods(question)
    asks = len(times) == 1 and BY_DATE.search(question[: times[0].start])
    if not asks or subject(without(question, times)):
        return None
    asked = times[0].period
    known = [one for it in view.overviews(view.count()) if (one := dated(it))]
    found = [one.overview for one in known if one.period.within(asked)]
    left = view.count() - len(known)
    more = undated(left)
    return _listed(view, found, DATED.format(date=asked.told()), more)


def _by_author(view: View, author: str) -> Reply | None:
    """Return the articles that an author signed; None where none is known to have."""
    name = stems(author)
    pool = view.overviews(view.count())
    signed = [it for it in pool if it.author and name <= stems(it.author.value)]
    return _listed(view, signed, BY.format(author=author), []) if signed else None


def _listed(view: View, found: Sequence[Overview], so: str, more: Sequence[Statement]) -> Reply:
    total = view.count()
    if not found:
        none = Statement(NONE_CHOSEN.format(total=total, so=so))
        return Reply([none, *more], reason=Reason.NONE_HOLDS)
    head = CHOSEN.format(number=len(found), total=total, verb=IS[len(found) > 1], so=so)
    lines = [
        Statement(ARTICLE.format(title=it.title, source=it.source), proof_of(view, it, date=True))
        for it in found[:_SHOWN]
    ]
    left = len(found) - len(lines)
    rest = [Statement(AND_MORE.format(number=left))] if left else []
    return Reply([Statement(head), *lines, *rest, *more], 1.0, listed=True)

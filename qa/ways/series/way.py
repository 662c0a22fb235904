"""Answer what is asked over a series of articles, or of its article for one period.

Each article is asked for itself; code orders, adds and counts, and every operand is cited.
"""

from collections.abc import Generator, Sequence
from dataclasses import replace
from functools import partial

from index.language.english.comparing.series import ITSELF_SAYS, RUN
from index.types import Scope
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import what_is_asked
from qa.question.series.asked import OverSeries, Task
from qa.question.series.reading import of_any, of_span, over_series, periods_meant
from qa.steps import Step
from qa.text.words import content_words, unmet
from qa.types import Found, Statement
from qa.ways.catalogue.view import View
from qa.ways.facts import Facts
from qa.ways.inquiry import Inquiry, Reply
from qa.ways.series.figures import (
    Place,
    Told,
    figure_in,
    told_by_each,
    told_by_some,
    told_by_words,
    value_in,
)
from qa.ways.series.members import Member, of_periods, series_for
from qa.ways.series.telling import SAYING, line_of, together
from qa.writing.tables import with_cells

_MOST = 36  # articles that are asked at once: three years of months
_LESS_SURE = 0.5  # of the confidence that a fact needs, as for the sides of a comparison
_SEVERAL = 3
_NEAREST = 2  # sentences that are shown where none answers
_IN_PROSE = (Task.MOST, Task.LEAST, Task.SUM, Task.AVERAGE, Task.FIRST, Task.LAST)


class Series:
    """Questions over monthly reports, minutes and others that are alike but for their period."""

    def __init__(self, evidence: ReaderEvidence, facts: Facts, min_confidence: float) -> None:
        self._evidence = evidence
        self._facts = facts
        self._min_confidence = min_confidence

    def reply(self, view: View, inquiry: Inquiry) -> Generator[str | Step, None, Reply | None]:
        """Return what the articles of a series tell together, or the one of a named period.

        None where no series is asked, or where another way may answer.
        """
        times, bare = periods_meant(inquiry.question, inquiry.standalone)
        asked = over_series(bare, dated=bool(times))
        unbound = None if times or asked else of_any(bare)
        if not (times or asked or unbound):
            return None
        every = series_for(view, inquiry.standalone)
        run = bool(RUN.search(inquiry.standalone)) and not (asked and asked.task is Task.DIFFERENCE)
        members = of_periods(every, times, run=run)
        inquiry.clock.lap("retrieve")
        if len(members) == 1 and times:
            return (yield from self._of_one(members[0], every, bare, inquiry))
        if unbound and 1 < len(members) <= _MOST:
            return _of_all(unbound, members)
        if not asked or not members:
            return None
        if len(members) > len(times) > 0:
            asked = of_span(asked, bare)
        return (yield from self._of_several(view, asked, members, inquiry))

    def _of_several(
        self, view: View, asked: OverSeries, members: Sequence[Member], inquiry: Inquiry
    ) -> Generator[str | Step, None, Reply | None]:
        """Return what articles tell together, or a fact that says the same by itself."""
        told = self._told(view, asked, members) if len(members) <= _MOST else []
        inquiry.clock.lap("evidence")
        return _together(asked, told, members) or (yield from self._itself(asked, inquiry))

    def _told(self, view: View, asked: OverSeries, members: Sequence[Member]) -> list[Told]:
        if asked.task in SAYING:
            return told_by_some(members, asked.asked)
        return told_by_each(members, asked.asked, _place(asked), partial(self._read, view))

    def _read(self, view: View, question: str, member: Member) -> Found | None:
        """Let the readers look for an answer in one article; None where they are not sure."""
        article = member.article
        selected = self._evidence.find(question, Scope(frozenset([article.id])))
        found = with_cells(question, selected.found, view.article)
        sure = selected.confidence >= self._min_confidence * _LESS_SURE
        if not (found and sure) or unmet(question, f"{article.title} {article.text}"):
            return None
        evidence = replace(found[0].evidence, score=selected.confidence)
        return replace(found[0], evidence=evidence)

    def _of_one(
        self, member: Member, every: Sequence[Member], bare: str, inquiry: Inquiry
    ) -> Generator[str | Step, None, Reply | None]:
        """Return what the article of one period says, or one that is not of the series."""
        if told := _by_words(member, bare, follows=inquiry.question != inquiry.standalone):
            return Reply([line_of(told)], told.evidence.score)
        question = bare if content_words(bare) else inquiry.standalone
        reply = yield from self._facts.reply(
            replace(
                inquiry,
                question=question,
                standalone=question,
                asked=what_is_asked(question, inquiry.asked.kind),
                scope=Scope(frozenset([member.article.id])),
            )
        )
        if reply.statements:
            return reply
        reply = yield from self._facts.reply(inquiry)
        others = {one.article.id for one in every}
        return _declined(reply) if _cited(reply.statements) & others else None

    def _itself(
        self, asked: OverSeries, inquiry: Inquiry
    ) -> Generator[str | Step, None, Reply | None]:
        """Return a fact that says itself what is the most, or the sum; None where any may answer.

        One article alone cannot answer what only all can.
        """
        says = ITSELF_SAYS.get(asked.task)
        if says is None:
            return None
        reply = yield from self._facts.reply(inquiry)
        it_says = any(says.search(said.text) for said in reply.statements)
        return reply if it_says else _declined(reply)


def _place(asked: OverSeries) -> Place:
    return value_in if asked.task is Task.VALUES else figure_in


def _together(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> Reply | None:
    """Return what follows from what articles tell; None where none does."""
    if not told:
        return None
    sure = min(item.evidence.score for item in told)
    return Reply(together(asked, told, members), sure, listed=asked.task not in _IN_PROSE)


def _of_all(asked: OverSeries, members: Sequence[Member]) -> Reply | None:
    """Return what each article of parts of years says, where they say different things.

    A question that names no period would else be answered by any of them.
    """
    if len(members) < _SEVERAL or not all(member.period.is_of_year for member in members):
        return None
    told = told_by_each(members, asked.asked, _place(asked), lambda *_: None)
    return _together(asked, told, members) if len({item.text for item in told}) > 1 else None


def _by_words(member: Member, bare: str, *, follows: bool) -> Told | None:
    """Return what one article says by the words of a question for an amount or a person.

    What follows another question does not tell which of both it asks for.
    """
    asked = over_series(bare, dated=True) or of_any(bare)
    if follows:
        found = (told_by_words(member, bare, place) for place in (figure_in, value_in))
        return next(filter(None, found), None)
    if asked and asked.task in (Task.EACH, Task.SUM, Task.VALUES):
        return told_by_words(member, asked.asked, _place(asked))
    return None


def _cited(statements: Sequence[Statement]) -> set[str]:
    return {item.article_id for said in statements for item in said.proof}


def _declined(reply: Reply) -> Reply:
    """Return no answer in place of one; what that rested on is the nearest there is."""
    proof = [item for said in reply.statements for item in said.proof][:_NEAREST]
    return replace(reply, statements=[], short="", listed=False, nearest=proof or reply.nearest)

"""Answer what is asked over a series of articles, or of its article for one period.

Each article is asked for itself; code orders, adds and counts, and every operand is cited.
"""

from collections.abc import Generator, Sequence
from dataclasses import replace

from index.language.english.comparing.series import ITSELF_SAYS, RUN
from index.types import Scope
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import what_is_asked
from qa.question.series import OverSeries, Task, of_any, over_series, without_periods
from qa.text.periods import Named, periods
from qa.text.words import content_words, unmet
from qa.types import Found, Statement
from qa.ways.catalogue.view import View
from qa.ways.facts import Facts
from qa.ways.inquiry import Inquiry, Reply
from qa.ways.series.figures import (
    Place,
    Read,
    Told,
    figure_in,
    told_by_each,
    told_by_some,
    told_by_words,
    value_in,
)
from qa.ways.series.members import Member, of_periods, series_for
from qa.ways.series.telling import line_of, together
from qa.writing.tables import with_cells

_MOST = 36  # articles that are asked at once: three years of months
_LESS_SURE = 0.5  # of the confidence that a fact needs, as for the sides of a comparison
_SEVERAL = 3
_NEAREST = 2  # sentences that are shown where none answers
_IN_PROSE = (Task.MOST, Task.LEAST, Task.SUM, Task.AVERAGE)


class Series:
    """Questions over monthly reports, minutes and others that are alike but for their period."""

    def __init__(self, evidence: ReaderEvidence, facts: Facts, min_confidence: float) -> None:
        self._evidence = evidence
        self._facts = facts
        self._min_confidence = min_confidence

    def reply(self, view: View, inquiry: Inquiry) -> Generator[str, None, Reply | None]:
        """Return what the articles of a series tell together, or the one of a named period.

        None where no series is asked, or where another way may answer.
        """
        times, bare = _periods_of(inquiry)
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
        if not 1 < len(members) <= _MOST:
            return None
        if unbound:
            return _of_all(unbound, members)
        return (yield from self._of_several(view, asked, members, inquiry)) if asked else None

    def _of_several(
        self, view: View, asked: OverSeries, members: Sequence[Member], inquiry: Inquiry
    ) -> Generator[str, None, Reply | None]:
        """Return what articles tell together, or a fact that says the same by itself."""
        if asked.task is Task.HOLDING:
            told = told_by_some(members, asked.asked)
        else:
            told = told_by_each(members, asked.asked, _place(asked), self._read(view))
        inquiry.clock.lap("evidence")
        return _together(asked, told, members) or (yield from self._itself(asked, inquiry))

    def _read(self, view: View) -> Read:
        """Return what lets the readers look for an answer in one article."""

        def read(question: str, member: Member) -> Found | None:
            article = member.article
            selected = self._evidence.find(question, Scope(frozenset([article.id])))
            found = with_cells(question, selected.found, view.article)
            sure = selected.confidence >= self._min_confidence * _LESS_SURE
            if not (found and sure) or unmet(question, f"{article.title} {article.text}"):
                return None
            evidence = replace(found[0].evidence, score=selected.confidence)
            return replace(found[0], evidence=evidence)

        return read

    def _of_one(
        self, member: Member, every: Sequence[Member], bare: str, inquiry: Inquiry
    ) -> Generator[str, None, Reply | None]:
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

    def _itself(self, asked: OverSeries, inquiry: Inquiry) -> Generator[str, None, Reply | None]:
        """Return a fact that says itself what is the most, or the sum; None where any may answer.

        One article alone cannot answer what only all can.
        """
        says = ITSELF_SAYS.get(asked.task)
        if says is None:
            return None
        reply = yield from self._facts.reply(inquiry)
        it_says = any(says.search(said.text) for said in reply.statements)
        return reply if it_says else _declined(reply)


def _periods_of(inquiry: Inquiry) -> tuple[list[Named], str]:
    """Return the periods that are meant, and the question without any.

    Those of a follow-up count before those of the questions it points to; these may tell its year.
    """
    question = inquiry.question.strip()
    before = inquiry.standalone.removeprefix(question)
    times, earlier = periods(question), periods(before)
    bare = f"{without_periods(question, times)} {without_periods(before, earlier)}".strip()
    if not times:
        return earlier, bare
    if not any(item.period.year for item in times):
        year = next((item.period.year for item in earlier if item.period.year), 0)
        times = [replace(item, period=replace(item.period, year=year)) for item in times]
    return times, bare


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

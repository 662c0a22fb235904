"""Read what a question asks over a series of articles, and what that asks each of them.

"In which month did the rink have the most visitors?" asks each report how many visitors it had.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from index.language.english.comparing import series as english
from qa.question.comparing.own import noun_phrase
from qa.question.series.asked import Bound, OverSeries, Task
from qa.text.periods import Named, periods
from qa.text.words import numbers

_MARK = "\0"


def periods_meant(question: str, standalone: str) -> tuple[list[Named], str]:
    """Return the periods that are meant, and the question, as it stands on its own, without any.

    Those of a follow-up count before those of the questions it points to; these may tell its year.
    """
    question = question.strip()
    before = standalone.removeprefix(question)
    times, earlier = periods(question), periods(before)
    parts = without_periods(question, times), without_periods(before, earlier)
    bare = " ".join(parts).strip().lstrip("? ")  # nothing is left of "And in April?"
    if not times:
        return earlier, bare
    if not any(item.period.year for item in times):
        year = next((item.period.year for item in earlier if item.period.year), 0)
        times = [replace(item, period=replace(item.period, year=year)) for item in times]
    return times, bare


def without_periods(question: str, times: Sequence[Named]) -> str:
    """Return a question without its periods and what joins them to it."""
    marked = question
    for item in reversed(times):
        marked = f"{marked[: item.start]}{_MARK}{marked[item.end :]}"
    joined = re.compile(rf"(?:,? ?\b{english.BEFORE_PERIOD}\b(?: the)?)* ?{_MARK}", re.I)
    return joined.sub("", marked).strip(" ,")


def over_series(question: str, *, dated: bool) -> OverSeries | None:
    """Return what a question without its periods asks over a series; None where it asks nothing.

    A question that was `dated` asks for an amount of each period that it named.
    """
    readers = (_first, _bounded, _values, _reckoned, *((_each,) if dated else ()))
    found = (read(question) for read in readers)
    return _extreme(question, dated=dated) or next(filter(None, found), None)


def of_any(question: str) -> OverSeries | None:
    """Return what a question that names no period asks of whichever article of a series."""
    if found := english.WHO_WAS_IT.search(question):
        return OverSeries(Task.VALUES, english.WHO_WAS.format(what=found["who"].strip(" ?.!")))
    return OverSeries(Task.EACH, question) if english.AMOUNT.search(question) else None


def _extreme(question: str, *, dated: bool) -> OverSeries | None:
    """Read "in which month ... the most", "what was the highest ... in a month"."""
    opening = english.IN_WHICH.search(question) or english.WHEN.search(question)
    if opening is None and (dated or english.OVER_ALL.search(question)):
        opening = english.THE_FARTHEST.search(question)
    if opening is None:
        return None
    rest = english.OVER_ALL.sub("", question[opening.end() :])
    found = english.SUPERLATIVE.search(rest)
    if found is None:
        return None
    task = Task.MOST if found["most"] else Task.LEAST
    before, after = rest[: found.start()].strip(), rest[found.end() :].strip(" ?.!")
    if found["often"]:
        return OverSeries(task, english.HOW_MANY_TIMES.format(rest=before))
    counted = found["counted"] or (found["most"] or found["least"]).lower() in english.COUNTING
    return OverSeries(task, _own(before, after, counts=bool(counted)))


def _first(question: str) -> OverSeries | None:
    """Read "in which month was ... first mentioned"."""
    opening = english.IN_WHICH.search(question)
    found = english.FIRST_SAID.search(question[opening.end() :].strip()) if opening else None
    if found is None:
        return None
    task = Task.FIRST if found["which"].lower() == "first" else Task.LAST
    return OverSeries(task, found["words"])


def of_span(asked: OverSeries, question: str) -> OverSeries:
    """Return what asks for each of a span of periods as what asks for their sum, too."""
    sums = asked.task is Task.EACH and english.SUMMED.search(question)
    return replace(asked, task=Task.SPAN) if sums else asked


def _bounded(question: str) -> OverSeries | None:
    """Read "in how many months ... more than 5,000", "which months ... no accidents"."""
    opening = english.IN_HOW_MANY.search(question) or english.IN_WHICH.search(question)
    if opening is None:
        return None
    rest, several = question[opening.end() :], bool(english.IN_HOW_MANY.search(question))
    if not (found := english.BOUNDED.search(rest)):
        several = several or bool(english.IN_WHICH_ONES.search(question))
        return OverSeries(Task.HOLDING, rest.strip(" ?.!")) if several else None
    before, after = rest[: found.start()].strip(), rest[found.end() :].strip(" ?.!")
    asked = _own(before, after, counts=True)
    return OverSeries(Task.MEETING, asked, _bound(found)) if _bound(found) else None


def _bound(found: re.Match[str]) -> Bound | None:
    name = next(name for name, text in found.groupdict().items() if text and name != "number")
    if name == "none":
        return Bound(name, Decimal(0))
    told = numbers(found["number"])
    return Bound(name, next(iter(told)).value) if len(told) == 1 else None


def _own(before: str, after: str, *, counts: bool) -> str:
    """Return the question for one article, of what stands before and behind "the most"."""
    if not after:
        return f"What {before}?"
    what, rest = noun_phrase(*after.split(" ", 1)) if " " in after else (after, "")
    verb = before if english.AUXILIARY.search(before) else ""
    if counts:
        asked = english.HOW_MANY.format(what=what, rest=f"{verb or english.THERE_WERE} {rest}")
    else:
        shape = english.WHAT if verb else english.WHAT_WAS
        asked = shape.format(what=what, rest=f"{verb} {rest}")
    return " ".join(asked.split()).replace(" ?", "?")


def _values(question: str) -> OverSeries | None:
    """Read "list all duty managers", "who were the chairs"."""
    found = english.LISTED.search(question)
    if found is None:
        return None
    what = (found["what"] or found["who"] or found["which"]).strip(" ?.!")
    return OverSeries(Task.VALUES, english.WHO_WAS.format(what=what))


def _reckoned(question: str) -> OverSeries | None:
    """Read a total, an average or a difference."""
    if english.ON_AVERAGE.search(question) and english.PER_ONE.search(question):
        asked = english.ON_AVERAGE.sub("", english.PER_ONE.sub("", question))
        return OverSeries(Task.AVERAGE, " ".join(asked.split()))
    if english.IN_ALL.search(question):
        asked = english.IN_ALL.sub("", english.OVER_ALL.sub("", question))
        return OverSeries(Task.SUM, " ".join(asked.split()))
    return None


def _each(question: str) -> OverSeries | None:
    """Read what is asked of each of several periods, and how it is compared."""
    if found := english.ROSE.search(question):
        return OverSeries(Task.DIFFERENCE, _what_was(found["what"]))
    if found := english.HOW_MANY_MORE.search(question):
        asked = english.HOW_MANY_MORE.sub(r"how \g<many>", question)
        return OverSeries(Task.DIFFERENCE, asked)
    if english.DIFFERENCE.search(question):
        return OverSeries(Task.DIFFERENCE, " ".join(english.DIFFERENCE.sub("", question).split()))
    if found := english.MORE.search(question):
        task = Task.MOST if found["more"] else Task.LEAST
        before, after = question[: found.start()], question[found.end() :]
        return OverSeries(task, _own(before.strip(), after.strip(" ?.!"), counts=True))
    if english.COMPARE.search(question):
        asked = english.COMPARE.sub("", question).strip(" .?!")
        return OverSeries(Task.EACH, _what_was(asked))
    return OverSeries(Task.EACH, question) if english.AMOUNT.search(question) else None


def _what_was(what: str) -> str:
    return english.WHAT_WAS.format(what=what, rest="").replace(" ?", "?")

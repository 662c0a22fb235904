"""Say what the articles of a series tell together: the most, a sum, those that meet a bound."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from index.language.english.comparing import series as english
from qa.question.series.asked import OverSeries, Task
from qa.text.rows import is_row
from qa.types import Evidence, Statement
from qa.ways.series.figures import Told
from qa.ways.series.members import Member, says_when
from qa.writing.comparing.arithmetic import written
from qa.writing.compose import capitalised
from qa.writing.shown import as_shown
from qa.writing.tables import in_words

SAYING = (Task.HOLDING, Task.FIRST, Task.LAST)  # which articles say something; others need not
_HUNDREDTH = Decimal("0.01")
_EDGES = " .,;"


def together(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    """Return what follows from what articles tell, with all of it as proof, and which tell none."""
    said = _WRITERS[asked.task](asked, told, members)
    return [*said, *([] if asked.task in SAYING else _missing(told, members))]


def line_of(item: Told, mark: str = "") -> Statement:
    """Return the sentence of an article under its period, with what tells both."""
    when = [line for line in says_when(item.member) if line != item.evidence]
    shown = in_words(item.evidence.text) if is_row(item.evidence.text) else item.evidence.text
    text = " ".join(as_shown(shown).split())
    label = capitalised(item.member.period.told())
    return Statement(f"{mark}{label}: {text}", (item.evidence, *when))


def _proofs(told: Sequence[Told]) -> tuple[Evidence, ...]:
    return tuple(item.evidence for item in told)


def _these(members: Sequence[Member]) -> str:
    first, last = members[0].period.told(), members[-1].period.told()
    return english.OF_ALL.format(total=len(members), first=first, last=last)


def _farthest(
    asked: OverSeries, told: Sequence[Told], members: Sequence[Member]
) -> list[Statement]:
    """Return those with the greatest, or the least, figure, and that it is the one of all."""
    values = [item.value for item in told]
    most = asked.task is Task.MOST
    best = max(values) if most else min(values)
    these = _these([item.member for item in told])
    of_all = (english.MOST_OF if most else english.LEAST_OF).format(these=these)
    first = [line_of(item) for item in told if item.value == best]
    return [*first, Statement(of_all, _proofs(told))]


def _reckoned(
    asked: OverSeries, told: Sequence[Told], members: Sequence[Member]
) -> list[Statement]:
    """Return the sum, or the average, with all operands."""
    shape, value = english.SUM_OF, sum((item.value for item in told), Decimal(0))
    parts = " + ".join(item.text for item in told)
    if asked.task is Task.AVERAGE:
        shape, value = english.AVERAGE_OF, (value / len(told)).quantize(_HUNDREDTH).normalize()
        parts = f"({parts}) / {len(told)}"
    these = _these([item.member for item in told])
    text = shape.format(value=_with_unit(value, told), parts=parts, these=these)
    return [Statement(text, _proofs(told))]


def _difference(
    asked: OverSeries, told: Sequence[Told], members: Sequence[Member]
) -> list[Statement]:
    """Return how far two figures are apart, and both; both alone where they are the same."""
    lines = _each(asked, told, members)
    if len(told) != 2 or told[0].value == told[1].value:
        return lines
    less, more = sorted(told, key=lambda item: item.value)
    value, parts = _with_unit(more.value - less.value, told), f"{more.text} − {less.text}"
    text = english.DIFFERENCE_OF.format(value=value, parts=parts)
    return [Statement(text, _proofs(told)), *lines]


def _with_unit(value: Decimal, told: Sequence[Told]) -> str:
    """Return a value with as many decimals as the figures, and what stands around the first."""
    decimals = max(-int(one.as_tuple().exponent) for one in (value, *(it.value for it in told)))
    shown = f"{value:,.{decimals}f}" if decimals > 0 else written(value)
    item = next((item for item in told if item.unit), told[0])
    return f"{item.before}{shown}{item.behind}"


def _each(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    return [line_of(item) for item in told]


def _each_and_sum(
    asked: OverSeries, told: Sequence[Told], members: Sequence[Member]
) -> list[Statement]:
    """Return what each tells, and the sum where none tells what there was on one day."""
    of_a_day = any(english.OF_A_DAY.search(item.evidence.text) for item in told)
    lines = _each(asked, told, members)
    return lines if of_a_day else [*lines, *_reckoned(asked, told, members)]


def _meeting(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    """Return how many keep to the bound, and each of them."""
    found = [item for item in told if asked.bound and asked.bound.holds(item.value)]
    return _holding(asked, found, [item.member for item in told])


def _holding(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    head = english.MEETING.format(number=len(told), these=_these(members))
    return [Statement(head), *(line_of(item, "- ") for item in told)]


def _first(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    """Return the first, or the last, sentence that says something, and of how many it is that."""
    is_first = asked.task is Task.FIRST
    shape = english.FIRST_OF if is_first else english.LAST_OF
    of_all = shape.format(number=len(told), these=_these(members))
    return [line_of(told[0 if is_first else -1]), Statement(of_all, _proofs(told))]


def _values(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    """Return each name once, with the periods of the articles that tell it."""
    by_name: dict[str, list[Told]] = {}
    for item in told:
        by_name.setdefault(item.text.strip(_EDGES).casefold(), []).append(item)
    return [
        Statement(f"- {same[0].text.strip(_EDGES)} ({_periods(same)})", _proofs(same))
        for same in by_name.values()
    ]


def _periods(told: Sequence[Told]) -> str:
    return ", ".join(item.member.period.told() for item in told)


def _missing(told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    known = {item.member.article.id for item in told}
    left = [member.period.told() for member in members if member.article.id not in known]
    return [Statement(english.OTHERS_LACK.format(missing=", ".join(left)))] if left else []


_Writer = Callable[[OverSeries, Sequence[Told], Sequence[Member]], list[Statement]]
_WRITERS: dict[Task, _Writer] = {
    Task.MOST: _farthest,
    Task.LEAST: _farthest,
    Task.SUM: _reckoned,
    Task.AVERAGE: _reckoned,
    Task.DIFFERENCE: _difference,
    Task.MEETING: _meeting,
    Task.HOLDING: _holding,
    Task.FIRST: _first,
    Task.LAST: _first,
    Task.VALUES: _values,
    Task.EACH: _each,
    Task.SPAN: _each_and_sum,
}

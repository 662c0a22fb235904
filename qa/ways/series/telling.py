"""Say what the articles of a series tell together: the most, a sum, those that meet a bound."""

from collections.abc import Sequence
from decimal import Decimal

from index.language.english.comparing import series as english
from qa.question.series import OverSeries, Task
from qa.text.rows import is_row
from qa.types import Evidence, Statement
from qa.ways.series.figures import Told
from qa.ways.series.members import Member, says_when
from qa.writing.comparing.arithmetic import written
from qa.writing.compose import capitalised
from qa.writing.shown import as_shown
from qa.writing.tables import in_words

_HUNDREDTH = Decimal("0.01")


def together(asked: OverSeries, told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    """Return what follows from what articles tell, with all of it as proof."""
    bound = asked.bound
    match task := asked.task:
        case Task.MOST | Task.LEAST:
            said = _farthest(task, told)
        case Task.SUM | Task.AVERAGE:
            said = [_reckoned(task, told)]
        case Task.DIFFERENCE:
            said = _difference(told)
        case Task.MEETING:
            meeting = [item for item in told if bound and bound.holds(item.value)]
            said = _listed(meeting, told)
        case Task.HOLDING:
            said = _listed(told, members)
        case Task.VALUES:
            said = _each_value(told)
        case Task.EACH:
            said = [line_of(item) for item in told]
    return [*said, *([] if task is Task.HOLDING else _missing(told, members))]


def label(member: Member) -> str:
    """Return the period of a member, as it begins a sentence."""
    return capitalised(member.period.told())


def _these(members: Sequence[Member]) -> str:
    first, last = members[0].period.told(), members[-1].period.told()
    return english.OF_ALL.format(total=len(members), first=first, last=last)


def _proofs(told: Sequence[Told]) -> tuple[Evidence, ...]:
    return tuple(item.evidence for item in told)


def line_of(item: Told, mark: str = "") -> Statement:
    """Return the sentence of an article under its period, with what tells both."""
    when = [line for line in says_when(item.member) if line != item.evidence]
    shown = in_words(item.evidence.text) if is_row(item.evidence.text) else item.evidence.text
    text = " ".join(as_shown(shown).split())
    return Statement(f"{mark}{label(item.member)}: {text}", (item.evidence, *when))


def _farthest(task: Task, told: Sequence[Told]) -> list[Statement]:
    """Return those with the greatest, or the least, figure, and that it is the one of all."""
    values = [item.value for item in told]
    best = max(values) if task is Task.MOST else min(values)
    shape = english.MOST_OF if task is Task.MOST else english.LEAST_OF
    these = _these([item.member for item in told])
    first = [line_of(item) for item in told if item.value == best]
    return [*first, Statement(shape.format(these=these), _proofs(told))]


def _reckoned(task: Task, told: Sequence[Told]) -> Statement:
    total = sum((item.value for item in told), Decimal(0))
    parts = " + ".join(item.text for item in told)
    shape, value = english.SUM_OF, total
    if task is Task.AVERAGE:
        shape, value = english.AVERAGE_OF, (total / len(told)).quantize(_HUNDREDTH).normalize()
        parts = f"({parts}) / {len(told)}"
    these = _these([item.member for item in told])
    text = shape.format(value=_with_unit(value, told), parts=parts, these=these)
    return Statement(text, _proofs(told))


def _difference(told: Sequence[Told]) -> list[Statement]:
    """Return how far two figures are apart, and both; both alone where they are the same."""
    lines = [line_of(item) for item in told]
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


def _listed(found: Sequence[Told], every: Sequence[Member] | Sequence[Told]) -> list[Statement]:
    members = [item.member if isinstance(item, Told) else item for item in every]
    head = english.MEETING.format(number=len(found), these=_these(members))
    return [Statement(head), *(line_of(item, "- ") for item in found)]


def _each_value(told: Sequence[Told]) -> list[Statement]:
    """Return each name once, with the periods of the articles that tell it."""
    by_value: dict[str, list[Told]] = {}
    for item in told:
        by_value.setdefault(item.text.strip(" .,;").casefold(), []).append(item)
    return [
        Statement(
            f"- {same[0].text.strip(' .,;')} ({', '.join(i.member.period.told() for i in same)})",
            _proofs(same),
        )
        for same in by_value.values()
    ]


def _missing(told: Sequence[Told], members: Sequence[Member]) -> list[Statement]:
    known = {item.member.article.id for item in told}
    left = [member.period.told() for member in members if member.article.id not in known]
    return [Statement(english.OTHERS_LACK.format(missing=", ".join(left)))] if left else []

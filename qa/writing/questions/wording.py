"""The ways to ask for what a statement tells: when, why, who, what, how much, how many.

Each returns the words of a question without its mark, "" where the statement does not tell that.
"""

from collections.abc import Callable

from index.language.english.questions import POINTS_BACK
from index.language.english.statements import amounts, turning
from index.language.english.words import AUXILIARIES, BE, HAVE, OF, RELATIVES
from qa.writing.questions.clauses import Clause, has_verb, is_participle, without_front

_TELLING = 4  # words without which it is not clear who is counted


def counting(statement: str) -> str:
    """Ask for the number or the share that a statement begins with."""
    front, body = without_front(statement)
    if share := amounts.SHARE.match(body):
        opening, follows = turning.WHAT_SHARE, body[share.end() :]
    elif count := amounts.COUNT.match(body):
        opening, follows = turning.HOW_MANY, body[count.start("what") :]
    else:
        return ""
    told, place = _told(follows, helpers=2), _place(front)
    if not told or not has_verb(told):
        return ""
    return joined(opening, told, place) if place or len(told.split()) >= _TELLING else ""


def why(clause: Clause) -> str:
    """Ask for the reason."""
    effect, *reason = turning.BECAUSE.split(clause.rest, maxsplit=1)
    told = _told(effect) if reason and not clause.front else ""
    return joined(turning.WHY, clause.asked(told)) if told else ""


def when(clause: Clause) -> str:
    """Ask for the date; not of what "was a hit in 1990", but of what "is due in May"."""
    dated = amounts.DATED.match(clause.rest)
    if clause.helper in HAVE or not (dated or amounts.DATED_FRONT.match(clause.front)):
        return ""
    told = _told((dated["what"] or dated["done"] or "") if dated else clause.rest)
    whole = clause.main or (dated and len((told or "").split()) < 2)
    return joined(turning.WHEN, clause.asked(told)) if whole and told is not None else ""


def what(clause: Clause) -> str:
    """Ask for a measure, such as a price or a rate."""
    level = amounts.LEVEL.match(joined(clause.main, clause.rest))
    if not level or clause.helper in HAVE or not amounts.MEASURE.search(clause.subject):
        return ""
    be = turning.BE_FOR.get(clause.helper, clause.helper)
    return joined(turning.WHAT, be, clause.subject, _place(clause.front))


def how_far(clause: Clause) -> str:
    """Ask how long, high or deep something is."""
    extent = amounts.EXTENT.match(clause.rest)
    if not extent or clause.main or clause.helper not in BE:
        return ""
    return joined(turning.HOW, extent["how"], clause.helper, clause.subject)


def how_much(clause: Clause) -> str:
    """Ask for a sum of money, or by how much something changed."""
    paid = amounts.SUM.match(clause.rest)
    changed = None if clause.helper in BE else amounts.BY.match(clause.rest)
    found = paid or changed
    told = _told(clause.rest[found.end() :]) if found and clause.main else None
    place = _place(clause.front)
    named_well = " " in clause.subject or clause.main == turning.COST
    if told is None or not (told or place or named_well):
        return ""
    opening = turning.HOW_MUCH if paid else turning.BY_HOW_MUCH
    return joined(opening, clause.asked(told), place)


def how_many(clause: Clause) -> str:
    """Ask for a number of things."""
    counted = amounts.COUNT.match(clause.rest) if clause.main else None
    told = _told(clause.rest[counted.end() :]) if counted else None
    if not counted or told is None:
        return ""
    things, place = counted["what"], _place(clause.front)
    if told.startswith(OF):  # "piers of the footbridge" stay together
        things, told = f"{things} {told}", ""
    return joined(turning.HOW_MANY, things, clause.asked(told), place)


def what_share(clause: Clause) -> str:
    """Ask for the share that something makes up, or accounts for."""
    share = amounts.SHARE_OF.match(clause.rest) if clause.main else None
    told = _told(clause.rest[share.end() :]) if share else ""
    return joined(turning.WHAT_SHARE, told, clause.asked(share["by"])) if share and told else ""


def who(clause: Clause) -> str:
    """Ask who did what was done by somebody."""
    if not turning.BY_NAME.match(clause.rest) or not turning.SAME_WHEN_DONE.fullmatch(clause.main):
        return ""
    return joined(turning.WHO, clause.main, clause.subject)


WAYS: tuple[Callable[[Clause], str], ...]
WAYS = (why, what, how_far, what_share, how_much, how_many, when, who)


def joined(*parts: str | None) -> str:
    """Join the parts of a question that there are."""
    return " ".join(filter(None, parts))


def _told(rest: str, helpers: int = 0) -> str | None:
    """Return what of the rest of a statement its question repeats, None where that is not sure.

    It is not where a list or another verb was cut off; so many helping verbs are right.
    """
    rest = rest.strip()
    end = turning.TOLD_UP_TO.search(rest)
    told, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    goes_on = tail.startswith(",") and not turning.NO_LIST.match(tail)
    return None if goes_on or not _is_whole(told, helpers) else told


def _is_whole(told: str, helpers: int) -> bool:
    words, then = told.lower().split(), turning.AND_THEN.search(told)
    if any(char.isdigit() for char in amounts.DATE.sub("", told)):
        return False
    if sum(word in AUXILIARIES for word in words) > helpers or RELATIVES.intersection(words):
        return False
    return not turning.BY_NAME.match(told) and not (then and is_participle(then[1]))


def _place(front: str) -> str:
    """Return what stands in front of a statement as it stands at the end of a question."""
    if POINTS_BACK.search(front) or not turning.SAYS_WHERE.search(front):
        return ""
    return front[:1].lower() + front[1:]

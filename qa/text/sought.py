"""What a question in another language than English seeks, and whether a sentence can tell it."""

import re
from enum import Enum, auto

from text_to_num import alpha2digit

from index.dates import dates
from index.language.east_asian import CHARACTER, COUNTED
from index.language.european import SHORT_SCALES, WARS
from index.language.room import Room
from index.language.rooms import EUROPEAN
from qa.text.calendar import DAYS, TIMES
from qa.text.foreign import words_in
from qa.text.numbers.quantities import readings

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\W*\d")
_TO_NUMBER = re.compile(r"\d")
_MONEY = re.compile(r"\d\s?[€£¥$₩₹₽]")
_SPELLED = EUROPEAN.keys() - {"ru"}  # whose numbers in words `text_to_num` reads
_NEAR, _BEHIND = 4, 3  # words behind a preposition, behind a number
# Of these kinds the unit alone tells what is measured: a sum is a price, but 5 m is any length.
_TOLD_BY_UNIT = frozenset({"money", "%", "duration", "mass", "area"})


class Sought(Enum):
    """What a question asks for."""

    REASON = auto()
    PERSON = auto()
    PLACE = auto()
    TIME = auto()
    AMOUNT = auto()
    OTHER = auto()


def sought(question: str, room: Room) -> Sought:
    """Tell what a question asks for by the first of its words that asks."""
    asked = {
        Sought.REASON: room.why,
        Sought.TIME: room.when,
        Sought.AMOUNT: room.how_many,
        Sought.PLACE: room.where,
        Sought.PERSON: room.who,
    }
    found = [(m.start(), what) for what, words in asked.items() if (m := words.search(question))]
    if found:
        return min(found, key=lambda item: item[0])[1]
    return Sought.AMOUNT if measured(question, room) else Sought.OTHER


def tells(what: Sought, sentence: str, question: str, room: Room) -> bool:
    """Tell whether a sentence can tell what is sought: a time for "when", a number for "how many".

    The question's own names and numbers tell nothing.
    """
    match what:
        case Sought.REASON:
            return bool(room.because.search(sentence))
        case Sought.TIME:
            return _tells_time(sentence, question, room)
        case Sought.AMOUNT:
            return _tells_amount(sentence, question, room)
        case Sought.PERSON:
            return _tells_person(sentence, question, room)
        case Sought.PLACE:
            return _tells_place(sentence, question, room)
        case Sought.OTHER:
            return True


def measured(question: str, room: Room) -> frozenset[str]:
    """Return the kinds of units that tell the amount that a question asks for; empty for any."""
    found = [kinds.split() for words, kinds in room.measures if words.search(question)]
    return frozenset(kind for kinds in found for kind in kinds)


def without_measures(question: str, sentence: str, room: Room) -> str:
    """Return a question without the words for an amount that the units of a sentence tell.

    In Chinese and Japanese they are parts of longer ones: 门票价格 stays whole.
    """
    told = _units(sentence, room) & _TOLD_BY_UNIT if room.code in EUROPEAN else set()
    for words, kinds in room.measures:
        question = words.sub(" ", question) if told & set(kinds.split()) else question
    return question


def _units(sentence: str, room: Room) -> set[str]:
    """Return the kinds of the units in a sentence, and their names."""
    plain = SHORT_SCALES.sub(r"\1", _in_figures(sentence, room))
    units = {unit for reading in readings(plain) for unit in reading.quantity.unit}
    sums = any(len(unit) == 3 and unit.isupper() for unit in units) or _MONEY.search(sentence)
    kinds = units | {unit.split("-")[0] for unit in units} | ({"money"} if sums else set())
    return kinds | ({"age"} if "duration" in kinds else set())


def _in_figures(sentence: str, room: Room) -> str:
    return str(alpha2digit(sentence, room.code)) if room.code in _SPELLED else sentence


def _tells_time(sentence: str, question: str, room: Room) -> bool:
    known = {found.what for found in dates(question)}
    named = DAYS[room.code].search(sentence) or room.time.search(sentence)
    return bool(named) or any(found.what not in known for found in dates(sentence))


def _tells_amount(sentence: str, question: str, room: Room) -> bool:
    if kinds := measured(question, room):
        return bool(_units(sentence, room) & kinds)
    figures = _in_figures(sentence, room)
    if counted := room.counts.search(question):
        return _counts(counted[1], figures, room)
    known = set(COUNTED.findall(question))
    return any(number not in known for number in COUNTED.findall(figures))


def _counts(thing: str, sentence: str, room: Room) -> bool:
    """Tell whether a number of a sentence counts a thing, which stands behind it or at a colon."""
    numbers = (m for m in COUNTED.finditer(sentence) if not m.group().endswith("."))  # no ordinals
    rests = [(sentence[: m.start()], sentence[m.end() :]) for m in numbers]
    if room.code not in EUROPEAN:
        return any(behind.lstrip().startswith(thing) for _, behind in rests)
    near = [
        *(" ".join(_WORD.findall(_TO_NUMBER.split(behind)[0])[:_BEHIND]) for _, behind in rests),
        *(before for before, _ in rests if before.rstrip().endswith(":")),
    ]
    return any(words_in(thing, room) & words_in(words, room) for words in near)


def _tells_person(sentence: str, question: str, room: Room) -> bool:
    named = (m.groupdict().get("name") or m.group() for m in room.person.finditer(sentence))
    return any(
        _is_new(name, question, room) and not (WARS.search(name) or TIMES[room.code].search(name))
        for name in named
    )


def _tells_place(sentence: str, question: str, room: Room) -> bool:
    if room.code not in EUROPEAN:
        return bool(room.at.search(sentence))
    return any(
        _is_new(word, question, room)
        for match in room.at.finditer(sentence)
        if not _NUMBER.match(sentence, match.end())
        and not _is_of_time(sentence, match.start(), match.end(), room)
        for word in _WORD.findall(sentence[match.end() :])[:_NEAR]
    )


def _is_of_time(sentence: str, start: int, end: int, room: Room) -> bool:
    """Tell whether a preposition stands before a time: "im frühen Mai", "vor zwei Jahren"."""
    if (found := room.time.search(sentence, start)) and found.start() == start:
        return True
    near = _WORD.findall(sentence[end:])[:_NEAR]
    first, *rest = [word for word in near if word.lower() not in room.function] or [""]
    checked = [first] if first[:1].isupper() else [first, *rest[:1]]
    return any(TIMES[room.code].fullmatch(word) for word in checked)


def _is_new(name: str, question: str, room: Room) -> bool:
    """Tell whether a name has a word that is not the question's, and begins with one of meaning."""
    if CHARACTER.search(name):
        return name not in question
    first = _WORD.match(name)
    begins = first is None or first.group().lower() not in room.function
    return begins and bool(words_in(name, room) - words_in(question, room))

"""Figures of one sentence, each with the words that it is told by, and which a question means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language.english.comparing.reckoning import (
    EVERYTHING,
    IN_NUMBER,
    OF_UNITS,
    PARTS_FIGURES,
    PARTS_WORDS,
    RECKONING,
    TOLD_AGAINST,
    WHOLLY,
)
from index.language.english.numbers import HELD_AGAINST
from index.language.english.questions import HOW_MANY
from index.language.english.words import STOPWORDS
from qa.text.forms import beside, forms_in, is_among
from qa.text.numbers.quantities import readings
from qa.text.words import content_words, years
from qa.ways.reckoning.amounts import Amount, alike, amount_of

_BEHIND = 3  # words behind a figure, of which one is what it counts


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of a sentence, what it counts ("inspectors to") and the clause it stands in."""

    amount: Amount
    start: int
    counts: str
    clause: str


def figures_of(sentence: str, question: str = "") -> list[Figure]:
    """Return the figures of a sentence, each once, with the words between it and the others.

    Only those in a unit that a comparative of a `question` asks for: "dearer" asks for money.
    """
    found = [
        one
        for one in readings(sentence)
        if one.quantity.low == one.quantity.high and not one.quantity.ordinal
        if one.first == 0 or not sentence[one.first].isupper()  # "Division Two"
        if _is_asked(question, one.quantity.unit)
    ]
    borders = [0]
    for one, two in pairwise(found):
        borders.append(one.end + _border(sentence[one.end : two.start]))
    borders.append(len(sentence))
    return [
        Figure(
            amount_of(sentence, one),
            one.start,
            " ".join(re.findall(r"[\w'’-]+", sentence[one.last : end])[:_BEHIND]),
            f"{sentence[first : one.start]} {sentence[one.last : end]}",
        )
        for one, first, end in zip(found, borders, borders[1:], strict=False)
    ]


def _is_asked(question: str, units: frozenset[str]) -> bool:
    asked = next((kinds for shape, kinds in OF_UNITS.items() if shape.search(question)), ())
    told = {"money" if unit.isupper() else unit.partition("-")[0] for unit in units}
    return not asked or not told.isdisjoint(asked)


def _border(between: str) -> int:
    """Return where the clause of one figure ends and that of the next begins."""
    for shape in (PARTS_FIGURES, PARTS_WORDS):
        if parted := shape.search(between):
            return parted.start()
    return len(between)


def meant(question: str, figures: Sequence[Figure], sentence: str) -> list[Figure]:
    """Return the figures of one measure that a question names, or means all of; [] for none.

    It names what they count, or each by a word that only its clause has. All of them are meant
    where they tell of one thing, and none is held against another.
    """
    words = content_words(question) - RECKONING
    asked = HOW_MANY.search(question)
    things = content_words(asked[1]) - RECKONING if asked else set()
    for all_of_it in _groups(figures):
        group = [one for one in all_of_it if things - beside(things, one.counts)]
        group = group if len(group) > 1 else all_of_it
        counting = [one for one in group if words - beside(words, one.counts)]
        if WHOLLY.search(question) and counting and len(group) > 1 and not _parts(sentence):
            return list(group)
        labelled = list(_labelled(question, words, group))
        if len(labelled) > 1:
            return labelled
        number = next((n for n, shape in IN_NUMBER.items() if shape.search(question)), 0)
        of_one = all(one.amount.measure or one in counting or is_bare(one) for one in group)
        whole = EVERYTHING.search(question) and not number and not _parts(sentence)
        for chosen in (counting, group if of_one else []):
            if len(chosen) > 1 and (whole or number == len(chosen)):
                return list(chosen)
    return []


def _parts(sentence: str) -> bool:
    """Tell whether figures of a sentence may be of different times or held against each other."""
    return bool(HELD_AGAINST.search(sentence) or years(sentence))


def is_bare(figure: Figure) -> bool:
    """Tell whether no word says what a figure counts: "and 9 to the other"."""
    first = figure.counts.split()[:1]
    return not first or first[0].lower() in STOPWORDS


def of_sides(names: Sequence[str], figures: Sequence[Figure], sentence: str = "") -> list[Figure]:
    """Return the figure of each of two sides, of one measure; [] where one has none or several.

    It is the only one whose clause has a word that the other side's name has not. Of two figures
    that there are, it is the one that the name stands before.
    """
    known = [content_words(name) - RECKONING for name in names]
    owns = known[0] - known[1], known[1] - known[0]
    for group in _groups(figures):
        forms = [forms_in(one.clause) for one in group]
        found = [
            [n for n, clause in enumerate(forms) if any(is_among(word, clause) for word in own)]
            for own in owns
        ]
        if all(len(one) == 1 for one in found) and found[0] != found[1]:
            return [group[one[0]] for one in found]
    places = [_first_place(own, sentence) for own in owns]
    if len(figures) != 2 or -1 in places or not alike([one.amount for one in figures]):
        return []
    first, last = figures
    if places[0] < first.start < places[1] < last.start:
        return [first, last]
    return [last, first] if places[1] < first.start < places[0] < last.start else []


def _first_place(words: set[str], text: str) -> int:
    """Return where the first of some words stands in a text, -1 where none does."""
    places = [re.search(rf"\b{re.escape(word)}\b", text, re.I) for word in words]
    return min((place.start() for place in places if place), default=-1)


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures of each measure, the greatest group first; counts are of one."""
    groups: dict[frozenset[str], list[Figure]] = {}
    for one in figures:
        groups.setdefault(one.amount.measure, []).append(one)
    return iter(
        sorted((g for g in groups.values() if alike([i.amount for i in g])), key=len, reverse=True)
    )


def _labelled(question: str, words: set[str], group: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures whose clause has a word of the question that no other clause has."""
    known = [forms_in(one.clause) for one in group]
    for n, one in enumerate(group):
        others = set().union(*known[:n], *known[n + 1 :])
        own = any(is_among(word, known[n]) and not is_among(word, others) for word in words)
        if own or _stands_for(question, one, group):
            yield one


def _stands_for(question: str, figure: Figure, group: Sequence[Figure]) -> bool:
    """Tell whether a question asks for what is told only by "for" or "against"."""
    for word in TOLD_AGAINST:
        shape = re.compile(rf"\b{word}\b", re.I)
        having = [one for one in group if shape.search(one.clause)]
        if having == [figure] and shape.search(question):
            return True
    return False

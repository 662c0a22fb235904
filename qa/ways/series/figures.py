"""Find in each article of a series what it says to one question: its sentence, figure or name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.language.english.claims import DENIES
from index.language.english.comparing.series import ASKS_AMOUNT, COUNTED_IN_WORDS
from index.language.english.dates import MONTHS_AND_DAYS
from index.language.english.questions import HOW_MANY
from index.language.english.words import STOPWORDS
from index.sentences import Span, sentence_spans
from qa.evidence.readers import says_something
from qa.text.forms import beside, forms_in, is_among
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Reading
from qa.text.numbers.units import Meanings
from qa.text.words import content_words
from qa.types import Evidence, Found
from qa.ways.catalogue.articles import evidence_at
from qa.ways.series.members import Member

Read = Callable[[str, Member], Found | None]
_READ = 12  # articles that are read for what their words do not tell
_SHARE = 0.5  # of the articles may be left to the readers
_TRIED = 2  # articles, where the words of none tell it
_ENOUGH = 2 / 3  # of the articles have to tell it
_BEHIND = 3  # words behind a figure, of which one is what it counts
_LABELLED = re.compile(r"^(?P<label>[^:.]{2,60}):\s+(?P<value>\S.*)$")
_NAME = re.compile(r"[A-ZÀ-Ž][\w'’-]*\.?(?: (?:(?:van|von|de|der|di|la) )*[A-ZÀ-Ž][\w'’-]*)*")
_MONTHS = frozenset(MONTHS_AND_DAYS.lower().split("|"))


@dataclass(frozen=True, slots=True)
class Told:
    """What an article of a series says: its sentence, the place of the figure or name in that.

    `before` and `behind` are what stands around the number of a figure: "£", " euros".
    """

    member: Member
    evidence: Evidence
    start: int
    end: int
    value: Decimal = Decimal(0)
    unit: Meanings = frozenset()
    before: str = ""
    behind: str = ""

    @property
    def text(self) -> str:
        """Return the figure or name as it is written."""
        return self.evidence.text[self.start : self.end]


# Finds the figure or name in a sentence, by a question, and where a reader saw the answer.
Place = Callable[[Member, Evidence, str, Span | None], Told | None]


def told_by_each(members: Sequence[Member], question: str, place: Place, read: Read) -> list[Told]:
    """Return what each article says to a question; [] where too few say it.

    Of an article with one sentence that has all words of the question that sentence counts. The
    others are read, where they are few, or where the readers find it in the first two.
    """
    found = [told_by_words(member, question, place) for member in members]
    left = [n for n, item in enumerate(found) if not item]
    if len(left) > _READ or _SHARE * len(members) < len(left) < len(members):
        return []
    for count, n in enumerate(left, 1):
        found[n] = _told_by_reader(members[n], question, place, read)
        if count == _TRIED and len(left) == len(members) and not any(found):
            return []
    told = list(filter(None, found))
    units = {item.unit for item in told if item.unit}
    return told if len(told) >= _ENOUGH * len(members) and len(units) < 2 else []


def told_by_words(member: Member, question: str, place: Place) -> Told | None:
    """Return what the one sentence says that has all words of a question; None for several."""
    own = _own(member, _asked(question))
    told = [
        item
        for sentence in _sentences(member)
        if own and not beside(own, sentence.text)
        if (item := place(member, sentence, question, None))
    ]
    return told[0] if len({item.text for item in told}) == 1 else None


def _told_by_reader(member: Member, question: str, place: Place, read: Read) -> Told | None:
    found = read(question, member)
    if found is None:
        return None
    answer = found.answer_at, found.answer_at + len(found.answer)
    return place(member, found.evidence, question, answer)


def told_by_some(members: Sequence[Member], words: str) -> list[Told]:
    """Return the sentence of each article that has all of some words, where one has, in order."""
    return [
        Told(member, sentence, 0, len(sentence.text))
        for member in members
        if (sentence := next(_holding(member, content_words(words)), None))
    ]


def _holding(member: Member, asked: set[str]) -> Iterator[Evidence]:
    own = _own(member, asked)
    for sentence in _sentences(member):
        if own and not beside(own, sentence.text) and not DENIES.search(sentence.text):
            yield sentence


def _asked(question: str) -> set[str]:
    return content_words(question) - ASKS_AMOUNT


def _own(member: Member, asked: set[str]) -> set[str]:
    """Return the words of a question that do not name the series."""
    return beside(asked, f"{member.article.title} {member.article.source}")


def figure_in(
    member: Member, sentence: Evidence, question: str, answer: Span | None
) -> Told | None:
    """Return the figure of a sentence: the one in the answer, the only one, or what counts."""
    text, counted = sentence.text, HOW_MANY.search(question)
    asked = content_words(counted[1]) if counted else _asked(question)
    told = [one for one in readings(text) if _is_one(one)]
    found = [one for one in told if "%" not in one.quantity.unit] or told
    if answer and (within := [one for one in found if _meet(one, answer)]):
        found = within
    counting = [one for one in found if _counts(text[one.last :], asked)]
    if len(found) == 1 or len(counting) == 1:
        [one] = counting if len(counting) == 1 else found
        around = text[one.start : one.first], text[one.last : one.end]
        measure = one.quantity.low, one.quantity.unit
        return Told(member, sentence, one.start, one.end, *measure, *around)
    words = [
        Told(member, sentence, *match.span(), Decimal(number))
        for number, shape in COUNTED_IN_WORDS.items()
        for match in shape.finditer(text)
        if not found and _counts_or_ends(text[match.end() :], asked)
    ]
    return words[0] if len(words) == 1 else None


def value_in(member: Member, sentence: Evidence, question: str, answer: Span | None) -> Told | None:
    """Return what a sentence names: what stands behind its label, or its only name."""
    text, asked = sentence.text, _asked(question)
    if (labelled := _LABELLED.match(text)) and asked - beside(asked, labelled["label"]):
        return Told(member, sentence, *labelled.span("value"))
    known = forms_in(f"{member.article.title} {' '.join(asked)}") | STOPWORDS | _MONTHS
    names = [
        match.span()
        for match in _NAME.finditer(text)
        if not all(is_among(word.lower(), known) for word in match[0].split())
    ]
    if len(names) == 1:
        return Told(member, sentence, *names[0])
    return Told(member, sentence, *answer) if answer else None


def _is_one(reading: Reading) -> bool:
    return reading.quantity.low == reading.quantity.high and not reading.quantity.ordinal


def _meet(reading: Reading, span: Span) -> bool:
    return reading.start < span[1] and span[0] < reading.end


def _counts_or_ends(behind: str, asked: set[str]) -> bool:
    return _counts(behind, asked) or not behind.strip(" .")


def _counts(behind: str, asked: set[str]) -> bool:
    """Tell whether a word that is asked for stands right behind a figure."""
    return bool(asked - beside(asked, " ".join(behind.split()[:_BEHIND])))


def _sentences(member: Member) -> Iterator[Evidence]:
    text = member.article.text
    for start, end in sentence_spans(text):
        if says_something(text, start, end):
            yield evidence_at(member.article, start, end)

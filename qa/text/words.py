"""Words, numbers and names in a text: what checks and evidence compare."""

import re
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz, process

from index.bigrams import as_typed, with_raised_powers, words_of
from index.date_forms import in_other_forms, month_names
from index.dates import Date, dates
from index.language.east_asian import CHARACTER, FUNCTION
from index.language.english.questions import HOW_MANY
from index.language.english.words import POSSESSIVE, STOPWORDS
from index.sentences import sentence_spans
from qa.text.numbers.quantities import readings

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ALIKE = 80  # of 100, for two spellings of a name
STEM = 5  # letters that the forms of a word share; the page's declining.js has it, too


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale applied: 25.412 billion is 25412000000."""

    value: Decimal
    percent: bool = False


def numbers(text: str, *, words: bool = True) -> set[Number]:
    """Return the numbers of a text, those of its dates and times too.

    `words` adds those written out, but not "one", which is seldom a count.
    """
    times = dates(text)
    found = {Number(Decimal(part).normalize()) for time in times for part in _parts(time.what)}
    for reading in readings(text, times):
        quantity, written = reading.quantity, text[reading.first : reading.last]
        counts = words and not quantity.ordinal and not quantity.low % 1
        if counts or any(char.isdigit() for char in written):
            ends = (quantity.low, quantity.high)
            found |= {Number(value.normalize(), "%" in quantity.unit) for value in ends}
    return found


def _parts(what: Date | int) -> list[int]:
    if isinstance(what, int):
        return list(divmod(what, 60))
    unsure = [int(part) for part in re.findall(r"\d+", what.unsure)]
    return [part for part in (what.year, what.day, what.last, *unsure) if part]


def counted(question: str, sentence: str) -> tuple[int, int] | None:
    """Return the range of the number in a sentence that counts what a question asks for.

    None unless the question asks "how many", and one number counts that.
    """
    asked = HOW_MANY.search(question)
    things = {bare(word) for word in _WORD.findall(asked[1])} - STOPWORDS if asked else set()
    found = []
    for reading in readings(sentence):
        following = {bare(word) for word in _WORD.findall(sentence[reading.last :])[:3]}
        if things & following and sentence[reading.first].isdigit():
            found.append((reading.first, reading.last))
    return found[0] if len(found) == 1 else None


def names(text: str) -> set[str]:
    """Return the capitalised words of a text in lower case.

    Function words that open a sentence are none.
    """
    found = set()
    for start, end in sentence_spans(text):
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            if word[0].isupper() and bare(word) not in STOPWORDS:  # "It's" is no name either
                found.add(bare(word))
    return found


def content_words(text: str) -> set[str]:
    """Return the words of a text that carry meaning, in lower case, without "'s".

    A date is in English words, whichever way it is written. What is written without spaces is
    compared by bigrams, as the lexical index does.
    """
    words = _WORD.findall(with_raised_powers(_with_dates_in_words(text)))
    if CHARACTER.search(text):
        words = [part for word in words for part in _parts_of(word)]
    return {bare(word) for word in words} - STOPWORDS


def _parts_of(word: str) -> list[str]:
    """Return the bigrams of a word's runs of characters and its other parts, or the word."""
    return words_of(FUNCTION.sub(" ", word)) if CHARACTER.search(word) else [word]


def _with_dates_in_words(text: str) -> str:
    """Return a text with each date in figures, or of another language, in English words."""
    return in_other_forms().sub(lambda match: _date_in_words(match.group(), text), text)


def _date_in_words(written: str, text: str) -> str:
    times = [found.what for found in dates(written, text)]
    date = times[0] if times and isinstance(times[0], Date) else Date()
    return (
        f" {date.day or ''} {month_names(date.month)[0]} {date.year or ''} "
        if date.month
        else written
    )


def coverage(weights: dict[str, float], text: str) -> float:
    """Return the share, by weight, of a question's words that a text has in some form (0 to 1)."""
    words = content_words(text)
    stems = {stem(word) for word in words}
    total = sum(weights.values())
    singles = {character for word in words for character in CHARACTER.findall(word)}
    known = [
        w for w in weights if w in words or w in singles or (stem(w) != w and stem(w) in stems)
    ]
    return sum(weights[word] for word in known) / total if total else 0.0


def unmet(question: str, text: str) -> set[str]:
    """Return the names and numbers of a question that a text does not hold.

    A question about something that a text never mentions is not answered by it. A name may be
    spelled a little differently.
    """
    words = content_words(text)
    strange = {name for name in names(question) - words if not _has_like(words, name)}
    asked = numbers(question, words=False)  # seldom any: a long text is not read for nothing
    return strange | {f"{number.value:f}" for number in (asked - numbers(text) if asked else ())}


def as_written(words: set[str], text: str) -> list[str]:
    """Return the words of a text that are among those in lower case, as it spells them, in order.

    Numbers stand last, as they are given.
    """
    spelled = {bare(word): POSSESSIVE.sub("", word) for word in _WORD.findall(text)}
    return [spelled[word] for word in spelled if word in words] + sorted(words - set(spelled))


def _has_like(words: set[str], name: str) -> bool:
    return bool(process.extractOne(name, words, scorer=fuzz.ratio, score_cutoff=_ALIKE))


def years(text: str) -> set[str]:
    """Return the years of a text, 1500 to 2099."""
    return set(YEAR.findall(text))


def stem(word: str) -> str:
    """Return the beginning of a word that its forms share, all of a short one."""
    return word[:STEM]


def bare(word: str) -> str:
    """Return a word in lower case and as people type it, without its possessive ending."""
    return POSSESSIVE.sub("", as_typed(word.lower()))

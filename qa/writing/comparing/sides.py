"""What is said of one side of a comparison, and what proves it."""

from qa.checking.support import leading_in
from qa.text.forms import beside
from qa.text.inflection import analyses
from qa.text.numbers.quantities import readings
from qa.text.words import YEAR, content_words, numbers, stem
from qa.types import Evidence, Found
from qa.writing.compose import as_sentence
from qa.writing.shown import as_shown

_BEFORE = 160  # characters before a sentence that may name what it goes on with


def side_told(name: str, fact: Found) -> str:
    """Return what is said of a side: its figure, or the sentence, where the answer is none."""
    short = is_short(name, fact)
    return f"{name}: {as_sentence(fact.answer)}" if short else as_shown(fact.evidence.text)


def is_short(name: str, fact: Found) -> bool:
    """Tell whether a side can be told by its figure: the sentence is about what is named."""
    return bool(numbers(fact.answer)) and tells_name(name, fact)


def tells_name(name: str, fact: Found) -> bool:
    """Tell whether the sentence of a side, or those before it, have the numbers of its name.

    Most of its words, too, and those that no dictionary has, which it may have by a slip.
    """
    item = fact.evidence
    text = item.passage[max(0, item.at - _BEFORE) : item.at] + item.text
    text = f"{item.title} {text}".lower()
    parts = [name[reading.first : reading.last] for reading in readings(name)]
    words = content_words(name)
    if len(beside(words, text)) > len(words) / 2:
        return False
    parts += [stem(word) for word in words if word.isalpha() and not analyses(word)]
    return all(part.lower() in text for part in [*parts, *YEAR.findall(name)])


def proof_of(name: str, fact: Found) -> tuple[Evidence, ...]:
    """Return the sentence of a side, and the one before it where that tells the side's number."""
    item = fact.evidence
    leads = None if numbers(name) <= numbers(item.text) else leading_in(item)
    return (item, leads) if leads and numbers(name) <= numbers(leads.text) else (item,)

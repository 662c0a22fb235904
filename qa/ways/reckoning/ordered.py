"""Which of two sides has more, by the figures of one sentence."""

from collections.abc import Sequence

from index.language.english.comparing import reckoning as words
from index.language.english.comparing.sides import WHETHER_MORE
from index.language.english.questions import VERDICTS
from qa.question.comparing.operations import Operation
from qa.question.comparing.reckoned import asks_verdict, order_of
from qa.question.comparing.sides import sides_of
from qa.text.forms import beside
from qa.text.inflection import analyses
from qa.text.words import content_words, years
from qa.ways.reckoning.figures import Figure, figures_of, is_bare, of_sides
from qa.ways.reckoning.sentences import Told, is_about
from qa.writing.compose import capitalised


def ordered_within(question: str, sentence: str, around: str) -> Told | None:
    """Return which of two sides that a question names has more by the figures of one sentence."""
    names, order = names_of_sides(question), order_of(question)
    if not names or order not in (Operation.MOST, Operation.LEAST):
        return None
    if not is_about(question, sentence, around) or words.FARTHER.search(sentence):
        return None
    found = of_sides(names, _that_count(question, figures_of(sentence, question)), sentence)
    if not found or found[0].amount.value == found[1].amount.value:
        return None
    down = order is Operation.LEAST
    first = 0 if (found[0].amount.value < found[1].amount.value) == down else 1
    which, other = (_of_sentence(names[n], sentence) for n in (first, 1 - first))
    which = capitalised(which)
    shape = words.AGAINST_IN if words.BEGINS_WITH_PLACE.match(other) else words.AGAINST_OF
    things = _things(question)
    counted = things and any(not beside({things}, one.counts) for one in found)
    unit = f" {things}" if counted else ""
    values = [f"{found[n].amount.shown}{unit}" for n in (first, 1 - first)]
    told = shape.format(which=which, value=values[0], other=values[1], name=other)
    asked = content_words(question) - content_words(" ".join(names)) - words.RECKONING
    asks = asks_verdict(question) and not beside(asked, sentence)
    verdict = VERDICTS[first == 0] if asks else ""
    return (f"{verdict}. {told}", verdict) if verdict else (told, which)


def _that_count(question: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures that count what a question asks for more of, with those of no word."""
    if not (things := _things(question)):
        return figures
    counting = [one for one in figures if not beside({things}, one.counts)]
    if counting:
        return [one for one in figures if one in counting or is_bare(one)]
    return [one for one in figures if one.amount.measure and words.MONEY.search(question)]


def _things(question: str) -> str:
    """Return the noun that a question asks for more of, "" for none."""
    asked = words.MORE_OF.search(question)
    things = asked["things"].lower() if asked else ""
    return things if next(iter(analyses(things)), "") == "NOUN" else ""


def names_of_sides(question: str) -> tuple[str, str] | None:
    """Return the two sides that a question names, also of one that asks whether one has more."""
    if sides := sides_of(question):
        return sides.names
    found = WHETHER_MORE.search(question)
    return (found["one"], found["two"]) if found else None


def _of_sentence(name: str, sentence: str) -> str:
    """Return the name of a side without a year that its sentence does not tell."""
    told = years(sentence)
    return words.IN_YEAR.sub(lambda year: year[0] if year["year"] in told else "", name).strip()

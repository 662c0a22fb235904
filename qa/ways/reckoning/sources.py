"""How far two articles are apart that tell one thing otherwise."""

from collections.abc import Sequence
from decimal import Decimal

from index.dates import Date, dates
from index.language.english.comparing.reckoning import DIFFERENCE_OF, RECKONING
from qa.question.comparing.reckoned import Disagreement
from qa.text.forms import beside
from qa.text.words import content_words
from qa.types import Found, Statement
from qa.ways.reckoning.amounts import Amount, alike, amount_in, result

_UNKNOWN = 1  # words of what is asked that need stand nowhere around a sentence


def apart_in_sources(asked: Disagreement, found: Sequence[Found]) -> Statement | None:
    """Return how far apart the likeliest sentences of two articles are; None where one is missing.

    Each has to tell one figure, or one year, and all that the question is about.
    """
    told = [(item, amount) for item in found if (amount := _amount(asked, item))]
    for n, (one, first) in enumerate(told):
        for two, second in told[n + 1 :]:
            other = one.evidence.article_id != two.evidence.article_id
            if other and alike([first, second]) and first.value != second.value:
                most, least = sorted((first, second), key=lambda amount: -amount.value)
                shown = result(most.value - least.value, [most, least])
                text = DIFFERENCE_OF.format(value=shown, parts=f"{most.shown} − {least.shown}")
                return Statement(text, (one.evidence, two.evidence), shown)
    return None


def _amount(asked: Disagreement, item: Found) -> Amount | None:
    around = f"{item.evidence.title} {item.evidence.passage}"
    words = content_words(asked.about) - RECKONING
    if len(beside(words, around)) > _UNKNOWN or beside(words, item.evidence.text) == words:
        return None
    if not asked.dated:
        return amount_in(item.answer)
    days = [found.what for found in dates(item.answer)]
    years = {day.year for day in days if isinstance(day, Date) and day.year}
    if len(years) != 1:
        return None
    year = years.pop()
    return Amount(Decimal(year), str(year))

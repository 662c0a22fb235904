"""What a question asks to be reckoned with the figures of one sentence."""

from collections.abc import Sequence
from decimal import Decimal

from index.language.english.comparing import reckoning as words
from qa.question.comparing.reckoned import Reckoning
from qa.question.comparing.sides import has_both_sides
from qa.text.forms import beside
from qa.text.rows import is_row
from qa.text.words import content_words, unmet, years
from qa.ways.reckoning.amounts import Amount, alike, result, rounded
from qa.ways.reckoning.figures import Figure, figures_of, meant

_UNKNOWN = 1  # words of a question that need stand nowhere around a sentence
_ELSEWHERE = 0.7  # share of the words of a question that stand around a sentence, not in it
_NEAR = 20  # times greater may a bare number be than another of one thing
_PARTS = 100

Told = tuple[str, str]  # a sentence, and the figure in it that answers


def reckoned_within(question: str, reckoning: Reckoning, sentence: str, around: str) -> Told | None:
    """Return what a question asks to be reckoned with a sentence; None where it leaves a doubt.

    `around` is what stands around the sentence, title included.
    """
    if not is_about(question, sentence, around):
        return None
    figures = figures_of(sentence)
    reckon = _HOW[reckoning]
    return reckon(question, sentence, figures) if len(figures) > 1 else None


def is_about(question: str, sentence: str, around: str) -> bool:
    """Tell whether most words of a question are those of a sentence, the others around it."""
    asked = content_words(question) - words.RECKONING
    if not asked or is_row(sentence):  # of a table the heads tell what a figure is
        return False
    if len(beside(asked, around)) > _UNKNOWN or unmet(question, around) - words.RECKONING:
        return False
    told, named = years(sentence), years(question)
    of_other = bool(named) and bool(told - named)
    return not of_other and len(beside(asked, sentence)) <= _ELSEWHERE * len(asked)


def _sum(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return the sum of the figures that are meant, unless one is a part or the sum of others."""
    if words.OF_WHICH.search(sentence):
        return None
    chosen = [
        one.amount for one in meant(question, figures, sentence) if "%" not in one.amount.measure
    ]
    values = [one.value for one in chosen]
    if len(chosen) < 2 or len({one.per for one in chosen}) > 1:
        return None
    if any(value * 2 == sum(values) for value in values if len(values) > 2):
        return None
    shown = result(Decimal(sum(values)), chosen)
    return words.SUM_OF.format(value=shown, parts=" + ".join(one.shown for one in chosen)), shown


def _difference(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return how far two named figures are apart."""
    if not words.SEPARATES.search(question) or not has_both_sides(question, sentence):
        return None
    chosen = [one.amount for one in meant(question, figures, sentence)]
    if len(chosen) != 2 or not _are_near(chosen):
        return None
    most, least = sorted(chosen, key=lambda one: -one.value)
    if most.value == least.value or least.value < 0:
        return None
    shown = result(most.value - least.value, chosen)
    return words.DIFFERENCE_OF.format(value=shown, parts=f"{most.shown} − {least.shown}"), shown


def _are_near(amounts: Sequence[Amount]) -> bool:
    """Tell whether amounts have a unit, or are of one order, as those of one thing are."""
    least, most = sorted(one.value for one in amounts)
    return bool(amounts[0].measure) or most <= _NEAR * least


def _rest(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return what is left of the greater of the only two figures of one measure."""
    pairs = [
        pair
        for n, one in enumerate(figures)
        for two in figures[n + 1 :]
        if alike(pair := [one.amount, two.amount])
    ]
    if len(pairs) != 1 or pairs[0][0].value == pairs[0][1].value:
        return None
    most, least = sorted(pairs[0], key=lambda one: -one.value)
    shown = result(most.value - least.value, pairs[0])
    return words.DIFFERENCE_OF.format(value=shown, parts=f"{most.shown} − {least.shown}"), shown


def _mean(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return one figure by another: "46 families keep 2,760 sheep", asked for each family."""
    each = words.EACH.search(question)
    if not each or words.MEAN.search(sentence) or words.EACH.search(sentence):
        return None  # it may tell the average itself
    figures = [one for one in figures if not one.amount.per]
    divisors = [
        one
        for one in figures
        if not one.amount.measure and not beside({each["of"].lower()}, one.counts)
    ]
    asked = content_words(question) - words.RECKONING - {each["of"].lower()}
    others = [one for one in figures if one not in divisors]
    counting = [one for one in others if asked - beside(asked, one.counts)]
    if words.MONEY.search(question) and not counting:
        counting = [one for one in others if one.amount.before]
    if len(divisors) != 1 or len(counting) != 1 or divisors[0].amount.value <= 0:
        return None
    over, under = counting[0].amount, divisors[0].amount
    value = rounded(over.value / under.value)
    shown = result(value, [Amount(value, over.shown, over.before, "", over.measure)])
    shape = f"{over.shown} ÷ {under.shown}"
    return words.MEAN_OF.format(value=shown, parts=shape), shown


def _share(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return which part of the figure before "of which" the one behind it is."""
    parted = list(words.OF_WHICH.finditer(sentence))
    if len(parted) != 1 or any("%" in one.amount.measure for one in figures):
        return None
    at = parted[0].start()
    near = [one for one in figures if one.start < at]
    behind = [one for one in figures if one.start > at]
    if near and not behind:  # "210 members, 84 of them"
        near, behind = near[:-1], near[-1:]
    whole = [one for one in near if alike([one.amount, *(b.amount for b in behind)])]
    if len(behind) > 1:
        behind = [one for one in meant(question, behind, sentence) if one in behind]
    if not whole or len(behind) != 1 or whole[-1].amount.value <= behind[0].amount.value:
        return None
    over, under = whole[-1].amount, behind[0].amount
    value = rounded(under.value * _PARTS / over.value, 1)
    shown = f"{value:f}%"
    return words.SHARE_OF.format(value=shown, part=under.shown, whole=over.shown), shown


def _times(question: str, sentence: str, figures: Sequence[Figure]) -> Told | None:
    """Return how many times the lesser of two named figures the greater one is."""
    chosen = [one.amount for one in meant(question, figures, sentence)]
    chosen = chosen or [one.amount for one in figures if len(figures) == 2]
    if len(chosen) != 2 or not alike(chosen):
        return None
    most, least = sorted(chosen, key=lambda one: -one.value)
    if least.value <= 0:
        return None
    shown = f"{rounded(most.value / least.value):f}"
    return words.TIMES_OF.format(value=shown, parts=f"{most.shown} ÷ {least.shown}"), shown


_HOW = {
    Reckoning.SUM: _sum,
    Reckoning.DIFFERENCE: _difference,
    Reckoning.REST: _rest,
    Reckoning.MEAN: _mean,
    Reckoning.SHARE: _share,
    Reckoning.TIMES: _times,
}

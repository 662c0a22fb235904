"""Say when articles are from, and choose them by that."""

from dataclasses import dataclass
from pathlib import PurePath

from index.language.english.overviews import UNDATED
from index.sentences import sentence_spans
from index.types import Overview
from qa.text.periods import Period, period_of_name, periods
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import evidence_at
from qa.ways.catalogue.view import View


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with its date: as it can be compared, and as it is told."""

    overview: Overview
    period: Period
    told: str


def dated(overview: Overview) -> Dated | None:
    """Return an article with the date that it gives, or that its title or file name tells."""
    if overview.published and (found := periods(overview.published.value)):
        return Dated(overview, found[0].period, overview.published.value)
    for name in (overview.title, stem_of(overview.source)):
        period, _ = period_of_name(name)
        if period.year or period.month:
            return Dated(overview, period, period.told())
    return None


def stem_of(source: str) -> str:
    """Return the name of a file without its folder and its suffix."""
    return PurePath(source).stem


def undated(number: int) -> list[Statement]:
    """Say how many articles have no date, where there are some."""
    return [Statement(UNDATED[number > 1].format(number=number))] if number else []


def proof_of(view: View, overview: Overview, *, date: bool = False) -> tuple[Evidence, ...]:
    """Return what shows an article: what tells its `date` in its text, or a key sentence."""
    article, stated = view.article(overview.article_id), overview.published
    if article is None:
        return ()
    spans = [*overview.key, *sentence_spans(article.text)][:1]
    titled = article.text.find(overview.title)
    if date and stated and stated.end > stated.start:
        spans = [(stated.start, stated.end)]
    elif date and not stated and titled >= 0 and period_of_name(overview.title)[0].year:
        spans = [(titled, titled + len(overview.title))]
    return tuple(evidence_at(article, *span, title=overview.title) for span in spans)

"""What is said beside an answer where its article is one of several versions of one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.english.versions.asked import ONLY_SAYS, SAYS_OTHERWISE
from index.language.english.versions.told import HOLDS_ON
from index.ranking.search import Index
from index.types import Stated
from qa.question.kinds import Kind
from qa.text.validity import in_words, validity_of
from qa.types import Evidence, Found, Statement
from qa.writing.differing import says_otherwise
from qa.writing.shown import as_shown


def told_otherwise(
    best: Found, others: Sequence[Found], kind: Kind, index: Index
) -> list[Statement]:
    """Return what another version says in place of the best evidence, if that differs."""
    item = next((item for item in others if says_otherwise(best, item, kind)), None)
    if item is None:
        return []
    which, lines = _another(item.evidence, index)
    said = SAYS_OTHERWISE.format(which=which, quote=as_shown(item.evidence.text))
    return [Statement(said, (item.evidence, *lines))]


def told_only_there(best: Found, index: Index) -> list[Statement]:
    """Return that only another version than the one that is meant says what the evidence says.

    Nothing of what tells of its own year only: a later report does not take back what it says.
    """
    which, lines = _another(best.evidence, index)
    dated = in_words(validity_of(index.overview(best.evidence.article_id)))
    holds = bool(dated) or HOLDS_ON.search(best.evidence.title)
    return [Statement(ONLY_SAYS.format(which=which), lines)] if lines and holds else []


def _another(item: Evidence, index: Index) -> tuple[str, tuple[Evidence, ...]]:
    """Return which version a sentence is of, with the lines that prove it; "" where none does."""
    told = in_words(validity_of(index.overview(item.article_id), in_text=True))
    return (f" ({told})", tuple(_lines(item, index))) if told else ("", ())


def _lines(item: Evidence, index: Index) -> Iterator[Evidence]:
    """Yield the lines of the article of a sentence that tell its validity, as evidence."""
    overview, article = index.overview(item.article_id), index.article(item.article_id)
    if overview and article:
        fields = (overview.version, overview.draft, overview.superseded)
        told: list[Stated | None] = [*fields, overview.valid_from, overview.valid_until]
        for start, end in dict.fromkeys((one.start, one.end) for one in told if one and one.end):
            text = article.text[start:end]
            yield replace(item, text=text, start=start, end=end, passage=text, at=0)

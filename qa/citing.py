"""Write an answer's text with its marks, and make its citations, each compared with its article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.problems import Problem
from index.ranking.search import Index
from index.reading.formats import PLAIN
from index.sentences import Span
from index.types import WellspringError
from qa.text.places import disjoint, line_of, place_of
from qa.text.validity import validity_of
from qa.types import NOBODY, Citation, Evidence, Found, Side, Statement, Writing, cite
from qa.ways.inquiry import Reply


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a reply with its marks, and what they stand for.

    `answer_ranges` are where in the text words that answer stand.
    """

    text: str
    citations: tuple[Citation, ...]
    answer_ranges: tuple[Span, ...]
    sides: tuple[Side, ...]
    writing: Writing


def written(reply: Reply, index: Index) -> Written:
    """Write marks into the text, numbered as they appear, and make the verified citations.

    Raises `WellspringError` where an article was changed meanwhile.
    """
    markers: dict[Evidence, int] = {}
    text, ranges = "", []
    for said in reply.statements:
        text += ("\n" if reply.listed else " ") if text else ""
        shown = _without_marks(said.text)
        told = _told_in(shown, said, reply.found)
        ranges += [(len(text) + start, len(text) + end) for start, end in told]
        marks = "".join(f"[{markers.setdefault(i, len(markers) + 1)}]" for i in said.proof)
        text += f"{shown} {marks}".rstrip()
    citations = tuple(
        _citation(marker, item, reply.found, index) for item, marker in markers.items()
    )
    sides = tuple(
        Side(name, fact.answer.strip(" .,;"), markers[fact.evidence])
        for name, fact in zip(reply.sides, reply.found, strict=False)
    )
    writing = reply.writing if citations else NOBODY
    return Written(text, citations, disjoint(ranges), sides, writing)


def _without_marks(sentence: str) -> str:
    """Return a sentence whose own footnote numbers cannot be taken for our marks."""
    return re.sub(r"\[(\d+)\]", r"(\1)", sentence)


def _told_in(text: str, said: Statement, found: Sequence[Found]) -> Iterator[Span]:
    """Yield where in a statement the words stand that answer.

    They are the short answers of its proof, but not of one that follows from several sentences.
    """
    read = [item for item in found if item.answer and item.evidence in said.proof]
    alone = len({item.evidence for item in read}) == 1
    words = [said.short] if said.short else [item.answer for item in read if alone]
    yield from (place for short in words if (place := place_of(short, text)))


def _citation(marker: int, item: Evidence, found: Sequence[Found], index: Index) -> Citation:
    """Make a citation that tells where in its article the words stand that answer."""
    try:
        citation = cite(marker, item, index.article(item.article_id))
    except ValueError as error:
        told = "The articles were changed while this was answered. Ask again."
        raise WellspringError(Problem.ARTICLES_CHANGED, told) from error
    starts = [
        (item.start + fact.answer_at, len(fact.answer))
        for fact in found
        if fact.evidence == item and item.text.startswith(fact.answer, fact.answer_at)
    ]
    overview = index.overview(item.article_id)
    path = index.roots().path(item.source)
    return replace(
        citation,
        answer_ranges=disjoint((start, start + length) for start, length in starts if length),
        date=overview.published.value if overview and overview.published else "",
        validity=validity_of(overview),
        line=line_of(item.text, path) if path and path.suffix.lower() in PLAIN else None,
    )

"""Answer what is to be reckoned with cells of a table or figures of a sentence, by rule."""

from collections.abc import Sequence

from index.language.english.comparing.reckoning import OF_EACH
from index.language.english.comparing.series import BOUNDED
from index.ranking.search import Index
from index.types import Hit
from qa.evidence.selection import ReaderEvidence, hits_to_read
from qa.question.comparing.reckoned import (
    Disagreement,
    Reckoning,
    change_of,
    disagreement_of,
    order_of,
    reckoning_of,
)
from qa.question.kinds import Kind
from qa.types import Evidence, Statement
from qa.ways.inquiry import Inquiry, Reply
from qa.ways.reckoning.lengths import apart_in, asks_length, ends_of, length_within
from qa.ways.reckoning.ordered import names_of_sides, ordered_within
from qa.ways.reckoning.rows import reckoned_in
from qa.ways.reckoning.sentences import reckoned_within
from qa.ways.reckoning.sources import apart_in_sources
from qa.ways.reckoning.tables import tables_of
from qa.writing.shown import as_shown

_ARTICLES = 5  # that are looked through: those of the best passages
_NEAR = 800  # characters before and behind a sentence
_SENTENCES = 3  # of those that the readers find
# Of `dev` questions of all kinds, all that is told of such a table is right.
_SURE = 0.9
_KINDS = (Kind.COMPARISON, Kind.FACT, Kind.COUNT, Kind.YES_NO, Kind.LIST, Kind.HOW)


class Reckonings:
    """Questions that compare, order, add, divide or count figures of one table or one sentence."""

    def __init__(self, index: Index, evidence: ReaderEvidence) -> None:
        self._index = index
        self._evidence = evidence

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return what follows from the figures that are meant; None where no one place has them."""
        question = inquiry.standalone
        if differing := disagreement_of(question):
            return self._in_sources(inquiry, differing)
        reckoning = reckoning_of(question)
        lasts = not reckoning and asks_length(question)
        ordered = order_of(question) or change_of(question)
        ordered = ordered or any(shape.search(question) for shape in (BOUNDED, OF_EACH))
        if inquiry.asked.kind not in _KINDS or not (reckoning or lasts or ordered):
            return None
        hits = hits_to_read(self._index, question, inquiry.scope)
        reply = None if lasts else self._in_table(inquiry, hits)
        in_prose = reckoning or lasts or names_of_sides(question)
        if reply is None and in_prose and inquiry.asked.kind is not Kind.LIST:
            reply = self._in_sentence(inquiry, reckoning, hits)
        inquiry.clock.lap("evidence")
        return reply

    def _in_table(self, inquiry: Inquiry, hits: Sequence[Hit]) -> Reply | None:
        question = inquiry.standalone
        own = inquiry.question if inquiry.question != question else ""
        articles = list(dict.fromkeys(hit.passage.article_id for hit in hits))[:_ARTICLES]
        read = [self._index.article(article_id) for article_id in articles]
        found: dict[str, Statement] = {}
        for table in (table for article in read if article for table in tables_of(article)):
            if said := reckoned_in(table, question, own):
                found.setdefault(said.text, said)
        results = list(found.values())
        short = results[0].short if results else ""
        return Reply(results, _SURE, hits, short) if len(results) == 1 else None

    def _in_sources(self, inquiry: Inquiry, asked: Disagreement) -> Reply | None:
        """Return how far two articles are apart, with the sentence of each."""
        found = self._evidence.find(asked.asked, inquiry.scope).found
        said = apart_in_sources(asked, found)
        if said is None:
            return None
        quoted = [Statement(as_shown(item.text), (item,)) for item in said.proof]
        return Reply([said, *quoted], _SURE, short=said.short)

    def _in_sentence(
        self, inquiry: Inquiry, reckoning: Reckoning | None, hits: Sequence[Hit]
    ) -> Reply | None:
        """Return what is reckoned with the first likely sentence that has the figures."""
        question = inquiry.standalone
        found = [item.evidence for item in self._evidence.find(question, inquiry.scope).found]
        for sentence in found[:_SENTENCES]:
            if told := _told(question, reckoning, sentence, self._around(sentence)):
                said = Statement(told[0], (sentence,), told[1])
                return Reply([said], _SURE, hits, said.short)
        if asks_length(question) and not reckoning and (ends := ends_of(found)):
            told = apart_in(f"{ends[0].text} {ends[1].text}")
            if told:
                said = Statement(told[0], ends, told[1])
                return Reply([said], _SURE, hits, said.short)
        return None

    def _around(self, item: Evidence) -> str:
        """Return the title of a sentence and what stands around it in its article."""
        article = self._index.article(item.article_id)
        text = article.text[max(0, item.start - _NEAR) : item.end + _NEAR] if article else ""
        return f"{item.title} {item.passage} {text}"


def _told(
    question: str, reckoning: Reckoning | None, item: Evidence, around: str
) -> tuple[str, str] | None:
    if reckoning is None:
        told = ordered_within(question, item.text, around)
        lasts = told is None and asks_length(question)
        return length_within(question, item.text, around) if lasts else told
    return reckoned_within(question, reckoning, item.text, around)

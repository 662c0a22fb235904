"""Answer from the sentences that the readers find."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Protocol

from index.ranking.search import Index
from index.types import Hit
from qa.clock import Clock
from qa.drafting.task import Task, Told
from qa.evidence.selection import (
    MAX_EVIDENCE,
    READ_OF_EACH,
    READ_PASSAGES,
    ReaderEvidence,
    Selected,
    whole_passages,
)
from qa.evidence.versions.meant import Choice
from qa.question.forms import Asked, Form
from qa.question.kinds import Kind
from qa.steps import Doing, Step
from qa.text.rows import is_row
from qa.text.words import as_written, unmet
from qa.types import Evidence, Found, Statement
from qa.ways.inquiry import Inquiry, Reason, Reply
from qa.ways.verdicts import with_verdict
from qa.writing.comparing.in_rows import reckoned
from qa.writing.compose import DIFFER, cited, quote, told_in, with_addition
from qa.writing.otherwise import told_only_there, told_otherwise
from qa.writing.tables import heads_over, in_prose, with_cells, with_heads

READ_FOR_ALL, SENTENCES_FOR_ALL = 24, 12  # where a question asks for all there is
# The confidence is fitted to single facts. What explains is right more often than it says: of 58
# `dev` questions for a reason or a way, it held back 8 right answers of 16.
_LESS_SURE = {Kind.WHY: 0.6, Kind.HOW: 0.6}
_NEAREST = 2  # sentences that are shown where none answers


class Author(Protocol):
    """What writes answers; it is given `sentences` of evidence, or more where there are more."""

    @property
    def sentences(self) -> int:
        """Tell how many it reads."""
        ...

    def told(self, task: Task, clock: Clock, *, checks: bool) -> Generator[str, None, Told]:
        """Return an answer. Yields "" after each piece, where the model can be stopped."""
        ...


class Facts:
    """Search, read, write, check."""

    def __init__(
        self, index: Index, evidence: ReaderEvidence, writer: Author, min_confidence: float
    ) -> None:
        self._index = index
        self._evidence = evidence
        self._writer = writer
        self._min_confidence = min_confidence

    def reply(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply]:
        """Return what the evidence says, nothing where it is too weak.

        Yields what it does, and "" after each piece of a draft, where the model can be stopped.
        """
        asked, clock, flow = inquiry.asked, inquiry.clock, inquiry.flow
        reads, most = _bounds(asked)
        legs, count = {"dense": flow.dense, "lexical": flow.lexical}, max(inquiry.top_k, reads)
        standalone, each = inquiry.standalone, READ_OF_EACH
        hits = self._index.search(standalone, count, inquiry.scope, of_each=each, **legs)
        choice = self._evidence.versions.choose(standalone, hits, inquiry.scope)
        inquiry, hits = replace(inquiry, standalone=choice.question), choice.hits
        read = [hit for n, hit in enumerate(hits) if n < reads or hit.best_rank <= each]
        clock.lap("retrieve")
        yield Step(Doing.READING, tuple(hits[: inquiry.top_k]))
        selected = Selected(whole_passages(hits), 1.0)
        if flow.evidence:
            of_all = max(most, self._writer.sentences)
            selected = self._evidence.select(choice.question, asked, read, of_all, choice.instead)
        confidence = selected.confidence
        found = with_cells(inquiry.standalone, selected.found, self._index.article)
        clock.lap("evidence")
        if not found or confidence < self._min_confidence * _LESS_SURE.get(asked.kind, 1.0):
            return self._declined(inquiry, found, confidence, hits)
        near = found[:most]
        quoted = quote(inquiry.standalone, near, asked)
        sure = confidence >= flow.min_confidence
        told = yield from self._told(inquiry, found, near, quoted, sure=sure)
        said = told.statements
        if asked.kind is Kind.YES_NO and not quoted[0].text.startswith(DIFFER):
            said = with_verdict(said, inquiry.standalone, found[0], selected.verdict, confidence)
        in_row = self._reckoned_in(asked, inquiry.standalone, found[0].evidence)
        if not in_row:
            said = with_addition(asked, standalone, said, near, len(read) >= reads)
        said = in_row + self._under_heads(inquiry, said, found)
        clock.lap("generate")
        short = told_in(said[0].text, found[0].answer) if len(quoted) == len(said) == 1 else ""
        said = said + self._of_versions(asked, choice, selected)
        why, listed = told.writing, told.listed
        return Reply(said, confidence, hits, short, listed, found=found, writing=why)

    def _told(
        self,
        inquiry: Inquiry,
        found: Sequence[Found],
        near: Sequence[Found],
        quoted: list[Statement],
        *,
        sure: bool,
    ) -> Generator[str | Step, None, Told]:
        """Return the answer as it is written, or the quotes where nothing is to be written."""
        flow = inquiry.flow
        if not (flow.generate and in_prose(quoted)):
            return Told(quoted)
        short = found[0].answer if sure else ""
        yield Step(Doing.WRITING, short=short, evidence=found[0].evidence if short else None)
        chosen = cited(quoted, near) if flow.evidence else near
        task = Task(inquiry.standalone, inquiry.asked, found, chosen, quoted)
        return (yield from self._writer.told(task, inquiry.clock, checks=flow.checks))

    def _under_heads(
        self, inquiry: Inquiry, said: Sequence[Statement], found: Sequence[Found]
    ) -> list[Statement]:
        """Return statements with rows of tables in words; a list has more than one cell."""
        proofs = [item.evidence for item in found]
        named = "" if inquiry.asked.whole else inquiry.standalone
        return with_heads(said, proofs, self._index.article, named)

    def _of_versions(self, asked: Asked, choice: Choice, selected: Selected) -> list[Statement]:
        """Return what is said beside an answer of other versions of its article, or of its own."""
        best = selected.found[0]
        if best.evidence.article_id in choice.instead:
            return told_only_there(best, self._index)
        if choice.named or asked.form is Form.ALL:
            return []
        return told_otherwise(best, selected.otherwise, asked.kind, self._index)

    def _declined(
        self, inquiry: Inquiry, found: Sequence[Found], confidence: float, hits: Sequence[Hit]
    ) -> Reply:
        """Return no answer, with what of the question stands nowhere, and the nearest sentences."""
        read = " ".join(f"{hit.passage.title} {hit.passage.text}" for hit in hits)
        missing = as_written(unmet(inquiry.standalone, read), inquiry.standalone)
        reason = Reason.NOT_MENTIONED if missing else Reason.NOT_SAID
        nearest = [item.evidence for item in found[:_NEAREST]]
        return Reply([], confidence, hits, reason=reason, missing=missing, nearest=nearest)

    def _reckoned_in(self, asked: Asked, question: str, row: Evidence) -> list[Statement]:
        """Return what a comparison asks of two cells of the best row."""
        home = self._index.article(row.article_id) if is_row(row.text) else None
        return reckoned(asked, question, row, heads_over(row, home.text)) if home else []


def _bounds(asked: Asked) -> tuple[int, int]:
    """Return how many passages are read for a question, and how many sentences chosen at most."""
    asks_all = asked.form is Form.ALL
    return (READ_FOR_ALL, SENTENCES_FOR_ALL) if asks_all else (READ_PASSAGES, MAX_EVIDENCE)

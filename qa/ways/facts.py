"""Answer from the sentences that the readers find."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from index.language.english.questions import JOINS_ITEMS
from index.ranking.search import Index
from index.types import Hit
from qa.drafting import Writer, may_stand_alone, trust
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
from qa.text.rows import is_row
from qa.text.words import as_written, unmet
from qa.types import Doing, Evidence, Found, Statement, Step
from qa.ways.inquiry import Inquiry, Reason, Reply
from qa.ways.verdicts import with_verdict
from qa.writing.comparing.in_rows import reckoned
from qa.writing.compose import DIFFER, as_sentence, cited, quote, told_in, with_addition
from qa.writing.otherwise import told_only_there, told_otherwise
from qa.writing.tables import heads_over, in_prose, with_cells, with_heads

READ_FOR_ALL, SENTENCES_FOR_ALL = 24, 12  # where a question asks for all there is
# The confidence is fitted to single facts. What explains is right more often than it says: of 58
# `dev` questions for a reason or a way, it held back 8 right answers of 16.
_LESS_SURE = {Kind.WHY: 0.6, Kind.HOW: 0.6}
_NEAREST = 2  # sentences that are shown where none answers


class Facts:
    """Search, read, write, check."""

    def __init__(
        self, index: Index, evidence: ReaderEvidence, writer: Writer, min_confidence: float
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
            selected = self._evidence.select(choice.question, asked, read, most, choice.instead)
        confidence = selected.confidence
        found = with_cells(inquiry.standalone, selected.found, self._index.article)
        clock.lap("evidence")
        if not found or confidence < self._min_confidence * _LESS_SURE.get(asked.kind, 1.0):
            return self._declined(inquiry, found, confidence, hits)
        said = quoted = quote(inquiry.standalone, found, asked)
        if flow.generate and _may_write(asked, found[0].answer) and in_prose(quoted):
            told = found[0].answer if confidence >= flow.min_confidence else ""
            yield Step(Doing.WRITING, short=told, evidence=found[0].evidence if told else None)
            said = yield from self._write(inquiry, found, quoted)
        if asked.kind is Kind.YES_NO and not quoted[0].text.startswith(DIFFER):
            said = with_verdict(said, inquiry.standalone, found[0], selected.verdict)
        said = with_addition(asked, said, found, len(read) >= reads)
        proofs = [item.evidence for item in found]
        named = "" if asked.whole else inquiry.standalone  # a list has more than one cell
        said = with_heads(said, proofs, self._index.article, named)
        said = self._reckoned_in(asked, inquiry.standalone, found[0].evidence) + said
        clock.lap("generate")
        short = told_in(said[0].text, found[0].answer) if len(quoted) == len(said) == 1 else ""
        said = said + self._of_versions(asked, choice, selected)
        return Reply(said, confidence, hits, short, found=found)

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

    def _write(
        self, inquiry: Inquiry, found: Sequence[Found], quoted: list[Statement]
    ) -> Generator[str, None, list[Statement]]:
        """Return the answer in a sentence of the model's own, with the evidence that proves it.

        Where none is proven, the short answer stands alone, or the quotes stay.
        """
        chosen = cited(quoted, found) if inquiry.flow.evidence else found
        proof = tuple(item.evidence for item in chosen)
        short, odds = chosen[0].answer, trust(inquiry.asked, chosen)
        drafts = yield from self._writer.write(inquiry.standalone, chosen, odds, inquiry.clock)
        for draft in drafts:
            if not inquiry.flow.checks or draft.holds(odds):
                return [Statement(draft.text, draft.support or proof)]
        if may_stand_alone(short, inquiry.standalone, odds, drafts):
            return [Statement(as_sentence(short), proof)]
        return quoted


def _may_write(asked: Asked, short: str) -> bool:
    """Tell whether one sentence of the model's own can answer.

    What explains, or says what a thing is, has several points: of the `dev` questions for a way,
    59 % are answered by the quote, 36 % by a sentence made of it. What proves a "yes" is quoted.
    Nor is a list written round one item: of ten such answers nine had lost the others.
    """
    quoted = asked.kind in (Kind.WHY, Kind.HOW, Kind.DEFINITION, Kind.YES_NO)
    lacks_items = asked.kind is Kind.LIST and not JOINS_ITEMS.search(short)
    return asked.form is not Form.ALL and not quoted and not lacks_items


def _bounds(asked: Asked) -> tuple[int, int]:
    """Return how many passages are read for a question, and how many sentences chosen at most."""
    asks_all = asked.form is Form.ALL
    return (READ_FOR_ALL, SENTENCES_FOR_ALL) if asks_all else (READ_PASSAGES, MAX_EVIDENCE)

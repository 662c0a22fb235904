"""Answer a question: the whole flow on one screen."""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from index.problems import Problem
from index.ranking.search import Index
from index.types import Scope, WellspringError
from qa.clock import Clock
from qa.drafting import Writer, may_stand_alone, trust
from qa.evidence.selection import MAX_EVIDENCE, ReaderEvidence, whole_passages
from qa.question.followups import standalone_question
from qa.question.forms import Asked, Form, what_is_asked
from qa.question.refused import check_question
from qa.types import Answer, Citation, Evidence, Found, Statement, Turn, cite
from qa.writing.compose import addition, as_sentence, cited, quote, told_in
from qa.writing.prompt import DECLINED
from qa.writing.tables import in_prose, with_heads

READ_FOR_ALL, SENTENCES_FOR_ALL = 24, 12  # where a question asks for all there is
# Looked at for evidence, though fewer are returned: 97 % of the gold sentences are in 8, 95 % in 5.
READ_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Flow:
    """Which steps are taken. Users get all of them; leaving one out measures what it adds."""

    dense: bool = True
    lexical: bool = True
    evidence: bool = True
    generate: bool = True
    checks: bool = True


EVERY_STEP = Flow()


class Answerer:
    """Answers questions over one index with one writer. Safe for several threads."""

    def __init__(
        self,
        index: Index,
        evidence: ReaderEvidence,
        writer: Writer,
        models: dict[str, str],
        min_confidence: float,
    ) -> None:
        self._index = index
        self._evidence = evidence
        self._writer = writer
        self._models = models
        self._min_confidence = min_confidence

    def models(self) -> dict[str, str]:
        """Name the models and the index generation that answers come from."""
        return {**self._models, "index": f"generation {self._index.generation}"}

    def ask(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Answer:
        """Return the answer to a question.

        Raises `WellspringError` for a question that cannot be asked.
        """
        *_, answer = self.stream(question, turns, top_k, flow, scope)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        """Yield the answer's text piece by piece, each proven before, and last the `Answer`.

        Closing the iterator stops the model.
        """
        check_question(question)
        clock = Clock()
        standalone, asked = standalone_question(question, turns), what_is_asked(question)
        reads, most = _bounds(asked)
        legs, count = {"dense": flow.dense, "lexical": flow.lexical}, max(top_k, reads)
        hits = self._index.search(standalone, count, scope, **legs)
        clock.lap("retrieve")
        found, confidence = whole_passages(hits), 1.0
        if flow.evidence:
            found, confidence = self._evidence.select(standalone, asked, hits[:reads], most)
        clock.lap("evidence")
        shown, told = tuple(hits[:top_k]), scope.told if scope else None
        answer = Answer(question, standalone, DECLINED, False, confidence, (), shown, scope=told)
        if not found or confidence < self._min_confidence:
            yield DECLINED
            yield self._done(answer, clock)
            return
        said = quoted = quote(standalone, found, asked)
        if flow.generate and asked.form is not Form.ALL and in_prose(quoted):
            said = yield from self._write(standalone, asked, found, quoted, flow, clock)
        said = said + addition(asked, said, found, len(hits) >= reads)
        said = with_heads(said, [item.evidence for item in found], self._index.article)
        clock.lap("generate")
        text, citations = self._cited(said)
        yield from _pieces(text)
        short = told_in(text, found[0].answer) if len(quoted) == len(said) == 1 else ""
        answer = replace(answer, text=text, answered=bool(citations), citations=citations)
        yield self._done(replace(answer, short_answer=short), clock)

    def _write(
        self,
        question: str,
        asked: Asked,
        found: Sequence[Found],
        quoted: list[Statement],
        flow: Flow,
        clock: Clock,
    ) -> Generator[str, None, list[Statement]]:
        """Return the answer in a sentence of the model's own, with the evidence that proves it.

        Where none is proven, the short answer stands alone, or the quotes stay. Yields "" after
        each piece of a draft.
        """
        chosen = cited(quoted, found) if flow.evidence else found
        proof = tuple(item.evidence for item in chosen)
        short, odds = chosen[0].answer, trust(asked, chosen)
        drafts = yield from self._writer.write(question, chosen, odds, clock)
        for draft in drafts:
            if not flow.checks or draft.holds(odds):
                return [Statement(draft.text, proof)]
        if may_stand_alone(short, odds, drafts):
            return [Statement(as_sentence(short), proof)]
        return quoted

    def _cited(self, statements: Sequence[Statement]) -> tuple[str, tuple[Citation, ...]]:
        """Write marks into the text, numbered as they appear, and make the verified citations."""
        markers: dict[Evidence, int] = {}
        written = []
        for said in statements:
            marks = "".join(f"[{markers.setdefault(i, len(markers) + 1)}]" for i in said.proof)
            written.append(f"{_without_marks(said.text)} {marks}".rstrip())
        try:
            citations = tuple(
                cite(marker, item, self._index.article(item.article_id))
                for item, marker in markers.items()
            )
        except ValueError as error:
            raise WellspringError(
                Problem.ARTICLES_CHANGED,
                "The articles were changed while this was answered. Ask again.",
            ) from error
        return " ".join(written), citations

    def _done(self, answer: Answer, clock: Clock) -> Answer:
        return replace(answer, timings_ms=clock.done(), models=self.models())


def _bounds(asked: Asked) -> tuple[int, int]:
    """Return how many passages are read for a question, and how many sentences chosen at most."""
    asks_all = asked.form is Form.ALL
    return (READ_FOR_ALL, SENTENCES_FOR_ALL) if asks_all else (READ_PASSAGES, MAX_EVIDENCE)


def _without_marks(sentence: str) -> str:
    """Return a sentence whose own footnote numbers cannot be taken for our marks."""
    return re.sub(r"\[(\d+)\]", r"(\1)", sentence)


def _pieces(text: str) -> Iterator[str]:
    """Cut a proven text into words, to be shown one after the other."""
    for number, word in enumerate(text.split(" ")):
        yield word if number == 0 else f" {word}"

"""Answer a question: the whole flow on one screen."""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from index.embedder import Embedder
from index.problems import Problem
from index.ranking.search import Index
from index.types import Scope, WellspringError
from qa.clock import Clock
from qa.question.classifier import KindClassifier
from qa.question.followups import read_as, standalone_question
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.question.parts import MOST, parts_of
from qa.question.refused import check_question
from qa.question.sides import sides_of
from qa.text.validity import validity_of
from qa.types import Answer, Citation, Evidence, Turn, cite
from qa.ways.bridges import Bridges
from qa.ways.catalogue.overviews import told_by_overviews
from qa.ways.catalogue.view import View
from qa.ways.comparisons import Comparisons
from qa.ways.facts import Facts
from qa.ways.foreign import Foreign
from qa.ways.inquiry import EVERY_STEP, Flow, Inquiry, Reply
from qa.ways.items import Items
from qa.ways.several import together
from qa.ways.spoken import is_strange, other_language, small_talk
from qa.writing.prompt import DECLINED


@dataclass(frozen=True, slots=True)
class Ways:
    """How questions are answered: what tells their kind, and who answers which."""

    kinds: KindClassifier
    facts: Facts
    comparisons: Comparisons
    bridges: Bridges
    foreign: Foreign
    items: Items
    embedder: Embedder


class Answerer:
    """Answers questions over one index. Safe for several threads."""

    def __init__(self, index: Index, ways: Ways, models: dict[str, str]) -> None:
        self._index = index
        self._ways = ways
        self._models = models

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
        inquiries = self._inquiries(question, turns, top_k, flow, scope)
        replies = []
        for inquiry in inquiries[:MOST]:
            replies.append((yield from self._reply(inquiry)))
        reply = together([inquiry.question for inquiry in inquiries], replies)
        text, citations = self._cited(reply)
        yield from _pieces(text)
        yield Answer(
            question,
            read_as(question, turns),
            text,
            bool(citations),
            reply.confidence,
            citations,
            tuple(reply.hits[:top_k]),
            inquiries[0].clock.done(),
            self.models(),
            reply.short if citations else "",
            inquiries[0].asked.kind,
            "" if citations else reply.reason,
            tuple(reply.missing),
            tuple(reply.nearest),
            scope.told if scope else None,
        )

    def _inquiries(
        self, question: str, turns: Sequence[Turn], top_k: int, flow: Flow, scope: Scope | None
    ) -> list[Inquiry]:
        """Return the questions of a message, each with its kind and as it stands on its own."""
        clock, before, inquiries = Clock(), list(turns), []
        for part in parts_of(question) if flow.kinds else [question]:
            kind = self._ways.kinds.kind_of(part) if flow.kinds else Kind.FACT
            standalone, asked = standalone_question(part, before), what_is_asked(part, kind)
            inquiries.append(Inquiry(part, standalone, asked, top_k, flow, scope, clock))
            before.append(Turn(part, ""))
        return inquiries

    def _reply(self, inquiry: Inquiry) -> Generator[str, None, Reply]:
        """Return what the way of the question's kind says; that of facts where it says nothing."""
        if inquiry.asked.kind is Kind.SMALL_TALK:
            return small_talk(inquiry.question)
        for way in (self._ways.foreign, self._ways.items) if inquiry.flow.kinds else ():
            if reply := way.reply(inquiry):
                return reply
        reply = None
        match inquiry.asked.kind:
            case Kind.OTHER_LANGUAGE if is_strange(inquiry.question, self._index):
                return other_language(inquiry.question)
            case Kind.SUMMARY | Kind.COLLECTION | Kind.COUNT | Kind.ARTICLE_DATA:
                view = View(self._index, self._ways.embedder, inquiry.scope)
                reply = told_by_overviews(view, inquiry)
            case Kind.COMPARISON:
                reply = self._ways.comparisons.reply(inquiry)
        return reply or (yield from self._read(inquiry))

    def _read(self, inquiry: Inquiry) -> Generator[str, None, Reply]:
        """Return the fact that is asked for, by way of another one where one has to be.

        That is first tried where facts are compared and no sides are named, else last.
        """
        bridged = self._ways.bridges.reply(inquiry)
        compares = inquiry.asked.kind is Kind.COMPARISON
        if compares and not sides_of(inquiry.standalone) and (reply := (yield from bridged)):
            return reply
        reply = yield from self._ways.facts.reply(inquiry)
        if not (reply.statements or compares) and inquiry.flow.kinds:
            return (yield from bridged) or reply
        return reply

    def _cited(self, reply: Reply) -> tuple[str, tuple[Citation, ...]]:
        """Write marks into the text, numbered as they appear, and make the verified citations."""
        markers: dict[Evidence, int] = {}
        written = []
        for said in reply.statements:
            marks = "".join(f"[{markers.setdefault(i, len(markers) + 1)}]" for i in said.proof)
            written.append(f"{_without_marks(said.text)} {marks}".rstrip())
        try:
            citations = tuple(
                cite(
                    marker,
                    item,
                    self._index.article(item.article_id),
                    validity_of(self._index.overview(item.article_id)),
                )
                for item, marker in markers.items()
            )
        except ValueError as error:
            raise WellspringError(
                Problem.ARTICLES_CHANGED,
                "The articles were changed while this was answered. Ask again.",
            ) from error
        return ("\n" if reply.listed else " ").join(written) or DECLINED, citations


def _without_marks(sentence: str) -> str:
    """Return a sentence whose own footnote numbers cannot be taken for our marks."""
    return re.sub(r"\[(\d+)\]", r"(\1)", sentence)


def _pieces(text: str) -> Iterator[str]:
    """Cut a proven text into words, to be shown one after the other."""
    for number, word in enumerate(text.split(" ")):
        yield word if number == 0 else f" {word}"

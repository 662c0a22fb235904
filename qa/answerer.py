"""Answer a question: the whole flow on one screen."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from index.embedder import Embedder
from index.ranking.search import Index
from index.types import Scope
from qa.citing import written
from qa.clock import Clock
from qa.question.classifier import KindClassifier
from qa.question.comparing.sides import sides_of
from qa.question.followups import kind_of_follow_up, read_as, standalone_question
from qa.question.forms import what_is_asked
from qa.question.kinds import OF_ARTICLES, Kind
from qa.question.parts import MOST, parts_of
from qa.question.refused import check_question
from qa.steps import Doing, Step
from qa.types import Answer, Turn
from qa.ways.bridges import Bridges
from qa.ways.catalogue.named import limited_to_file
from qa.ways.catalogue.overviews import told_by_overviews
from qa.ways.catalogue.view import View
from qa.ways.cells import Cells
from qa.ways.changes import Changes
from qa.ways.comparisons import Comparisons
from qa.ways.facts import Facts
from qa.ways.foreign import Foreign
from qa.ways.inquiry import EVERY_STEP, Flow, Inquiry, Reply, shown, tells_of
from qa.ways.items import Items
from qa.ways.lists import Lists, is_listed
from qa.ways.reckoning.way import Reckonings
from qa.ways.series.way import Series
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
    series: Series
    reckonings: Reckonings
    foreign: Foreign
    items: Items
    lists: Lists
    cells: Cells
    changes: Changes
    embedder: Embedder


class Answerer:
    """Answers questions over one index. Safe for several threads."""

    _away: Callable[[], str] | None = None

    def __init__(
        self,
        index: Index,
        ways: Ways,
        models: dict[str, str],
        away: Callable[[], str] | None = None,
    ) -> None:
        """Keep the parts; `away` says why the generator cannot be asked, "" where it can."""
        self._index = index
        self._ways = ways
        self._models = models
        self._away = away

    def models(self) -> dict[str, str]:
        """Name the models and the index generation that answers come from."""
        return {**self._models, "index": f"generation {self._index.generation}"}

    def away(self) -> str:
        """Say why the generator cannot be asked now, "" where it can."""
        return self._away() if self._away else ""

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
    ) -> Iterator[str | Step | Answer]:
        """Yield what is done, then the proven text, last the `Answer`. Closing stops the model."""
        check_question(question)
        yield Step(Doing.SEARCHING)
        inquiries = self._inquiries(question, turns, top_k, flow, scope)
        replies = []
        for inquiry in inquiries[:MOST]:
            replies.append((yield from self._reply(inquiry)))
        reply = shown(together([inquiry.question for inquiry in inquiries], replies), flow)
        done = written(reply, self._index)
        text, citations = done.text or DECLINED, done.citations
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
            *(done.answer_ranges, done.sides, done.writing),
        )

    def _inquiries(
        self, question: str, turns: Sequence[Turn], top_k: int, flow: Flow, scope: Scope | None
    ) -> list[Inquiry]:
        """Return the questions of a message, each with its kind and as it stands on its own."""
        clock, before, inquiries = Clock(), list(turns), []
        for said in parts_of(question) if flow.kinds else [question]:
            part, seen = limited_to_file(self._index, said, scope) if flow.kinds else (said, scope)
            kind_of = self._ways.kinds.kind_of
            kind = kind_of_follow_up(kind_of, part, before) if flow.kinds else Kind.FACT
            standalone, asked = standalone_question(part, before), what_is_asked(part, kind)
            inquiries.append(Inquiry(part, standalone, asked, top_k, flow, seen, clock))
            before.append(Turn(part, ""))
        return inquiries

    def _reply(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply]:
        """Return what the way of the question's kind says; that of facts where it says nothing."""
        if inquiry.asked.kind is Kind.SMALL_TALK:
            return small_talk(inquiry.question)
        ways = self._ways
        by_form = (ways.foreign, ways.items, ways.cells, ways.changes)
        for way in by_form if inquiry.flow.kinds else ():
            if reply := way.reply(inquiry):
                return reply
        if inquiry.asked.kind is Kind.OTHER_LANGUAGE and is_strange(inquiry.question, self._index):
            return other_language(inquiry.question)
        reply = yield from self._of_kind(inquiry)
        if reply and reply.statements:
            return reply
        read = yield from self._read(inquiry)
        return reply if reply and not tells_of(read, reply.missing) else read

    def _of_kind(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply | None]:
        """Return what is said by the ways of a kind of questions, None for nothing."""
        kind, ways = inquiry.asked.kind, self._ways
        view = View(self._index, ways.embedder, inquiry.scope)
        if kind in OF_ARTICLES and (reply := told_by_overviews(view, inquiry)):
            return reply
        if inquiry.flow.kinds and (reply := (yield from ways.series.reply(view, inquiry))):
            return reply
        if inquiry.flow.kinds and (reply := ways.reckonings.reply(inquiry)):
            return reply
        if kind is Kind.COMPARISON:
            return (yield from ways.comparisons.reply(inquiry))
        return ways.lists.reply(inquiry) if is_listed(inquiry) else None

    def _read(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply]:
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


def _pieces(text: str) -> Iterator[str]:
    """Cut a proven text into words, to be shown one after the other."""
    for number, word in enumerate(text.split(" ")):
        yield word if number == 0 else f" {word}"

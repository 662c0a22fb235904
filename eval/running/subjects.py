"""What is measured: the pipeline in this process, with all its steps or some; or a server."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.client import Server
from qa.types import Answer, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from qa.wiring import Wellspring

ABLATIONS = {
    "all steps": EVERY_STEP,
    "dense only": Flow(lexical=False),
    "lexical only": Flow(dense=False),
    "no evidence step": Flow(evidence=False),
    "no checks": Flow(checks=False),
    "kinds not told": Flow(kinds=False),
    "extractive sentence only": Flow(generate=False),
}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The pipeline in this process, with all its steps or some.

    `open_gate` is the same pipeline without the confidence that an answer needs.
    """

    answerer: Answerer
    index: Index
    flow: Flow = EVERY_STEP
    open_gate: Answerer | None = None

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        """Answer a question."""
        return self.answerer.ask(question, turns, top_k, self.flow)

    def search(self, query: str, top_k: int) -> list[str]:
        """Return the texts of the best passages, best first."""
        flow = self.flow
        hits = self.index.search(query, top_k, dense=flow.dense, lexical=flow.lexical)
        return [hit.passage.text for hit in hits]

    def held_back(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer | None:
        """Return what a declined answer would be, quoted; None where that cannot be told."""
        if self.open_gate is None:
            return None
        return self.open_gate.ask(question, turns, top_k, replace(self.flow, generate=False))


@dataclass(frozen=True, slots=True)
class Remote:
    """A running server."""

    server: Server

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        """Answer a question."""
        return self.server.ask(question, turns, top_k)

    def search(self, query: str, top_k: int) -> list[str]:
        """Return the texts of the best passages, best first."""
        return [hit.passage.text for hit in self.server.search(query, top_k)]

    def held_back(self, question: str, turns: Sequence[Turn], top_k: int) -> None:
        """Return None: a server does not say what it holds back."""


def pipeline_over(well: Wellspring, index: Index, flow: Flow = EVERY_STEP) -> Pipeline:
    """Return the pipeline over an index, which also tells what it holds back."""
    open_gate = Answerer(index, well.ways_over(index, min_confidence=0.0), {})
    return Pipeline(well.answerer_over(index), index, flow, open_gate)

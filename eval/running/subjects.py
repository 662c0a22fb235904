"""The pipeline in this process as a subject, with all its steps or some."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.ranking.search import Index
from qa.answerer import EVERY_STEP, Answerer, Flow
from qa.types import Answer, Turn

ABLATIONS = {
    "all steps": EVERY_STEP,
    "dense only": Flow(lexical=False),
    "lexical only": Flow(dense=False),
    "no evidence step": Flow(evidence=False),
    "no checks": Flow(checks=False),
    "extractive sentence only": Flow(generate=False),
}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The pipeline in this process, with all its steps or some."""

    answerer: Answerer
    index: Index
    flow: Flow = EVERY_STEP

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        """Answer a question."""
        return self.answerer.ask(question, turns, top_k, self.flow)

    def search(self, query: str, top_k: int) -> list[str]:
        """Return the texts of the best passages, best first."""
        legs = {"dense": self.flow.dense, "lexical": self.flow.lexical}
        return [hit.passage.text for hit in self.index.search(query, top_k, **legs)]

"""Answer a question: the whole flow on one screen."""

import time
from collections.abc import Iterator, Sequence

from index.search import Index
from index.types import Hit, WellspringError
from qa.checks import attribute
from qa.evidence import SimilarityEvidence
from qa.followups import standalone_question
from qa.generator import Generator
from qa.prompt import DECLINED, build_prompt
from qa.types import Answer, Citation, Evidence, Turn, cite

MAX_QUESTION = 2000  # characters; longer is a document, not a question
MAX_ANSWER_TOKENS = 120
MIN_CONFIDENCE = 0.5


class Answerer:
    """Answers questions over one index with one generator. Safe for several threads."""

    def __init__(self, index: Index, evidence: SimilarityEvidence, generator: Generator, models: dict[str, str]) -> None:
        self._index = index
        self._evidence = evidence
        self._generator = generator
        self._models = models

    def models(self) -> dict[str, str]:
        """Name the models and the index generation that answers come from."""
        return {**self._models, "index": f"generation {self._index.generation}"}

    def ask(self, question: str, turns: Sequence[Turn] = (), top_k: int = 5) -> Answer:
        """Return the answer to a question; raises `WellspringError` for a question that cannot be asked."""
        *_, answer = self.stream(question, turns, top_k)
        assert isinstance(answer, Answer)
        return answer

    def stream(self, question: str, turns: Sequence[Turn] = (), top_k: int = 5) -> Iterator[str | Answer]:
        """Yield the answer's text piece by piece, each proven before it is yielded, and last the `Answer`.

        Closing the iterator stops the model.
        """
        check_question(question)
        clock = Clock()
        standalone = standalone_question(question, turns)
        hits = self._index.search(standalone, top_k)
        clock.lap("retrieve")
        evidence, confidence = self._evidence.select(standalone, hits)
        clock.lap("evidence")
        if confidence < MIN_CONFIDENCE:
            yield DECLINED
            yield self._answer(question, standalone, DECLINED, confidence, (), hits, clock)
            return
        drafted = "".join(clock.first("first_token", self._generate(standalone, evidence)))
        sentences = attribute(drafted, evidence) or [(evidence[0].text, [0])]
        clock.lap("generate")
        text, citations = self._cited(sentences, evidence)
        yield from _pieces(text)
        yield self._answer(question, standalone, text, confidence, citations, hits, clock)

    def _generate(self, question: str, evidence: Sequence[Evidence]) -> Iterator[str]:
        prompt = build_prompt(question, evidence, self._generator.count_tokens)
        return self._generator.generate(prompt, MAX_ANSWER_TOKENS)

    def _cited(self, sentences: Sequence[tuple[str, list[int]]], evidence: Sequence[Evidence]) -> tuple[str, tuple[Citation, ...]]:
        """Write the marks into the text, numbered as they appear, and make the verified citations."""
        markers: dict[int, int] = {}
        written = []
        for sentence, support in sentences:
            marks = "".join(f"[{markers.setdefault(i, len(markers) + 1)}]" for i in support)
            written.append(f"{sentence} {marks}")
        citations = tuple(cite(marker, evidence[i], self._index.article(evidence[i].article_id)) for i, marker in markers.items())
        return " ".join(written), citations

    def _answer(
        self,
        question: str,
        standalone: str,
        text: str,
        confidence: float,
        citations: tuple[Citation, ...],
        hits: Sequence[Hit],
        clock: "Clock",
    ) -> Answer:
        return Answer(question, standalone, text, bool(citations), confidence, citations, tuple(hits), clock.done(), self.models())


def check_question(question: str) -> None:
    """Refuse what is not a question: nothing, no words at all, or a whole document."""
    if not question.strip():
        raise WellspringError("empty_question", "The question is empty. Type what you want to know.")
    if len(question) > MAX_QUESTION:
        raise WellspringError("question_too_long", f"The question has {len(question):,} characters. Ask in at most {MAX_QUESTION:,}.")
    if not any(char.isalnum() for char in question):
        raise WellspringError("no_words", "The question has no words. Type what you want to know in words.")


class Clock:
    """Stage timings of one question, in milliseconds."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps = {"retrieve": 0, "evidence": 0, "first_token": 0, "generate": 0}

    def lap(self, stage: str) -> None:
        """Note the time since the last stage ended."""
        now = time.perf_counter()
        self._laps[stage] = round(1000 * (now - self._last))
        self._last = now

    def first(self, stage: str, pieces: Iterator[str]) -> Iterator[str]:
        """Pass pieces on and note when the first came."""
        for piece in pieces:
            if not self._laps[stage]:
                self._laps[stage] = round(1000 * (time.perf_counter() - self._last))
            yield piece

    def done(self) -> dict[str, int]:
        """Return all timings with the total."""
        return {**self._laps, "total": round(1000 * (time.perf_counter() - self._start))}


def _pieces(text: str) -> Iterator[str]:
    """Cut a proven text into words, to be shown one after the other."""
    for number, word in enumerate(text.split(" ")):
        yield word if number == 0 else f" {word}"

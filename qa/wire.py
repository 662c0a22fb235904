"""The answer as the HTTP contract has it: one shape that is sent, kept, and read back.

What has a default may be missing in answers that an older version kept.
"""

from dataclasses import asdict, fields
from typing import Self

from pydantic import BaseModel, ConfigDict

from index.types import Hit, Passage
from qa.types import Answer, Citation, Evidence, Validity

_DIGITS = 3  # of scores


class _Sent(BaseModel):
    model_config = ConfigDict(frozen=True)


class CitationOut(_Sent):
    """A numbered quote: `start` and `end` are its range in the text of the article.

    `version` and the rest are what the article tells of its validity, as it writes it.
    """

    marker: int
    article_id: str
    title: str
    source: str
    quote: str
    start: int
    end: int
    passage: str = ""
    score: float = 0.0
    version: str = ""
    valid_from: str = ""
    valid_until: str = ""
    draft: bool = False
    superseded: bool = False

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Write a citation."""
        evidence = citation.evidence
        return cls(
            marker=citation.marker,
            article_id=evidence.article_id,
            title=evidence.title,
            source=evidence.source,
            quote=evidence.text,
            start=evidence.start,
            end=evidence.end,
            passage=evidence.passage,
            score=round(evidence.score, _DIGITS),
            **asdict(citation.validity),
        )

    def citation(self) -> Citation:
        """Read it back."""
        place = (self.article_id, self.title, self.source, self.start, self.end)
        told = Validity(**{field.name: getattr(self, field.name) for field in fields(Validity)})
        return Citation(self.marker, Evidence(self.quote, *place, self.passage, self.score), told)


class SentenceOut(_Sent):
    """A sentence that came near to an answer, with its range in the text of the article."""

    article_id: str
    title: str
    source: str = ""
    text: str
    start: int
    end: int

    @classmethod
    def of(cls, item: Evidence) -> Self:
        """Write a sentence."""
        home = {"article_id": item.article_id, "title": item.title, "source": item.source}
        return cls(**home, text=item.text, start=item.start, end=item.end)

    def evidence(self) -> Evidence:
        """Read it back."""
        home = (self.article_id, self.title, self.source, self.start, self.end)
        return Evidence(self.text, *home, "", 0.0)


class PassageOut(_Sent):
    """A passage that was found, with its range in the text of the article."""

    article_id: str
    title: str
    source: str = ""
    text: str
    start: int
    end: int
    score: float

    @classmethod
    def of(cls, hit: Hit) -> Self:
        """Write a hit."""
        passage = hit.passage
        return cls(
            article_id=passage.article_id,
            title=passage.title,
            source=passage.source,
            text=passage.text,
            start=passage.start,
            end=passage.end,
            score=round(hit.score, _DIGITS),
        )

    def hit(self) -> Hit:
        """Read it back; what the contract does not tell of it is 0."""
        place = (self.article_id, self.title, self.source, self.text, self.start, self.end)
        return Hit(Passage(0, *place, 0), self.score)


class AnswerOut(_Sent):
    """What `POST /ask` returns.

    Declined: `answered` is false, there are no citations, and `passages` are the nearest; `reason`
    says why in a word, `missing` what of the question no passage mentions, `nearest` which
    sentences came nearest. `kind` is that of the question.
    `scope` has the sources of the articles that the question was limited to, or a folder with a
    slash at its end.
    """

    answer: str
    short_answer: str = ""
    answered: bool
    confidence: float = 0.0
    question: str
    standalone_question: str = ""
    citations: list[CitationOut]
    passages: list[PassageOut]
    timings_ms: dict[str, int] = {}
    models: dict[str, str] = {}
    kind: str = "fact"
    reason: str = ""
    missing: list[str] = []
    nearest: list[SentenceOut] = []
    scope: list[str] | None = None

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Write an answer."""
        return cls(
            answer=answer.text,
            short_answer=answer.short_answer,
            answered=answer.answered,
            confidence=round(answer.confidence, _DIGITS),
            question=answer.question,
            standalone_question=answer.standalone_question,
            citations=[CitationOut.of(citation) for citation in answer.citations],
            passages=[PassageOut.of(hit) for hit in answer.hits],
            timings_ms=answer.timings_ms,
            models=answer.models,
            kind=answer.kind,
            reason=answer.reason,
            missing=list(answer.missing),
            nearest=[SentenceOut.of(item) for item in answer.nearest],
            scope=None if answer.scope is None else list(answer.scope),
        )

    def read(self) -> Answer:
        """Read it back."""
        return Answer(
            question=self.question,
            standalone_question=self.standalone_question,
            text=self.answer,
            answered=self.answered,
            confidence=self.confidence,
            citations=tuple(citation.citation() for citation in self.citations),
            hits=tuple(passage.hit() for passage in self.passages),
            timings_ms=self.timings_ms,
            models=self.models,
            short_answer=self.short_answer,
            kind=self.kind,
            reason=self.reason,
            missing=tuple(self.missing),
            nearest=tuple(item.evidence() for item in self.nearest),
            scope=None if self.scope is None else tuple(self.scope),
        )

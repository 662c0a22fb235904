"""The answer as the HTTP contract has it: one shape that is sent, kept, and read back.

What has a default may be missing in answers that an older version kept.
"""

from typing import Self

from pydantic import BaseModel, ConfigDict

from index.sentences import Span
from index.types import Hit, Passage
from qa.types import ALWAYS, Answer, Citation, Evidence, Side, Validity, Writing

_DIGITS = 3  # of scores
_ALIKE = (  # what an answer and its shape on the wire have alike
    *("short_answer", "answered", "question", "standalone_question"),
    *("timings_ms", "models", "kind", "reason"),
)


class _Sent(BaseModel):
    model_config = ConfigDict(frozen=True)


class CitationOut(_Sent):
    """A numbered quote: `start` and `end` are its range in the text of the article.

    `answer_ranges` are those of the words in it that answer, none where no few words do. `date` is
    the article's as it writes it; `line` is that of a plain text file at which the quote begins,
    `page` the one in a format that has pages. `validity` is what the article tells of its own.
    """

    marker: int
    article_id: str
    title: str
    source: str
    quote: str
    start: int
    end: int
    page: int | None = None
    passage: str = ""
    score: float = 0.0
    answer_ranges: list[Span] = []
    date: str = ""
    line: int | None = None
    validity: Validity = ALWAYS

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
            page=citation.page,
            passage=evidence.passage,
            score=round(evidence.score, _DIGITS),
            answer_ranges=list(citation.answer_ranges),
            date=citation.date,
            line=citation.line,
            validity=citation.validity,
        )

    def citation(self) -> Citation:
        """Read it back."""
        place = (self.article_id, self.title, self.source, self.start, self.end)
        evidence = Evidence(self.quote, *place, self.passage, self.score)
        kept = (tuple(self.answer_ranges), self.date, self.line, self.page, self.validity)
        return Citation(self.marker, evidence, *kept)


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
    """A passage that was found, with its range in the text of the article and its page, if any."""

    article_id: str
    title: str
    source: str = ""
    text: str
    start: int
    end: int
    page: int | None = None
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
            page=passage.page,
            score=round(hit.score, _DIGITS),
        )

    def hit(self) -> Hit:
        """Read it back; what the contract does not tell of it is 0."""
        place = (self.article_id, self.title, self.source, self.text, self.start, self.end)
        return Hit(Passage(0, *place, 0, self.page), self.score)


class AnswerOut(_Sent):
    """What `POST /ask` returns.

    Declined: `answered` is false, there are no citations, and `passages` are the nearest; `reason`
    says why in a word, `missing` what of the question no passage mentions, `nearest` which
    sentences came nearest. `kind` is that of the question. `answer_ranges` are those of the words
    in `answer` that answer; `sides` are what a comparison compares, where each has a figure.
    `scope` has the sources of the articles that the question was limited to, or a folder with a
    slash at its end. `written_by` names the model that wrote of it, "" where all is quoted or
    reckoned; `dropped` counts sentences of it that are not shown, unproven or no answer;
    `generator_away` says why it could not be asked.
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
    answer_ranges: list[Span] = []
    sides: list[Side] = []
    written_by: str = ""
    dropped: int = 0
    generator_away: str = ""

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Write an answer."""
        return cls(
            **{name: getattr(answer, name) for name in _ALIKE},
            answer=answer.text,
            confidence=round(answer.confidence, _DIGITS),
            citations=[CitationOut.of(citation) for citation in answer.citations],
            passages=[PassageOut.of(hit) for hit in answer.hits],
            missing=list(answer.missing),
            nearest=[SentenceOut.of(item) for item in answer.nearest],
            scope=None if answer.scope is None else list(answer.scope),
            answer_ranges=list(answer.answer_ranges),
            sides=list(answer.sides),
            written_by=answer.writing.by,
            dropped=answer.writing.dropped,
            generator_away=answer.writing.away,
        )

    def read(self) -> Answer:
        """Read it back."""
        return Answer(
            **{name: getattr(self, name) for name in _ALIKE},
            text=self.answer,
            confidence=self.confidence,
            citations=tuple(citation.citation() for citation in self.citations),
            hits=tuple(passage.hit() for passage in self.passages),
            missing=tuple(self.missing),
            nearest=tuple(item.evidence() for item in self.nearest),
            scope=None if self.scope is None else tuple(self.scope),
            answer_ranges=tuple(self.answer_ranges),
            sides=tuple(self.sides),
            writing=Writing(self.written_by, self.dropped, self.generator_away),
        )

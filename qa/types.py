"""The nouns of answering: turns, evidence, citations, answers."""

from dataclasses import dataclass, field

from index.sentences import Span
from index.types import Article, Hit


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and the answer it got."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that may answer the question: `article.text[start:end] == text`.

    It stands at `at` in its passage. `score` is the probability that it answers (0 to 1).
    """

    text: str
    article_id: str
    title: str
    source: str
    start: int
    end: int
    passage: str
    score: float
    at: int = 0


def sentence_of(hit: Hit, start: int, end: int, score: float) -> Evidence:
    """Return a range of a hit's passage as evidence."""
    p = hit.passage
    home = p.article_id, p.title, p.source
    place = p.start + start, p.start + end
    return Evidence(p.text[start:end], *home, *place, p.text, score, at=start)


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence as the readers judged it.

    `answer` is the likeliest short answer in it, "" where none was looked for, at `answer_at` in
    its text. Log odds: `looked_odds` of the sentence at first sight; read closely, `read_odds` of
    the sentence and `answer_odds` of the short answer; `odds` that it answers, all in all.
    """

    evidence: Evidence
    answer: str = ""
    answer_at: int = 0
    looked_odds: float = 0.0
    read_odds: float = 0.0
    answer_odds: float = 0.0
    odds: float = 0.0


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer with the evidence that proves it.

    `short` are the words of it that answer, where they follow from its evidence and stand in none.
    """

    text: str
    proof: tuple[Evidence, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """Who wrote an answer: `by` names the model, "" where all of it is quoted or reckoned.

    `dropped` counts sentences of the model that are not shown: nothing proves them, or they do not
    answer. `away` says why the model could not be asked, "" where it could.
    """

    by: str = ""
    dropped: int = 0
    away: str = ""


NOBODY = Writing()


@dataclass(frozen=True, slots=True)
class Validity:
    """Which version of a thing an article is, and when it holds, in the words of the article."""

    version: str = ""
    valid_from: str = ""
    valid_until: str = ""
    draft: bool = False
    superseded: bool = False


ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered mark in an answer and the sentence it stands for. Make it with `cite`.

    `answer_ranges` are where in the article's text the words stand that answer. `date` is that of
    the article as it writes it, `page` the one that the sentence begins on, in a format that has
    pages, `line` that of a file of plain text. `validity` is that of the article.
    """

    marker: int
    evidence: Evidence
    answer_ranges: tuple[Span, ...] = ()
    date: str = ""
    line: int | None = None
    page: int | None = None
    validity: Validity = ALWAYS


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared: its name, its figure or date, and the mark of what proves that."""

    name: str
    answer: str
    marker: int


def cite(marker: int, evidence: Evidence, article: Article | None) -> Citation:
    """Make a citation, comparing the quote with the stored article byte for byte.

    Raises `ValueError` when the article is gone or reads differently at that place.
    """
    if (
        article is None
        or article.text[evidence.start : evidence.end].encode() != evidence.text.encode()
    ):
        raise ValueError(
            f"the quote is not at {evidence.start}-{evidence.end} of {evidence.article_id}"
        )
    return Citation(marker, evidence, page=article.page_at(evidence.start))


def told_place(source: str, page: int | None) -> str:
    """Say where something stands: its source, and its page where there is one."""
    return source if page is None else f"{source}, page {page}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back for a question. Declining is `answered=False`, never an exception.

    `timings_ms` has retrieve, evidence, first_token, generate and total, in milliseconds.
    `short_answer` is the part of the text that answers in a few words, "" where there is no single
    one, `answer_ranges` are where in the text words that answer stand, `sides` what is compared,
    where each has a figure or date. `kind` is that of the question. `scope` tells what the question
    was limited to (see `index.types.Scope`), None: nothing. `writing` tells who wrote it.

    Where it is declined, `reason` says why in a word, `missing` holds names and numbers of the
    question that no passage mentions, and `nearest` are the sentences that came nearest.
    """

    question: str
    standalone_question: str
    text: str
    answered: bool
    confidence: float
    citations: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    timings_ms: dict[str, int] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    short_answer: str = ""
    kind: str = "fact"
    reason: str = ""
    missing: tuple[str, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    scope: tuple[str, ...] | None = None
    answer_ranges: tuple[Span, ...] = ()
    sides: tuple[Side, ...] = ()
    writing: Writing = NOBODY

"""Read a public question set as articles and questions in our own shape.

What becomes of a set:
  articles   every passage or paragraph is one article; the same text is kept once. A sample brings
             all passages of its questions (SQuAD: all paragraphs of its articles); BEIR and
             MultiHop-RAG bring their whole corpus.
  answers    all accepted answers of a question are wordings of one item. BEIR has none: its
             questions are answerable with `answers=()`, and measure retrieval alone.
  evidence   the sentences that the set quotes; else, of each gold passage, the sentence with an
             answer that shares most words with the question (or all that an answer runs across);
             else the one closest sentence of them all. BEIR: the first sentence of each relevant
             article.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from eval.measuring.metrics import holds
from eval.questions.formats.detect import read_set, recognise
from eval.questions.formats.raw import Document, RawSet, Record, Support, set_name
from eval.types import Gold, Question
from index.cleaning.cleaning import clean
from index.problems import Problem
from index.sentences import Span, sentence_spans
from index.types import WellspringError
from qa.text.words import content_words

_LONG_ANSWER = 12  # words; a longer one is an explanation, not a fact
_VERDICTS = ("yes", "no", "maybe")  # judgements, which no sentence states as a word
_WHY = re.compile(r"\b(why|reasons?|causes?|caused|purpose|how come)\b", re.I)


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Articles and questions of a public set: `articles` maps a file name to (title, text).

    `left_out` counts the records that were met and cannot be used: no question, an id that stood
    before, or answerable without an answer, without a gold passage (BEIR: not judged), or with one
    that is missing or has no sentence.
    """

    name: str
    articles: dict[str, tuple[str, str]]
    questions: tuple[Question, ...]
    left_out: int = 0


def is_public(path: Path) -> bool:
    """Tell whether a file or folder is in a public format, rather than our own JSONL.

    Rewrites count, and are refused when loaded.
    """
    return recognise(path) != ""


def load_public(path: Path, limit: int | None = None, seed: int = 0) -> PublicSet:
    """Return a public set, or a sample of `limit` usable questions that `seed` draws.

    They are in the order of the file. Raises `WellspringError` naming the place that does not fit,
    or when no question can be used.
    """
    if limit is not None and limit < 1:
        raise WellspringError(
            Problem.BAD_LIMIT, f"A sample of {limit} questions is not possible. Give 1 or more."
        )
    raw = read_set(path)
    titles = _titles(raw)
    chosen: dict[int, Question] = {}
    ids: set[str] = set()
    left_out = 0
    for number in _order(len(raw.records), seed if limit is not None else None):
        if len(chosen) == limit:
            break
        question = _question(raw.records[number], raw.retrieval, titles)
        if question is None or question.id in ids:
            left_out += 1
        else:
            chosen[number] = question
            ids.add(question.id)
    if not chosen:
        raise WellspringError(
            Problem.NO_QUESTIONS,
            f"{path}: none of the {left_out} records can be used. "
            "Give a file with questions and passages.",
        )
    documents = [
        *raw.corpus,
        *(document for number in chosen for document in raw.records[number].documents),
    ]
    return PublicSet(
        set_name(path),
        _articles(documents, titles),
        tuple(chosen[number] for number in sorted(chosen)),
        left_out,
    )


def write_articles(public: PublicSet, folder: Path) -> None:
    """Write each article to its file in a folder, which is made.

    It is the title line, an empty line, the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, text) in public.articles.items():
        (folder / name).write_text(_written(title, text), encoding="utf-8", newline="\n")


def _written(title: str, text: str) -> str:
    return f"{title}\n\n{text}\n" if title else f"{text}\n"


def _order(count: int, seed: int | None) -> Sequence[int]:
    """Return the numbers of the records in file order, or in one that a seed draws."""
    if seed is None:
        return range(count)

    def drawn(number: int) -> bytes:
        return hashlib.sha256(f"{seed}:{number}".encode()).digest()

    return sorted(range(count), key=drawn)


def _titles(raw: RawSet) -> dict[str, str]:
    """Give each text its title: the first that is not empty."""
    titles: dict[str, str] = {}
    groups = {
        id(group): group for group in (raw.corpus, *(record.documents for record in raw.records))
    }
    for group in groups.values():
        for title, text in group:
            if not titles.get(text):
                titles[text] = title
    return titles


def _articles(documents: Iterable[Document], titles: dict[str, str]) -> dict[str, tuple[str, str]]:
    texts = dict.fromkeys(text for _, text in documents if any(char.isalnum() for char in text))
    return {_file_name(titles[text], text): (titles[text], text) for text in texts}


def _file_name(title: str, text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower())[:40].strip("-") or "article"
    return f"{slug}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"


def _question(record: Record, retrieval: bool, titles: dict[str, str]) -> Question | None:
    """Make a question with its evidence, or None when the record cannot be used."""
    evidence = tuple(_evidence(record, retrieval, titles)) if record.answerable else ()
    if not record.question.strip() or (record.answerable and not evidence):
        return None
    return Question(
        id=record.id,
        question=record.question.strip(),
        kind=_kind(record),
        split="test",
        answerable=record.answerable,
        answers=(record.answers,) if record.answerable and record.answers else (),
        evidence=evidence,
        history=record.history,
        family=record.id,
    )


def _kind(record: Record) -> str:
    if not record.answerable:
        return "near-miss"
    if record.history:
        return "follow-up"
    first = record.answers[0] if record.answers else ""
    if len(first.split()) > _LONG_ANSWER:
        return "why" if _WHY.search(record.question) else "how"
    return "number" if any(char.isdigit() for char in first) else "name"


def _evidence(record: Record, retrieval: bool, titles: dict[str, str]) -> list[Gold]:
    """Return the evidence of an answerable record, each a part of its article as stored.

    Nothing is returned when some is missing.
    """
    if not (record.answers or retrieval) or not all(
        support.document[1] for support in record.supports
    ):
        return []
    found = [
        (support.document[1], sentence)
        for support in record.supports
        for sentence in _supporting(support, record, retrieval)
    ]
    if not found:
        every = [
            (support.document[1], sentence)
            for support in record.supports
            for sentence in _sentences(support.document[1])
        ]
        found = sorted(every, key=lambda pair: -_shared(pair[1], record.question))[:1]
    if retrieval and len({text for text, _ in found}) < len(
        {support.document[1] for support in record.supports}
    ):
        return []
    stored = {text: clean(_written(titles[text], text))[0] for text, _ in found}
    if not all(sentence in stored[text] for text, sentence in found):
        return []
    return [
        Gold(_file_name(titles[text], text), sentence) for text, sentence in dict.fromkeys(found)
    ]


def _supporting(support: Support, record: Record, retrieval: bool) -> list[str]:
    """Return the sentences of one gold passage that hold the answer, or none."""
    text = support.document[1]
    sentences = _sentences(text)
    if retrieval:
        return sentences[:1]
    quoted = _overlapping(text, support.facts)
    if quoted:
        return quoted
    if support.facts:
        return _closest(sentences, " ".join(support.facts))
    answers = [answer for answer in record.answers if answer.lower().strip(".") not in _VERDICTS]
    holding = [
        sentence for sentence in sentences if any(holds(sentence, answer) for answer in answers)
    ]
    if holding:
        return _closest(holding, record.question)
    across = (_overlapping(text, [answer]) for answer in answers)
    return next((run for run in across if len(run) > 1), [])


def _closest(sentences: Sequence[str], text: str) -> list[str]:
    return [max(sentences, key=lambda sentence: _shared(sentence, text))] if sentences else []


def _shared(sentence: str, text: str) -> int:
    return len(content_words(sentence) & content_words(text))


def _overlapping(text: str, quotes: Iterable[str]) -> list[str]:
    """Return the sentences of a text that a quote runs over."""
    cleaned, spans = _cut(text)
    wanted = [quote for quote in (clean(quote)[0] for quote in quotes) if quote in cleaned]
    ranges = [(cleaned.find(quote), cleaned.find(quote) + len(quote)) for quote in wanted if quote]
    return [
        cleaned[start:end]
        for start, end in spans
        if any(start < stop and begin < end for begin, stop in ranges)
    ]


def _sentences(text: str) -> list[str]:
    cleaned, spans = _cut(text)
    return [cleaned[start:end] for start, end in spans]


@lru_cache(maxsize=2048)
def _cut(text: str) -> tuple[str, tuple[Span, ...]]:
    cleaned, _ = clean(text)
    return cleaned, tuple(sentence_spans(cleaned))

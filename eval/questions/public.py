"""Read a public question set as articles and questions in our own shape.

What becomes of a set:
  articles   every passage or paragraph is one article; the same text is kept once. A sample brings
             all passages of its questions (SQuAD: all paragraphs of its articles); BEIR and
             MultiHop-RAG bring their whole corpus.
  answers    all accepted answers of a question are wordings of one item. BEIR has none: its
             questions are answerable with `answers=()`, and measure retrieval alone.
  evidence   the sentences that the set quotes, or those closest to its answer (`evidence`)
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from eval.questions.articles import Titles, articles_of, titles_of, written
from eval.questions.evidence import evidence_of
from eval.questions.formats.detect import read_set, recognise
from eval.questions.formats.raw import RawSet, Record, set_name
from eval.types import Question
from index.problems import Problem
from index.types import WellspringError

_LONG_ANSWER = 12  # words; a longer one is an explanation, not a fact
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
    titles = titles_of(raw)
    chosen, left_out = _chosen(raw, titles, limit, seed)
    if not chosen:
        raise WellspringError(
            Problem.NO_QUESTIONS,
            f"{path}: none of the {left_out} records can be used. "
            "Give a file with questions and passages.",
        )
    documents = chain(raw.corpus, *(raw.records[number].documents for number in chosen))
    questions = tuple(chosen[number] for number in sorted(chosen))
    return PublicSet(set_name(path), articles_of(documents, titles), questions, left_out)


def write_articles(public: PublicSet, folder: Path) -> None:
    """Write each article to its file in a folder, which is made.

    It is the title line, an empty line, the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, text) in public.articles.items():
        (folder / name).write_text(written(title, text), encoding="utf-8", newline="\n")


def _chosen(
    raw: RawSet, titles: Titles, limit: int | None, seed: int
) -> tuple[dict[int, Question], int]:
    """Return usable questions by the numbers of their records, and how many of these are none."""
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
    return chosen, left_out


def _order(count: int, seed: int | None) -> Sequence[int]:
    """Return the numbers of the records in file order, or in one that a seed draws."""
    if seed is None:
        return range(count)
    return sorted(range(count), key=lambda n: hashlib.sha256(f"{seed}:{n}".encode()).digest())


def _question(record: Record, retrieval: bool, titles: Titles) -> Question | None:
    """Make a question with its evidence, or None when the record cannot be used."""
    evidence = tuple(evidence_of(record, retrieval, titles)) if record.answerable else ()
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

"""Answers that people would give, written for this project over records of public sets: one right, most with a wrong one beside it.

A line is {"id": of the record, "answer": the right one} and, where there is a wrong one, "wrong", its "kind" (`value`, `place`, `turn`,
`more`, `scope`, `premise`) and "asked", the question that it seems to answer where it is another one. The texts that they were
written over are not here: the records bring them.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.sentences import Span, sentence_spans
from qa.question.followups import standalone_question
from qa.tuning.data.examples import Record, answer_in, home_of, turns_of

ANSWERS = Path(__file__).with_name("answers.jsonl.gz")
_LONGEST = 75  # words of a sentence that is answered from
_HELD_OUT = 10  # one title in so many is kept to measure on


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the right answer and a wrong one ("" for none), and the sentences that prove the right one.

    `spans` are all sentences of `text`, `gold` the numbers of those; several pieces of evidence stand in a text of their own.
    """

    question: str
    title: str
    text: str
    spans: tuple[Span, ...]
    gold: tuple[int, ...]
    short: str
    answer: str
    wrong: str

    @property
    def held_out(self) -> bool:
        """Tell whether it is for measuring only."""
        return zlib.crc32((self.title or self.text[:40]).encode()) % _HELD_OUT == 0

    @property
    def sentences(self) -> list[str]:
        """Return the sentences that prove the answer."""
        return [self.text[slice(*self.spans[number])] for number in self.gold]


def answered(records: Sequence[Record], file: Path = ANSWERS) -> Iterator[Answered]:
    """Yield the records that have a written answer, in that file or of their own, with it."""
    rows = {
        row["id"]: row
        for row in map(json.loads, gzip.decompress(file.read_bytes()).decode().splitlines())
    }
    for record in records:
        row = rows.get(record.get("id", "")) or (record if record.get("answer") else None)
        found = _home(record) if row else None
        if row and found:
            question = standalone_question(record["question"], turns_of(record.get("history", [])))[
                :300
            ]
            yield Answered(question, *found, row["answer"], row.get("wrong", ""))


def _home(record: Record) -> tuple[str, str, tuple[Span, ...], tuple[int, ...], str] | None:
    """Return title, text, its sentences, the numbers of those that answer, and the short answer; None where no place is found."""
    several = record.get("evidence")
    if isinstance(several, list):
        return _joined(record, several)
    passage = (
        record["passages"][home_of(record)] if record.get("gold") else {"title": "", "text": ""}
    )
    found = answer_in(record, passage["text"])
    if found is None:
        return None
    spans, home, span = found
    text, title = passage["text"], passage["title"].split(" - ")[0]
    return (
        (title, text, tuple(spans), (home,), text[slice(*span)])
        if len(text[slice(*spans[home])].split()) <= _LONGEST
        else None
    )


def _joined(
    record: Record, evidence: Sequence[str]
) -> tuple[str, str, tuple[Span, ...], tuple[int, ...], str]:
    """Join pieces of evidence, each under its title."""
    titles = [
        next((p["title"] for p in record.get("passages", []) if piece in p["text"]), "")
        for piece in evidence
    ]
    text = " ".join(
        f"{title}: {piece}" if title else piece
        for title, piece in zip(titles, evidence, strict=True)
    )
    spans = tuple(sentence_spans(text))
    short = record.get("answers") or record.get("short_answers") or [""]
    return "", text, spans, tuple(range(len(spans))), short[0]

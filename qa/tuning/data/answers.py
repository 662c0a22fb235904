"""Answers that people would give: one right, most with a wrong one beside it.

They were written for this project over records of public sets. A line is {"id": of the record,
"answer": the right one} and, where there is a wrong one, "wrong", its "kind" (`value`, `place`,
`turn`, `more`, `scope`, `premise`) and "asked", the question that it seems to answer where it is
another one. The texts that they were written over are not here: the records bring them. Further
ones stand with their questions over short texts (`written/texts.py`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.sentences import Span, sentence_spans
from qa.question.followups import standalone_question
from qa.text.windows import window
from qa.tuning.data.records import Record, answer_in, home_of, read_lines, turns_of
from qa.tuning.data.written.texts import WRITTEN, Asked, Text, is_held_out, texts
from qa.types import Evidence

ANSWERS = Path(__file__).parent / "written" / "answers.jsonl.gz"
_LONGEST = 75  # words of a sentence that is answered from
_LONGEST_QUESTION = 300  # characters
_CONTRADICTS = ("value", "place", "turn")
_CELLS = " | "  # between the cells of a row


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the right answer and a wrong one ("" for none), and what proves it.

    `spans` are all sentences of `text`, `gold` the numbers of those that prove the right answer;
    several pieces of evidence stand in a text of their own. `contradicts`: the wrong answer is not
    only unproven, the text says otherwise.
    """

    question: str
    title: str
    text: str
    spans: tuple[Span, ...]
    gold: tuple[int, ...]
    short: str
    answer: str
    wrong: str
    contradicts: bool = False

    @property
    def held_out(self) -> bool:
        """Tell whether it is for measuring only."""
        return is_held_out(self.title, self.text)

    @property
    def around(self) -> str:
        """Return the window of the first sentence that proves the answer."""
        first, last = window(self.spans, self.gold[0])
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    @property
    def sentences(self) -> list[str]:
        """Return the sentences that prove the answer."""
        return [item.text for item in self.evidence]

    @property
    def evidence(self) -> list[Evidence]:
        """Return what proves the answer, as it would be found."""
        spans = [self.spans[number] for number in self.gold]
        home = "", self.title, ""
        return [Evidence(self.text[a:b], *home, a, b, self.text, score=1.0, at=a) for a, b in spans]


def answered(records: Sequence[Record], file: Path = ANSWERS) -> Iterator[Answered]:
    """Yield the records that have a written answer, in that file or of their own, with it."""
    rows = {row["id"]: row for row in map(json.loads, read_lines(file))}
    for record in records:
        row = rows.get(record.get("id", "")) or (record if record.get("answer") else None)
        if row and (home := _home(record)):
            asked = standalone_question(record["question"], turns_of(record.get("history", [])))
            question, wrong = asked[:_LONGEST_QUESTION], row.get("wrong", "")
            says_otherwise = row.get("kind") in _CONTRADICTS
            yield Answered(question, *home, row["answer"], wrong, says_otherwise)


def answered_over(records: Sequence[Record], files: Sequence[Path] = WRITTEN) -> Iterator[Answered]:
    """Yield the questions over short texts that have a direct answer, with it.

    Those that a row of a table answers are left out: rows are put in words by rule.
    """
    for text in texts(records, files):
        for asked in text.asked:
            if asked.right and (pair := _answered_by(text, asked)):
                yield pair


def _answered_by(text: Text, asked: Asked) -> Answered | None:
    """Return a written answer with the sentence that holds the words that settle its question."""
    found = answer_in({"question": asked.question, "answers": [asked.words]}, text.text)
    if found is None:
        return None
    spans, home, (start, end) = found
    if _CELLS in text.text[slice(*spans[home])]:
        return None
    short = text.text[start : min(end, spans[home][1])]
    told = asked.question, text.title.split(" - ")[0], text.text, tuple(spans), (home,), short
    return Answered(*told, asked.right, asked.wrong, asked.kind in _CONTRADICTS)


# Title, text, its sentences, the numbers of those that answer, the short answer.
_Home = tuple[str, str, tuple[Span, ...], tuple[int, ...], str]


def _home(record: Record) -> _Home | None:
    """Return where a record is answered; None where no place is found."""
    several = record.get("evidence")
    if isinstance(several, list):
        return _joined(record, several)
    if not record.get("gold"):
        return None
    passage = record["passages"][home_of(record)]
    found = answer_in(record, passage["text"])
    if found is None:
        return None
    spans, home, span = found
    text, title = passage["text"], passage["title"].split(" - ")[0]
    if len(text[slice(*spans[home])].split()) > _LONGEST:
        return None
    return title, text, tuple(spans), (home,), text[slice(*span)]


def _joined(record: Record, evidence: Sequence[str]) -> _Home:
    """Join pieces of evidence, each under its title."""
    text = " ".join(_titled(record, piece) for piece in evidence)
    spans = tuple(sentence_spans(text))
    short = record.get("answers") or record.get("short_answers") or [""]
    return "", text, spans, tuple(range(len(spans))), short[0]


def _titled(record: Record, piece: str) -> str:
    titles = [p["title"] for p in record.get("passages", []) if piece in p["text"]]
    return f"{titles[0]}: {piece}" if titles and titles[0] else piece

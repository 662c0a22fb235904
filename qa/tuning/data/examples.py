"""Training examples for the evidence reader, from question records.

A record is one JSON object: {"question", "answers", "passages": [{"title", "text"}], "gold": [indices],
"answerable"}, gzipped JSONL or plain. `evidence` (the supporting sentence) is used where it is there.
"""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.sentences import Span, sentence_spans
from index.types import WellspringError
from qa.question.followups import standalone_question
from qa.tuning.data.noise import (
    changed_question,
    noisy_question,
    question_names,
    swapped_question,
    without_detail,
    worn_text,
)
from qa.types import Turn

# The shares below were chosen once and kept; see docs/experiments.md.
_KEEP_TITLE = 0.7  # of passages: a user's article may have a poor title or none
_CHANGE = 0.35  # of the questions: also asked about another year, month, name or the opposite
_DROP_GOLD = 0.15  # of the questions over single sentences: asked over the other sentences only
_CUT_GOLD = (
    0.2  # of the questions over paragraphs: also asked over the paragraph without its answer
)
_SWAP = 0.12  # of the questions over paragraphs: also asked about another name of the paragraph
_BARE_GOLD = (
    0.6  # of the answers that a sentence can do without: also asked over the paragraph without them
)
_NOISY, _WORN = 0.15, 0.12  # of the questions typed badly; of the passages translated badly
_LONG = 350  # characters; shorter passages are single sentences and are joined
_WORD = re.compile(r"\w+")
_KEYS = ("question", "answers", "passages", "gold", "answerable")

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with one passage. `gold` are the ranges that answer it; () when none does. `span` is a short answer."""

    question: str
    title: str
    text: str
    gold: tuple[Span, ...] = ()
    span: Span | None = None
    knows_span: bool = True  # False: the gold sentence is known, but no short answer in it


def read_records(
    files: Sequence[Path], complete: Callable[[Record], Record] = lambda line: line
) -> list[Record]:
    """Return the records of all files; `complete` makes a record of a line that has no passages.

    Raises `WellspringError` naming file and line for one that does not fit.
    """
    records = []
    for file in files:
        for number, line in enumerate(read_lines(file), 1):
            try:
                record = json.loads(line)
                record = (
                    record
                    if "passages" in record
                    else _of_answer(record)
                    if "short_answers" in record
                    else complete(record)
                )
                records.append({**record, **{key: record[key] for key in _KEYS}})
            except (ValueError, KeyError, TypeError) as error:
                raise WellspringError(
                    Problem.BAD_RECORD,
                    f"{file}:{number} is no question record ({error!r}). See `wellspring tune reader --help`.",
                ) from error
    return records


def _of_answer(record: Record) -> Record:
    """Return a record of a written answer over sentences as a question record without passages, which readers leave out."""
    return {
        **record,
        "answers": record["short_answers"],
        "passages": [],
        "gold": [],
        "answerable": True,
    }


def read_lines(file: Path) -> list[str]:
    """Return the lines of a JSONL file, gzipped or plain, without the empty ones at its end."""
    text = (
        gzip.decompress(file.read_bytes()).decode()
        if file.suffix == ".gz"
        else file.read_text("utf-8")
    )
    return text.rstrip().splitlines()


def examples(records: Sequence[Record], seed: int) -> list[Example]:
    """Return shuffled examples: gold passages, passages that do not answer, and questions changed so that none does."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    names = question_names(record["question"] for record in records)
    made = [example for record in records for example in _of_record(record, names, chance)]
    chance.shuffle(made)
    return made


def _of_record(record: Record, names: Sequence[str], chance: random.Random) -> Iterator[Example]:
    passages, gold = record["passages"], set(record["gold"])
    if not passages:
        return
    if (
        record.get("answer_type", "span") != "span"
        or record.get("answers") == ["yes"]
        or record.get("answers") == ["no"]
    ):
        return
    if len(passages) > 1 and max(len(p["text"]) for p in passages) < _LONG:
        yield from _of_sentences(record, chance)
        return
    others = [p for i, p in enumerate(passages) if i not in gold and len(p["text"]) > 40]
    if not record["answerable"]:
        chosen = passages[:1] + (
            [chance.choice(others[1:])] if len(others) > 1 and chance.random() < 0.5 else []
        )
        yield from (_plain(record, passage, chance) for passage in chosen)
        return
    yield from _of_paragraph(record, passages[home_of(record)], names, chance)
    if others:
        yield _plain(record, chance.choice(others), chance)


def _of_paragraph(
    record: Record, home: dict[str, str], names: Sequence[str], chance: random.Random
) -> Iterator[Example]:
    """Ask a question over the paragraph that answers it, over what is left without the answer, and changed so that it does not."""
    text = worn_text(home["text"], chance) if chance.random() < _WORN else home["text"]
    span = locate(record["question"], text, record["answers"], str(record.get("evidence") or ""))
    if span is None:
        return
    yield Example(_asked(record, chance), _title(home, chance), text, (span,), span)
    if chance.random() < _CUT_GOLD and (rest := _without_answer(text, span, record["answers"])):
        yield Example(_asked(record, chance), _title(home, chance), rest)
    if chance.random() < _BARE_GOLD and (bare := without_detail(text, *span)):
        yield Example(_asked(record, chance), _title(home, chance), bare)
    if chance.random() < _CHANGE and (
        changed := changed_question(record["question"], text, names, chance)
    ):
        yield Example(changed, _title(home, chance), text)
    if chance.random() < _SWAP and (swapped := swapped_question(record["question"], text, chance)):
        yield Example(swapped, _title(home, chance), text)


def home_of(record: Record) -> int:
    """Return the number of the first gold passage that holds an answer: of several, one may only lead to it."""
    answers = [answer.lower() for answer in record["answers"] if answer]
    holding = (
        n
        for n in record["gold"]
        if any(answer in record["passages"][n]["text"].lower() for answer in answers)
    )
    return int(next(holding, record["gold"][0]))


def _without_answer(text: str, span: Span, answers: Sequence[str]) -> str | None:
    """Return a text without the sentence of its answer; None when too little is left, or the answer stands there again."""
    rest = " ".join(text[a:b] for a, b in sentence_spans(text) if not (a <= span[0] < b))
    return (
        rest
        if len(rest) > 80 and not any(answer.strip() and answer in rest for answer in answers)
        else None
    )


def _asked(record: Record, chance: random.Random) -> str:
    """Return the question as people type it, a follow-up with the words that it points back to."""
    question = standalone_question(record["question"], turns_of(record.get("history", [])))
    return noisy_question(question, chance) if chance.random() < _NOISY else question


def _plain(record: Record, passage: dict[str, str], chance: random.Random) -> Example:
    return Example(_asked(record, chance), _title(passage, chance), passage["text"])


def _title(passage: dict[str, str], chance: random.Random) -> str:
    return passage.get("title", "").split(" - ")[0] if chance.random() < _KEEP_TITLE else ""


def _of_sentences(record: Record, chance: random.Random) -> Iterator[Example]:
    """Join passages that are single sentences to one passage, sometimes without the gold one."""
    order = [(i, p["text"].strip()) for i, p in enumerate(record["passages"]) if p["text"].strip()]
    if not record.get("sentence_selection"):
        chance.shuffle(order)
        if chance.random() < _DROP_GOLD:
            order = [(i, text) for i, text in order if i not in record["gold"]]
    joined, gold, span = "", [], None
    for i, text in order:
        if i in record["gold"]:
            gold.append((len(joined), len(joined) + len(text)))
            found = (
                None
                if record.get("sentence_selection")
                else locate(record["question"], text, record["answers"])
            )
            span = found and (len(joined) + found[0], len(joined) + found[1])
        joined += text + " "
    if gold or not record.get("sentence_selection"):
        yield Example(
            _asked(record, chance),
            "",
            joined,
            tuple(gold),
            span,
            knows_span=span is not None or not gold,
        )


def turns_of(history: Sequence[dict[str, str]]) -> list[Turn]:
    """Return the turns of a history of messages; a question without an answer gets an empty one."""
    turns: list[Turn] = []
    for message in history:
        if message["role"] == "user":
            turns.append(Turn(message["text"], ""))
        elif turns:
            turns[-1] = Turn(turns[-1].question, message["text"])
    return turns


def locate(question: str, text: str, answers: Sequence[str], evidence: str = "") -> Span | None:
    """Return the range of the first answer that stands in a text; of several places, the one in the sentence most like the question."""
    asked, spans = _words(question), sentence_spans(text)
    for answer in filter(None, (a.strip() for a in answers)):
        found = []
        for match in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", text):
            sentence = next((text[a:b] for a, b in spans if a <= match.start() < b), "")
            found.append(
                (len(asked & _words(sentence)) + 100 * (sentence[:60] in evidence), match.span())
            )
        if found:
            return max(found, key=lambda pair: pair[0])[1]
    return None


def answer_in(record: Record, text: str) -> tuple[list[Span], int, Span] | None:
    """Return the sentences of a text, the number of the one with an answer to a record, and the answer's range; None without one."""
    span = locate(record["question"], text, record["answers"], str(record.get("evidence") or ""))
    spans = sentence_spans(text)
    home = next(
        (number for number, (start, end) in enumerate(spans) if span and start <= span[0] < end),
        None,
    )
    return (spans, home, span) if span and home is not None else None


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}

"""Training examples for the evidence reader, from question records.

A record is one JSON object: {"question", "answers", "passages": [{"title", "text"}], "gold": [indices],
"answerable"}, gzipped JSONL or plain. `evidence` (the supporting sentence) is used where it is there.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.sentences import Span, sentence_spans
from index.types import WellspringError

# The shares below were chosen once and kept; see docs/experiments.md.
_KEEP_TITLE = 0.7  # of passages: a user's article may have a poor title or none
_CHANGE_YEAR, _CHANGE_NAME = 0.6, 0.22  # of questions with a year or a name, also asked with another
_DROP_GOLD = 0.15  # of the questions over single sentences: asked over the other sentences only
_LONG = 350  # characters; shorter passages are single sentences and are joined
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")
_WORD = re.compile(r"\w+")

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


def read_records(files: Sequence[Path]) -> list[Record]:
    """Return the records of all files; raises `WellspringError` naming file and line for one that does not fit."""
    records = []
    for file in files:
        text = gzip.decompress(file.read_bytes()).decode() if file.suffix == ".gz" else file.read_text("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            try:
                record = json.loads(line)
                records.append({**record, "passages": record["passages"], "gold": record["gold"], "question": record["question"]})
            except (ValueError, KeyError, TypeError) as error:
                raise WellspringError(
                    "bad_record", f"{file}:{number} is no question record ({error}). See `wellspring tune reader --help`."
                ) from error
    return records


def examples(records: Sequence[Record], seed: int) -> list[Example]:
    """Return shuffled examples: gold passages, passages that do not answer, and questions changed so that none does."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    names = [name for record in records for name in _NAME.findall(record["question"])]
    made = [example for record in records for example in _of_record(record, names, chance)]
    chance.shuffle(made)
    return made


def _of_record(record: Record, names: Sequence[str], chance: random.Random) -> Iterator[Example]:
    passages, gold = record["passages"], set(record["gold"])
    if record.get("answer_type", "span") != "span" or record.get("answers") == ["yes"] or record.get("answers") == ["no"]:
        return
    if len(passages) > 1 and max(len(p["text"]) for p in passages) < _LONG:
        yield from _of_sentences(record, chance)
        return
    others = [p for i, p in enumerate(passages) if i not in gold and len(p["text"]) > 40]
    if not record["answerable"]:
        chosen = passages[:1] + ([chance.choice(others[1:])] if len(others) > 1 and chance.random() < 0.5 else [])
        yield from (_plain(record, passage, chance) for passage in chosen)
        return
    home = passages[record["gold"][0]]
    span = locate(record["question"], home["text"], record["answers"], str(record.get("evidence") or ""))
    if span is None:
        return
    yield Example(record["question"], _title(home, chance), home["text"], (span,), span)
    if others:
        yield _plain(record, chance.choice(others), chance)
    if changed := _near_miss(record["question"], home["text"], names, chance):
        yield Example(changed, _title(home, chance), home["text"])


def _plain(record: Record, passage: dict[str, str], chance: random.Random) -> Example:
    return Example(record["question"], _title(passage, chance), passage["text"])


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
            found = None if record.get("sentence_selection") else locate(record["question"], text, record["answers"])
            span = found and (len(joined) + found[0], len(joined) + found[1])
        joined += text + " "
    if gold or not record.get("sentence_selection"):
        yield Example(record["question"], "", joined, tuple(gold), span, knows_span=span is not None or not gold)


def _near_miss(question: str, text: str, names: Sequence[str], chance: random.Random) -> str | None:
    """Change a year or a name of an answerable question into one that its passage does not hold."""
    if (years := _YEAR.findall(question)) and chance.random() < _CHANGE_YEAR:
        year = chance.choice(years)
        other = str(int(year) + chance.choice([-7, -4, -3, -2, -1, 1, 2, 3, 4, 6]))
    elif (known := [name for name in _NAME.findall(question) if name in text]) and chance.random() < _CHANGE_NAME:
        year, other = chance.choice(known), chance.choice(names)
    else:
        return None
    return None if other in text else question.replace(year, other)


def locate(question: str, text: str, answers: Sequence[str], evidence: str = "") -> Span | None:
    """Return the range of the first answer that stands in a text; of several places, the one in the sentence most like the question."""
    asked, spans = _words(question), sentence_spans(text)
    for answer in filter(None, (a.strip() for a in answers)):
        found = []
        for match in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", text):
            sentence = next((text[a:b] for a, b in spans if a <= match.start() < b), "")
            found.append((len(asked & _words(sentence)) + 100 * (sentence[:60] in evidence), match.span()))
        if found:
            return max(found, key=lambda pair: pair[0])[1]
    return None


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}

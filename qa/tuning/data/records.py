"""Question records: read from files, and where in their passages the answer stands.

A record is one JSON object: {"question", "answers", "passages": [{"title", "text"}],
"gold": [indices], "answerable"}, gzipped JSONL or plain. `evidence` (the supporting sentence) is
used where it is there.
"""

import gzip
import json
import re
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.sentences import Span, sentence_spans
from index.types import WellspringError
from qa.types import Turn

_WORD = re.compile(r"\w+")
_KEYS = ("question", "answers", "passages", "gold", "answerable")
_EVIDENCE = 60  # characters by which the supporting sentence is known
_SUPPORTED = 100  # words that a sentence would have to share with the question to outweigh that

Record = dict[str, Any]


def read_records(
    files: Sequence[Path], complete: Callable[[Record], Record] = lambda line: line
) -> list[Record]:
    """Return the records of all files; `complete` makes a record of a line without passages.

    Raises `WellspringError` naming file and line for one that does not fit.
    """
    return [
        _record(line, f"{file}:{number}", complete)
        for file in files
        for number, line in enumerate(read_lines(file), 1)
        if line.strip()
    ]


def _record(line: str, place: str, complete: Callable[[Record], Record]) -> Record:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise TypeError(f"{type(record).__name__} instead of an object")
        if "passages" not in record:
            record = _of_answer(record) if "short_answers" in record else complete(record)
        return {**record, **{key: record[key] for key in _KEYS}}
    except (ValueError, KeyError, TypeError) as error:
        told = f"{place} is no question record ({error!r}). See `wellspring tune reader --help`."
        raise WellspringError(Problem.BAD_RECORD, told) from error


def _of_answer(record: Record) -> Record:
    """Return a record of a written answer over sentences as a question record.

    It has no passages, so that readers leave it out.
    """
    nothing = {"passages": [], "gold": [], "answerable": True}
    return {**record, "answers": record["short_answers"], **nothing}


def read_lines(file: Path) -> list[str]:
    """Return the lines of a JSONL file, gzipped or plain, without the empty ones at its end.

    Raises `WellspringError` for a file that is cut off, or no text.
    """
    opened = gzip.open if file.suffix == ".gz" else open
    try:
        with opened(file, "rt", encoding="utf-8") as stream:
            text = stream.read().rstrip()
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError) as error:
        told = f"{file} cannot be read ({error}). Give a whole file of JSON lines in UTF-8."
        raise WellspringError(Problem.BAD_RECORD, told) from error
    # Not `splitlines`: a text may have U+2028 and its like, which JSON leaves as they are.
    return text.split("\n") if text else []


def home_of(record: Record) -> int:
    """Return the number of the first gold passage that holds an answer.

    Of several, one may only lead to it.
    """
    answers = [answer.lower() for answer in record["answers"] if answer]
    for number in record["gold"]:
        text = record["passages"][number]["text"].lower()
        if any(answer in text for answer in answers):
            return int(number)
    return int(record["gold"][0])


def turns_of(history: Sequence[dict[str, str]]) -> list[Turn]:
    """Return the turns of a history of messages; a question without an answer gets an empty one."""
    turns: list[Turn] = []
    for message in history:
        if message["role"] == "user":
            turns.append(Turn(message["text"], ""))
        elif turns:
            turns[-1] = Turn(turns[-1].question, message["text"])
    return turns


def span_in(record: Record, text: str) -> Span | None:
    """Return the range in a text of an answer to a record."""
    evidence = str(record.get("evidence") or "")
    return locate(record["question"], text, record["answers"], evidence)


def locate(question: str, text: str, answers: Sequence[str], evidence: str = "") -> Span | None:
    """Return the range of the first answer that stands in a text.

    Of several places, the one in the sentence most like the question, or in the evidence.
    """
    asked, spans = _words(question), sentence_spans(text)

    def likeness(place: Span) -> int:
        """Count the words that the sentence at a place shares with the question."""
        sentence = next((text[a:b] for a, b in spans if a <= place[0] < b), "")
        shared = len(asked & _words(sentence))
        return shared + _SUPPORTED * (sentence[:_EVIDENCE] in evidence)

    for answer in filter(None, (answer.strip() for answer in answers)):
        found = re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", text)
        if places := [match.span() for match in found]:
            return max(places, key=likeness)
    return None


def answer_in(record: Record, text: str) -> tuple[list[Span], int, Span] | None:
    """Return a text's sentences, the number of the one that answers, and the answer's range.

    None where no answer to the record stands in the text.
    """
    span, spans = span_in(record, text), sentence_spans(text)
    for number, (start, end) in enumerate(spans):
        if span and start <= span[0] < end:
            return spans, number, span
    return None


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}

"""Read what a model wrote: its sentences and items, each with the marks that it put there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.sentences import sentence_spans
from qa.writing.chat.asking import NOT_SAID

MOST = 16  # sentences of an answer that are looked at
_LONGEST = 80  # words of a sentence: twice those of the longest quote
_ROUND, _ROUNDS = 24, 4  # characters that stand in an answer so often
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.S | re.I)
_FENCE = re.compile(r"^\s*```\w*\s*$", re.M)
_BULLET = re.compile(r"\s*(?:[-*•·‣–]|\(?\d{1,2}[.)])\s+(?=\S)")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_NUMBERS = r"\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*"
_MARK = re.compile(rf"\s*[\[【]({_NUMBERS})[\]】]")
_LATE = re.compile(rf"([.!?。！？]+[\"'”’)]*)((?:\s*[\[【]{_NUMBERS}[\]】])+)[.。]?")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\s]*\)")
_DECLINES = re.compile(
    rf"\W*(?:{NOT_SAID}\b|(?:I(?:'m| am) sorry|unfortunately)?\W*(?:the|these|this|none)\b.{{0,40}}"
    r"\b(?:do(?:es)? not|don't|doesn't|cannot|no)\b.{0,20}"
    r"\b(?:say|answer|mention|state|contain|provide|specify|include|information))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or an item of a list as a model wrote it, with the numbers of its marks."""

    text: str
    marks: tuple[int, ...] = ()
    listed: bool = False


def declines(written: str) -> bool:
    """Tell whether a model says that the sentences do not answer."""
    return bool(_DECLINES.match(_THOUGHT.sub("", written).strip()))


def goes_round(written: str) -> bool:
    """Tell whether a model says the same over and over, as small ones do without an end."""
    return written.count(written[-_ROUND:]) >= _ROUNDS if len(written) > _ROUND * _ROUNDS else False


def sentences_of(written: str) -> list[Said]:
    """Return the sentences of an answer, without what a chat puts around them.

    What only leads to what follows is no sentence of it: "Here is the list:".
    """
    text = _FENCE.sub("", _THOUGHT.sub("", written))
    said = (one for line in text.splitlines() for one in _of_line(line))
    return [one for one, _ in zip(said, range(MOST), strict=False)]


def _of_line(line: str) -> Iterator[Said]:
    bullet = _BULLET.match(line)
    line = _HEADING.sub("", line[bullet.end() :] if bullet else line, count=1)
    line = _LINK.sub(r"\1", _EMPHASIS.sub(r"\2", line)).strip()
    line = _LATE.sub(r"\2\1", line)
    for start, end in sentence_spans(line):
        sentence = line[start:end]
        marks = tuple(number for mark in _MARK.finditer(sentence) for number in _read(mark[1]))
        bare = _MARK.sub("", sentence).strip()
        if any(map(str.isalnum, bare)) and not bare.endswith((":", "：")):
            yield Said(bare, tuple(dict.fromkeys(marks)), bool(bullet))


def is_too_long(said: Said) -> bool:
    """Tell whether a sentence is longer than any that is shown."""
    return len(said.text.split()) > _LONGEST or len(said.text) > 10 * _LONGEST


def _read(numbers: str) -> Iterator[int]:
    """Yield the numbers of a mark: 1, 2; all between the two of a range."""
    for part in re.split(r"[,;]", numbers):
        first, *last = (int(number) for number in re.findall(r"\d+", part)[:2])
        yield from range(first, min(last[0], first + 9) + 1) if last else [first]

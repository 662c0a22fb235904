"""Sections of a text: what stands below a heading, in Markdown or on a short line of its own."""

import re
from dataclasses import dataclass
from itertools import pairwise

from index.sentences import Span
from qa.text.inflection import lemmas
from qa.text.rows import is_row
from qa.text.words import content_words, stem

_LINE = re.compile(r"^[^\n]+$", re.M)
_EMPTY = re.compile(r"[ \t]*\n[ \t]*\n")
_MARKED = re.compile(r"#{1,6}[ \t]+\S")
# A line between empty ones, or above a text, that is no sentence: "2. Production".
_PLAIN = re.compile(r"(?:\d{1,2}[.)] )?[\"'“‘]?[A-ZÀ-Þ0-9][^\n]{1,68}[^\s.:;,!]")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the range of what stands below it up to the next one."""

    name: str
    start: int
    end: int


def sections(text: str) -> list[Section]:
    """Return the sections of a text in order; what stands above the first heading is none."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    heads = [span for before, span in pairwise([(0, 0), *lines]) if _is_heading(text, before, span)]
    ends = [*(start for start, _ in heads[1:]), len(text)][: len(heads)]
    return [
        Section(text[a:b].strip(" #*_\t"), b, end)
        for (a, b), end in zip(heads, ends, strict=True)
        if text[b:end].strip()
    ]


def _is_heading(text: str, before: Span, span: Span) -> bool:
    line = text[slice(*span)].strip()
    if _MARKED.match(line):
        return True
    alone = before[1] == 0 or "\n\n" in re.sub(r"[ \t]", "", text[before[1] : span[0]])
    followed = bool(_EMPTY.match(text, span[1]))
    return alone and followed and bool(_PLAIN.fullmatch(line)) and not is_row(line)


def matched(words: set[str], text: str) -> set[str]:
    """Return those of some words that a text has in a form of theirs."""
    told = content_words(text)
    forms = {form for word in told for form in lemmas(word)}
    stems = {stem(word) for word in told}
    return {
        word for word in words if lemmas(word) & forms or (len(word) > 5 and stem(word) in stems)
    }

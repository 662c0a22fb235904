"""Find the sentences of a text, as character ranges.

Borders within a line come from `sentencex` (Wikimedia's splitter, which knows "U.S." and
"3.5 billion"); line ends are borders too, unless the text is hard-wrapped.
"""

import re

import sentencex

from index.language.english import CODE
from index.language.english.questions import ANSWER_LABEL, ASKING_LABEL, BEGINS_QUESTION

Span = tuple[int, int]

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_LIST_ITEM = re.compile(r"\s*(?:[-*•#>|]|\d+[.)]\s)")
_ALIGNED = re.compile(r"\S {3,}\S.*\S {2,}\S")
_ITEM_MARK = re.compile(
    r"[\s#>*_-]*(?:\d{1,4}|[a-z]|[A-Z]|[ivxlc]{2,7}|[IVXLC]{2,7})(?:\.\w{1,3})*[.)]\s*"
)
_ASKED = re.compile(r"[?？][\s*_\"”’)]*$")
_MARKS = re.compile(r"[\s#>*_•\"“-]*(?:\d{1,3}[.)]\s)?[\s*_]*")
_QUESTION = 12  # words of a line that only asks; a longer one begins as a question
_WRAP_COLUMN = 100  # a block with a longer line was not wrapped by hand


def sentence_spans(text: str) -> list[Span]:
    """Return the (start, end) of every sentence in order, without surrounding white space.

    Pieces without a letter or digit join the sentence before them, so that every character
    that is not white space lies in exactly one span.
    """
    spans: list[Span] = []
    for start, end in _lines(text):
        for span in _split_line(text, start, end):
            _append(spans, text, span)
    return spans


def is_aligned(line: str) -> bool:
    """Tell whether a line is a row of a table whose columns are aligned with spaces."""
    return bool(_ALIGNED.search(line))


def is_question(line: str) -> bool:
    """Tell whether a line only asks something, as it stands over its answer.

    It proves nothing by itself.
    """
    if not _ASKED.search(line):
        return False
    bare = line[_MARKS.match(line).end() :]  # type: ignore[union-attr]
    asks = ASKING_LABEL.match(bare) or BEGINS_QUESTION.match(bare)
    return bool(asks) or len(bare.split()) <= _QUESTION


def _lines(text: str) -> list[Span]:
    """Return the ranges that no sentence crosses: lines, or whole blocks of hard-wrapped lines."""
    ranges: list[Span] = []
    for block in _BLOCK.finditer(text):
        lines = [
            (m.start() + block.start(), m.end() + block.start())
            for m in re.finditer(r"[^\n]+", block.group())
        ]
        widest = max(end - start for start, end in lines)
        for start, end in lines:
            follows = bool(ranges) and ranges[-1][1] + 1 == start
            if follows and _continues(text, ranges[-1], (start, end), widest):
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((start, end))
    return ranges


def _continues(text: str, before: Span, line: Span, widest: int) -> bool:
    """Tell whether a line goes on with the sentence of the line before, in hard-wrapped text."""
    previous = text[before[0] : before[1]].rsplit("\n", 1)[-1]
    if widest > _WRAP_COLUMN or len(previous) < max(30, 0.7 * widest):
        return False
    following = text[line[0] : line[1]]
    if is_aligned(previous) or is_aligned(following) or _answers(previous, following):
        return False
    return not _LIST_ITEM.match(following) and not previous.lstrip().startswith(("#", "|"))


def _answers(previous: str, following: str) -> bool:
    return bool(_ASKED.search(previous) or ANSWER_LABEL.match(following))


def _split_line(text: str, start: int, end: int) -> list[Span]:
    line = text[start:end].replace("\n", " ")
    if line.count("|") >= 2:
        return [(start, end)]
    borders = sentencex.get_sentence_boundaries(CODE, line)
    spans = [(start + b["start_index"], start + b["end_index"]) for b in borders]
    if len(spans) > 1 and _ITEM_MARK.fullmatch(text[slice(*spans[0])]):
        spans[:2] = [(spans[0][0], spans[1][1])]  # "2." is the mark of the item behind it
    return spans


def _append(spans: list[Span], text: str, span: Span) -> None:
    piece = text[span[0] : span[1]]
    if not piece.strip():
        return
    start = span[0] + len(piece) - len(piece.lstrip())
    end = span[0] + len(piece.rstrip())
    if spans and not any(char.isalnum() for char in piece):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))

"""Find the sentences of a text, as character ranges.

Borders within a line come from `sentencex` (Wikimedia's splitter, which knows "U.S." and
"3.5 billion"); line ends are borders too, unless the text is hard-wrapped. A line in another
language than English is cut only where its own rules cut it, too: "15. Mai" is no end in German.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, partial

import sentencex

from index.identifying import language_of
from index.language.east_asian import AFTER_QUOTE, CHARACTER, CLOSING, CLOSING_QUOTE, OPENING, STOP
from index.language.english import CODE
from index.language.english.questions import ANSWER_LABEL, ASKING_LABEL, BEGINS_QUESTION
from index.language.room import Room
from index.language.rooms import EUROPEAN

Span = tuple[int, int]

_BLOCK = re.compile(r"(?m:^)(?:[^\S\n]*+\S[^\n]*+(?:\n|\Z))+")
_QUOTES_AND_STOPS = re.compile(rf"[{OPENING}{CLOSING}]|{STOP.pattern}")
_LIST_ITEM = re.compile(r"\s*(?:[-*•#>|]|\d+[.)]\s)")
_ALIGNED = re.compile(r"\S {3,}\S.*\S {2,}\S")
_ITEM_MARK = re.compile(
    r"[\s#>*_-]*(?:\d{1,4}|[a-z]|[A-Z]|[ivxlc]{2,7}|[IVXLC]{2,7})(?:\.\w{1,3})*[.)]\s*"
)
_ASKED = re.compile(r"[?？][\s*_\"”’)]*$")
_MARKS = re.compile(r"[\s#>*_•\"“-]*(?:\d{1,3}[.)]\s)?[\s*_]*")
_QUESTION = 12  # words of a line that only asks; a longer one begins as a question
_WORD = re.compile(r"[\s\W_]*?([^\W_]\w*)")
# Characters of a line: of a shorter one the language is that of the text, more are not looked at.
_SHORT, _TELLING = 30, 300
_PIECE = 1000  # characters of a line
_ENDING = 40  # characters before a border that tell whether it is none
_WRAP_COLUMN = 100  # a block with a longer line was not wrapped by hand


def sentence_spans(text: str) -> list[Span]:
    """Return the (start, end) of every sentence in order, without surrounding white space.

    Pieces without a letter or digit join the sentence before them, so that every character
    that is not white space lies in exactly one span.
    """
    spans: list[Span] = []
    around = cache(partial(language_of, text))
    for start, end in _lines(text):
        for span in _split_line(text, start, end, around):
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


def _split_line(text: str, start: int, end: int, around: Callable[[], str]) -> list[Span]:
    line = text[start:end].replace("\n", " ")
    if line.count("|") >= 2:
        return [(start, end)]
    east_asian = bool(CHARACTER.search(line))
    borders = [] if east_asian else _borders(CODE, line)
    if east_asian:
        stops = list(_stops(line))
        ends = (*_in_pieces(line, set(stops)), *stops)
        borders = sorted({_behind_quotes(line, at) for at in ends} - {0})
    elif len(borders) > 1:
        language = (len(line) > _SHORT and language_of(line[:_TELLING])) or around()
        borders = borders if language in ("", CODE) else _in_language(language, line, borders)
    if len(borders) > 1 and _ITEM_MARK.fullmatch(line[: borders[0]]):
        del borders[0]  # "2." is the mark of the item behind it
    starts = [0, *borders[:-1]]
    return [(start + a, start + b) for a, b in zip(starts, borders, strict=True)]


def _borders(language: str, line: str) -> list[int]:
    """Return where the sentences of a line end by the rules of a language."""
    return [b["end_index"] for b in sentencex.get_sentence_boundaries(language, line)]


def _in_language(language: str, line: str, borders: Sequence[int]) -> list[int]:
    """Return those of the English borders of a line that are borders in its own language."""
    room, own = EUROPEAN.get(language), set(_borders(language, line))
    kept = [at for at in borders if at in own]
    return [at for at in kept if at == len(line) or not room or _parts(room, line, at)]


def _parts(room: Room, line: str, at: int) -> bool:
    """Tell whether a sentence can end at a place: behind no abbreviation, before no small letter.

    A number with a stop is one of an order before anything but a function word.
    """
    following = _WORD.match(line, at)
    if not following or following[1][0].islower():
        return not following
    ended = room.no_end.search(line[max(0, at - _ENDING) : at])
    return not ended or (
        ended.group().rstrip()[-2].isdigit() and following[1].lower() in room.function
    )


def _in_pieces(line: str, stops: Set[int]) -> list[int]:
    """Return the borders of a line of Chinese or Japanese, a piece of it at a time.

    The splitter takes the square of the length of such text. Pieces end at the stops, but a long
    quote within it.
    """
    borders, start = [], 0
    for found in STOP.finditer(line):
        end = found.end()
        if end - start > (_PIECE if end in stops else 4 * _PIECE):
            borders += [start + at for at in _borders(CODE, line[start:end])[:-1]]
            start = end
    return borders + [start + at for at in _borders(CODE, line[start:])]


def _stops(line: str) -> Iterator[int]:
    """Yield where the stops of Chinese or Japanese end, but for those in quotes or brackets."""
    depths = [0] * len(OPENING)
    for found in _QUOTES_AND_STOPS.finditer(line):
        if found[0] in OPENING:
            depths[OPENING.index(found[0])] += 1
        elif found[0] in CLOSING:
            depths[CLOSING.index(found[0])] -= 1
        elif max(depths) <= 0:
            yield found.end()


def _behind_quotes(line: str, at: int) -> int:
    """Return where Chinese or Japanese ends a sentence that seems to end at a place.

    That is behind the quotes that close there; 0 where it goes on behind them: “好的。”他说。
    """
    while at < len(line) and line[at] in CLOSING_QUOTE:
        at += 1
    return 0 if line[at - 1] in CLOSING_QUOTE and AFTER_QUOTE.match(line, at) else at


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

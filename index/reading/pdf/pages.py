"""A PDF page cut into its parts: what is not seen left out, entries of forms put in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from index.cleaning.cleaning import Change
from index.reading.pdf.layout.grid import ruled_tables
from index.reading.pdf.layout.regions import Part, Text, parts_of
from index.reading.pdf.layout.rows import Row, rows_of
from index.reading.pdf.lines import Page
from index.reading.pdf.page.drawing import Drawing, drawing_of
from index.reading.pdf.page.fields import fields_of
from index.reading.pdf.page.marks import drawn_marks, struck_words
from index.reading.pdf.page.view import Box, View, view_of
from index.reading.pdf.page.word import Word
from index.reading.pdf.page.words import words_of

_HIDDEN = "hidden: no ink shows it"
_STRUCK = "struck out"
_TWICE = "drawn twice"
_SHADOW = 0.25  # of the size of letters; so near is a word drawn over another
_OVER = 0.5  # of its own width; and so near, for letters side by side are not
_OUTSIDE = "hidden: outside the page"
_NOTE = 0.92  # of the usual size of letters; a note at the foot of a page is no larger
_QUARTERS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a page as it is read, those that are turned otherwise, and what is drawn."""

    rows: list[Row]
    aside: list[list[Row]]
    drawing: Drawing
    width: float
    changes: list[Change]

    @property
    def is_picture(self) -> bool:
        """Tell whether something is drawn, but nothing written."""
        drawn = self.drawing.pictures or self.drawing.level or self.drawing.grounds
        return not self.rows and not self.aside and bool(drawn)


def sheet_of(page: Any, form: Any) -> Sheet:
    """Read a page."""
    view = view_of(page)
    text_page = page.get_textpage()
    try:
        words = words_of(text_page.raw, view)
        main = _main_turn(words)
        if main:
            view = replace(view, quarters=(view.quarters + main // 90) % 4)
            words = words_of(text_page.raw, view)
    finally:
        text_page.close()
    drawing = drawing_of(page.raw, view)
    changes: list[Change] = []
    marks = list(drawn_marks(drawing.dots, words))
    words = [*_seen(words, drawing, view, changes), *marks]
    words += fields_of(page.raw, form, view, words, changes)
    turns: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        turns[word.turned].append(word)
    sideways = sorted(filter(None, turns), key=lambda turn: turns[turn][0].order)
    aside = [_lines(turns[turn], turn) for turn in sideways]
    left = min((word.left for word in turns[0]), default=0.0)
    right = max((word.right for word in turns[0]), default=0.0)
    limit = max(view.size[0] - left, right)
    rows = [_once(row, changes) for row in rows_of(turns[0])]
    return Sheet(rows, aside, drawing, limit, changes)


def _once(row: Row, changes: list[Change]) -> Row:
    """Return a row without the words that are drawn twice, to look bold or to throw a shadow."""
    words = row.words
    twice = {id(b) for a, b in pairwise(words) if _covers(a, b)}
    if not twice:
        return row
    told = " ".join(word.text for word in words if id(word) in twice)
    changes.append(Change(_TWICE, told, "(read once)"))
    return Row([word for word in words if id(word) not in twice])


def _covers(word: Word, other: Word) -> bool:
    if word.text != other.text:
        return False
    return other.left - word.left < min(_SHADOW * word.size, _OVER * (word.right - word.left))


def _main_turn(words: Sequence[Word]) -> int:
    """Return how far most words are turned, in quarters, as on a page that lies on its side."""
    turns = Counter(word.turned for word in words if word.turned in _QUARTERS)
    return turns.most_common(1)[0][0] if turns else 0


def _lines(words: list[Word], turn: int) -> list[Row]:
    """Return the lines of words that are turned; askew ones as the file draws them."""
    return rows_of(words) if turn in _QUARTERS else [Row(words)]


def _seen(words: list[Word], drawing: Drawing, view: View, changes: list[Change]) -> list[Word]:
    """Return the words that a page shows; the others are listed.

    Text without ink over a picture is what text recognition read there. White letters show on a
    ground or picture.
    """
    width, height = view.size
    hidden: dict[str, list[str]] = defaultdict(list)
    struck = struck_words(drawing.level, words)
    seen: list[Word] = []
    for word in words:
        x, y = _place(word) if word.turned else word.middle
        if not (-1 <= x <= width + 1 and -1 <= y <= height + 1):
            hidden[_OUTSIDE].append(word.text)
        elif id(word) in struck:
            hidden[_STRUCK].append(word.text)
            if seen and seen[-1].base == word.base and seen[-1].right < word.left:
                seen[-1].right = word.right  # where it stood is no gap between columns
        elif (word.unseen and not _within(drawing.pictures, x, y)) or (
            word.white and not _within([*drawing.grounds, *drawing.pictures], x, y)
        ):
            hidden[_HIDDEN].append(word.text)
        else:
            seen.append(word)
    changes += [Change(rule, " ".join(texts), "") for rule, texts in hidden.items()]
    return seen


def _place(word: Word) -> tuple[float, float]:
    """Return where on the page the middle of a word is."""
    x, y = word.middle
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(word.turned, (x, y))


def _within(boxes: Sequence[Box], x: float, y: float) -> bool:
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def usual_size(sheets: Sequence[Sheet]) -> float:
    """Return the size that most letters of a document have."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            letters[round(row.main.size, 1)] += len(row.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def page_of(sheet: Sheet, left_out: set[int], size: float) -> Page:
    """Cut a page into its parts, without the lines that are left out."""
    rows = [row for row in sheet.rows if id(row) not in left_out]
    notes = list(_notes(rows, size))
    body = [word for row in rows[: len(rows) - len(notes)] for word in row.words]
    tables, rest = ruled_tables(sheet.drawing, body)
    parts = parts_of([*tables, *rest], sheet.drawing.level)
    aside: list[Part] = [Text(lines) for lines in sheet.aside]
    return Page(parts, [*([Text(notes)] if notes else []), *aside], sheet.width)


def _notes(rows: Sequence[Row], size: float) -> Iterator[Row]:
    """Yield the notes at the foot of a page: small letters below all others, from a number on."""
    small = 0
    while small < len(rows) and rows[-1 - small].main.size <= _NOTE * size:
        small += 1
    found = list(rows[len(rows) - small :]) if small < len(rows) else []
    marked = bool(found) and (not found[0].text[:1].isalpha())
    yield from found if marked else []

"""Which lines of a PDF go on with the paragraph of the line before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.language.english.words import UNFINISHED
from index.reading.pdf.hyphens import BREAKS
from index.reading.pdf.layout.regions import Part, Text
from index.reading.pdf.layout.rows import Row
from index.reading.pdf.layout.stripes import LIST_MARK
from index.reading.pdf.layout.table import Table

_WIDER = 1.25  # times the usual distance of lines; so far apart are paragraphs
_USUAL = 1.25  # the usual distance of lines of letters of size 1, where nothing tells it
_OTHER_SIZE = 1.12  # times the size of the line above
_INDENT = 0.8  # of the size of letters
_SPACE = 0.2  # of the size of letters
_SAME = 3.0  # points; lines that begin so near each other are of one column
_WRAPPED = 0.5  # share of the lines of a column that no further word fits in
_ALL_BUT_FULL = 0.85  # of the width of a column; such a line without an end goes on
_SHORT = 0.35  # of the width; a shorter line is one of a list or a poem
_ENDS = tuple(".!?:;…。！？")
_DASHES = ("–", "-")
_CLOSING = "'\"’”»)]"


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page in the order of reading, its notes, and how far its lines could reach."""

    parts: Sequence[Part]
    notes: Sequence[Part]
    limit: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line with how far it could reach, and how far it usually is to the next."""

    row: Row
    limit: float
    step: float
    part: int
    page: int


def lines_of(pages: Sequence[Page]) -> Iterator[list[Line | Table]]:
    """Yield the lines and tables of each page."""
    texts = [part for page in pages for part in page.parts if isinstance(part, Text)]
    reach = _reach(texts)
    usual = median([_step(part) for part in texts if len(part.rows) > 1] or [_USUAL])
    count = 0
    for number, page in enumerate(pages):
        items: list[Line | Table] = []
        for part in page.parts:
            count += 1
            if isinstance(part, Table):
                items.append(part)
                continue
            own = max(row.right for row in part.rows)
            limit = own if _is_wrapped(part) else reach.get(_place(part), page.limit)
            step = _step(part) if len(part.rows) > 2 else usual
            place = max(limit, own), min(step, 1.3 * usual), count, number
            items += [Line(row, *place) for row in part.rows]
        yield items


def _reach(texts: Sequence[Text]) -> dict[int, float]:
    """Return how far lines reach that begin at a place, where columns tell it."""
    found: dict[int, float] = {}
    for part in texts:
        if _is_wrapped(part):
            right = max(row.right for row in part.rows)
            found[_place(part)] = max(found.get(_place(part), 0.0), right)
    return found


def _place(part: Text) -> int:
    return round(min(row.left for row in part.rows) / _SAME)


def _is_wrapped(part: Text) -> bool:
    """Tell whether most lines end because the next word does not fit in."""
    right = max(row.right for row in part.rows)
    full = [_is_full(row, below, right) for row, below in pairwise(part.rows) if row.right < right]
    return len(full) > 1 and sum(full) >= _WRAPPED * len(full)


def _is_full(row: Row, below: Row, limit: float) -> bool:
    word = below.words[0]
    return row.right + _SPACE * word.size + (word.right - word.left) > limit


def _step(part: Text) -> float:
    """Return the usual distance of the lines of a part, of the size of its letters."""
    steps = [
        (below.main.base - row.main.base) / row.main.size for row, below in pairwise(part.rows)
    ]
    return median(steps) if steps else _USUAL


def goes_on(last: Line, line: Line) -> bool:
    """Tell whether a line goes on with the paragraph of the line before."""
    before, row = last.row, line.row
    if _is_other(before, row) or _is_item(last, row):
        return False
    ends = _ends(before.text)
    small = row.text[:1].islower()
    full = _is_full(before, row, last.limit)
    if last.part != line.part:
        over = last.page != line.page  # a column beside may be of another text
        return (full and (over or not ends)) or (small and not ends)
    if before.text.endswith(BREAKS) and small:
        return True
    if _is_far(last, line):
        return False
    if before.text.endswith(BREAKS) or before.words[-1].text in UNFINISHED:
        return True
    size = row.main.size
    listed = LIST_MARK.fullmatch(before.words[0].text)
    indented = row.left - before.left > _INDENT * size and ends and not listed
    share = (before.right - before.left) / max(1.0, last.limit - before.left)
    wide = share >= (_SHORT if small else _ALL_BUT_FULL)
    return not indented and (full or (not ends and wide))


def _is_item(last: Line, row: Row) -> bool:
    """Tell whether a line begins with the mark of a list; a dash may stand in a sentence, too."""
    mark, before = row.words[0].text, last.row
    if mark not in _DASHES:
        return LIST_MARK.fullmatch(mark) is not None
    listed = before.words[0].text == mark or _ends(before.text)
    return listed or not _is_full(before, row, last.limit)


def is_apart(last: Line, line: Line) -> bool:
    """Tell whether a line that begins a paragraph is further from the one before than usual."""
    if _is_other(last.row, line.row):
        return True
    return _is_far(last, line) if last.part == line.part else last.page == line.page


def _is_far(last: Line, line: Line) -> bool:
    return line.row.main.base - last.row.main.base > _WIDER * last.step * last.row.main.size


def _is_other(before: Row, row: Row) -> bool:
    """Tell whether two lines differ in letters, as a heading does from its text."""
    one, other = sorted((before.main.size, row.main.size))
    return other > _OTHER_SIZE * one or before.bold is not row.bold


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)

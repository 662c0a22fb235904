"""Running heads and feet: lines at the edge of pages that come again, and numbers of pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.cleaning.cleaning import Change
from index.language.european import PAGE_WORDS
from index.reading.pdf.layout.rows import Row

RUNNING_HEAD = "running head: pages have this line over and over, the first keeps it"
PAGE_NUMBER = "page number: it counts the pages"
_PAGES = 3  # a line on fewer pages may be text
_DENSE = 0.45  # share of the pages between first and last that have the line: every second one
_COUNTING = 0.8  # share of the pages on which a number counts them
_DEPTH = 4  # lines of a running head, at most
_APART = 1.25  # times the distance within the head; so far is the text from a head of lines
_SAME_HEIGHT = 2.0  # points
_NUMBER = re.compile(r"\d+|(?<![^\W_])[ivxlc]+(?![^\W_])")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the edge of a page, with its numbers set apart."""

    page: int
    row: Row
    text: str
    pattern: str
    numbers: tuple[int, ...]


@dataclass(slots=True)
class Running:
    """What runs: rows to leave out by page, lines kept once elsewhere with their page, changes."""

    left_out: list[set[int]]
    kept: list[tuple[str, int]]
    changes: list[Change]
    offsets: set[int] = field(default_factory=set)  # by which numbers of pages differ from theirs


def running_lines(pages: Sequence[Sequence[Row]]) -> Running:
    """Find the running heads and feet of pages, given the lines of each from top to bottom.

    A head stays where it stands on the first page; what runs else is kept once, for the end of the
    text. Numbers of pages go.
    """
    found = Running([set() for _ in pages], [], [])
    said: set[str] = set()
    for foot in (False, True):
        edges = [list(reversed(rows)) if foot else list(rows) for rows in pages]
        for depth in range(_DEPTH):
            layer = [
                _edge(page, rows[depth])
                for page, rows in enumerate(edges)
                if len(rows) > depth
                and (not page or all(id(row) in found.left_out[page] for row in rows[:depth]))
            ]
            running = [edge for edge in layer if _stands_apart(edges[edge.page], depth)]
            for group in _groups(running, len(pages)):
                _leave_out(found, group, said, foot)
    _leave_out_numbers(found, pages)
    return found


def _leave_out_numbers(found: Running, pages: Sequence[Sequence[Row]]) -> None:
    """Leave out numbers of pages that stand at another place than most, as below a chapter."""
    for page, rows in enumerate(pages):
        rest = [row for row in rows if id(row) not in found.left_out[page]]
        for row in rest[:1] + rest[-1:]:
            edge = _edge(page, row)
            if edge.pattern == "#" and edge.numbers[0] - page in found.offsets and len(rest) > 1:
                found.left_out[page].add(id(row))
                found.changes.append(Change(PAGE_NUMBER, edge.text, ""))


def _edge(page: int, row: Row) -> _Edge:
    text = row.text
    written = _NUMBER.findall(text)
    return _Edge(page, row, text, _NUMBER.sub("#", text), tuple(map(_value, written)))


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _stands_apart(rows: Sequence[Row], depth: int) -> bool:
    """Tell whether a second line is of the head: the text is further from it than the first."""
    if not depth or len(rows) <= depth + 1:
        return True
    bases = [row.main.base for row in rows]
    within = max(abs(bases[at] - bases[at - 1]) for at in range(1, depth + 1))
    ahead = [abs(bases[at + 1] - bases[at]) for at in range(depth, min(_DEPTH, len(bases) - 1))]
    return any(step > _APART * within for step in ahead[:2])


def _groups(layer: Sequence[_Edge], pages: int) -> Iterator[list[_Edge]]:
    """Yield the lines that run: alike but for numbers that count the pages."""
    alike: dict[str, list[_Edge]] = defaultdict(list)
    for edge in layer:
        alike[edge.pattern].append(edge)
    for edges in alike.values():
        counting = _counting(edges)
        same: dict[tuple[int, ...], list[_Edge]] = defaultdict(list)
        for edge in edges:
            pairs = zip(edge.numbers, counting, strict=True)
            same[tuple(number for number, counts in pairs if not counts)].append(edge)
        for group in same.values():
            if _runs(group, any(counting), pages):
                yield group


def _counting(edges: Sequence[_Edge]) -> list[bool]:
    """Tell of each number of lines that are alike whether it rises with the pages."""
    found = []
    for numbers in zip(*(edge.numbers for edge in edges), strict=True):
        pairs = zip(numbers, edges, strict=True)
        offsets = Counter(number - edge.page for number, edge in pairs)
        found.append(len(edges) > 1 and offsets.most_common(1)[0][1] >= _COUNTING * len(edges))
    return found


def _runs(group: Sequence[_Edge], counts: bool, pages: int) -> bool:
    first, last = group[0], group[-1]
    if len(group) < _PAGES:
        named = len(first.numbers) > 1 or any(map(str.isalpha, first.pattern))
        named = named or (pages == len(group) and first.numbers == (1,))
        level = abs(first.row.main.base - last.row.main.base) <= _SAME_HEIGHT
        rises = counts and first.numbers != last.numbers
        return len(group) == 2 and named and level and rises
    bare = not any(map(str.isalnum, first.pattern))
    if bare and not counts:
        return False  # figures alone that count no pages are text
    return len(group) >= _DENSE * (last.page - first.page + 1)


def _leave_out(found: Running, group: Sequence[_Edge], said: set[str], foot: bool) -> None:
    pattern = group[0].pattern
    words = set(re.findall(r"[^\W\d_]+", pattern.lower()))
    counting = _counting(group)
    found.offsets |= {
        n - group[0].page for n, at in zip(group[0].numbers, counting, strict=True) if at
    }
    number = words <= PAGE_WORDS and any(counting)
    for edge in group:
        first = not number and pattern not in said
        if first:
            said.add(pattern)
            if not foot and edge.page == 0:
                continue
            found.kept.append((edge.text, edge.page + 1))
            found.changes.append(Change(RUNNING_HEAD, edge.text, "(read once, at the end)"))
        else:
            rule = PAGE_NUMBER if number else RUNNING_HEAD
            found.changes.append(Change(rule, edge.text, ""))
        found.left_out[edge.page].add(id(edge.row))

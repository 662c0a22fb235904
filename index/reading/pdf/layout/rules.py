"""Ruled lines of a page: which meet each other, and what they cover."""

from collections.abc import Sequence

from index.reading.pdf.page.drawing import Drawing
from index.reading.pdf.page.view import Box

NEAR = 3.0  # points; lines so near meet, or are one
_DRAWN = 0.6  # share of a side of a cell that a line must cover
_PAIRS = 400_000  # of lines that are compared; more is a drawing


def connected(drawing: Drawing) -> list[tuple[list[Box], list[Box]]]:
    """Return the lines that meet each other, level and upright ones."""
    level, upright = _whole(drawing.level, 1), _whole(drawing.upright, 0)
    if len(level) * len(upright) > _PAIRS:
        return []
    group = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        """Return the line by which the group of a line is known (union-find)."""
        while group[item] != item:
            group[item] = group[group[item]]
            item = group[item]
        return item

    for i, (left, y, right, _) in enumerate(level):
        for j, (x, top, _, bottom) in enumerate(upright, len(level)):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                group[root(i)] = root(j)
    parts: dict[int, tuple[list[Box], list[Box]]] = {}
    for index, line in enumerate([*level, *upright]):
        parts.setdefault(root(index), ([], []))[index >= len(level)].append(line)
    return [part for part in parts.values() if part[0] and part[1]]


def _whole(lines: Sequence[Box], across: int) -> list[Box]:
    """Put together the lines that are drawn piece by piece, cell by cell."""
    along = 1 - across
    found: list[Box] = []
    for line in sorted(lines, key=lambda line: (round(line[across] / NEAR), line[along])):
        last = found[-1] if found else line
        meets = line[along] <= last[along + 2] + NEAR
        if found and abs(line[across] - last[across]) <= NEAR and meets:
            end = max(line[along + 2], last[along + 2])
            found[-1] = (*last[:2], last[2], end) if across == 0 else (*last[:2], end, last[3])
        else:
            found.append(line)
    return found


def covered(start: float, end: float, pieces: Sequence[tuple[float, float]]) -> bool:
    """Tell whether pieces of lines are drawn over most of a stretch."""
    shared = sum(max(0.0, min(end, last) - max(start, first)) for first, last in set(pieces))
    return shared >= _DRAWN * (end - start)


def places_of(values: Sequence[float]) -> list[float]:
    """Return where lines are, those near each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found

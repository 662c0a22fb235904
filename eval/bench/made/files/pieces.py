"""The pieces that made files consist of, and what a reader sees of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a run of text is set."""

    PLAIN, BOLD, RAISED, LOWERED = "plain", "bold", "raised", "lowered"
    STRUCK, HIDDEN, NOTE = "struck", "hidden", "note"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text of one look; `shown` is how a line of plain text tells a raised one.

    The text of a note is what stands at the foot of the page.
    """

    text: str
    look: Look = Look.PLAIN
    shown: str = ""

    @property
    def seen(self) -> str:
        """Return what stands in the line, as plain text tells it."""
        unseen = self.look in (Look.STRUCK, Look.HIDDEN, Look.NOTE)
        return "" if unseen else self.shown or self.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 on."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list: texts, each with how deep it stands, from 0 on."""

    items: tuple[tuple[int, str], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows of cells, of which the first `heads` are heads.

    A cell that is None is covered: by the cell to its left, in a first column by the one above.
    """

    rows: tuple[tuple[str | None, ...], ...]
    heads: int = 1

    def spans(self, y: int, x: int) -> tuple[int, int]:
        """Return how many rows and columns the cell at a place covers."""
        row, down = self.rows[y], 1
        across = next((n for n, text in enumerate(row[x + 1 :], 1) if text is not None), 0)
        while not x and y + down < len(self.rows) and self.rows[y + down][0] is None:
            down += 1
        return down, across or len(row) - x

    @property
    def spread(self) -> list[list[str]]:
        """Return the text of each place, that of a merged cell wherever it reaches."""
        grid: list[list[str]] = []
        for row in self.rows:
            grid.append([])
            for x, text in enumerate(row):
                over = grid[-1][x - 1] if x else grid[-2][0] if text is None else ""
                grid[-1].append(over if text is None else text)
        return grid


Piece = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of a made file in the order of reading; what its pages have at head and foot."""

    name: str
    pieces: tuple[Piece, ...]
    head: str = ""
    foot: str = ""


def parts(article: Article, deepest: int = 9) -> list[list[Piece]]:
    """Return the pieces of an article in parts, each from a heading of a level on."""
    found: list[list[Piece]] = []
    for piece in article.pieces:
        if not found or (isinstance(piece, Heading) and piece.level <= deepest):
            found.append([])
        found[-1].append(piece)
    return found


def paragraph(text: str) -> Paragraph:
    """Return a paragraph in which nothing stands out."""
    return Paragraph((Run(text),))


def line_of(runs: Sequence[Run]) -> str:
    """Return what a reader sees of runs."""
    return "".join(run.seen for run in runs)


def seen(article: Article) -> Iterator[str]:
    """Yield what a reader sees of an article, piece by piece in the order of reading."""
    for piece in article.pieces:
        if isinstance(piece, Heading):
            yield piece.text
        elif isinstance(piece, Paragraph):
            yield from _seen_between_notes(piece)
        elif isinstance(piece, Items):
            yield from (text for _, text in piece.items)
        else:
            yield from _seen_of_table(piece)


def _seen_between_notes(piece: Paragraph) -> Iterator[str]:
    text = ""
    for run in piece.runs:
        if run.look is Look.NOTE:
            yield text
            text = ""
        text += run.seen
    yield text


def _seen_of_table(table: Table) -> Iterator[str]:
    heads, body = table.spread[: table.heads], table.spread[table.heads :]
    if heads:
        yield from (", ".join(dict.fromkeys(column)) for column in zip(*heads, strict=True))
    for row in body:
        yield from row


def aside(article: Article) -> Iterator[str]:
    """Yield what a reader sees once at some other place: notes, heads and feet of pages."""
    yield from filter(None, (article.head, article.foot))
    yield from _runs(article, Look.NOTE)


def unseen(article: Article) -> Iterator[str]:
    """Yield what no reader sees, or sees as gone: hidden and struck text."""
    yield from _runs(article, Look.STRUCK, Look.HIDDEN)


def _runs(article: Article, *looks: Look) -> Iterator[str]:
    for piece in article.pieces:
        if isinstance(piece, Paragraph):
            yield from (run.text for run in piece.runs if run.look in looks)

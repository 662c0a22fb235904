"""Write an article as plain text, Markdown, reStructuredText, separated values or a record."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from eval.bench.made.files.pieces import (
    Article,
    Heading,
    Items,
    Look,
    Paragraph,
    Run,
    Table,
    line_of,
)

_MARKDOWN = {
    Look.PLAIN: "{}",
    Look.BOLD: "**{}**",
    Look.RAISED: "<sup>{}</sup>",
    Look.LOWERED: "<sub>{}</sub>",
    Look.STRUCK: "~~{}~~",
    Look.HIDDEN: "<!-- {} -->",
}
_RST = {
    Look.PLAIN: "{}",
    Look.BOLD: "**{}**",
    Look.RAISED: "\\ :sup:`{}`\\ ",
    Look.LOWERED: "\\ :sub:`{}`\\ ",
}
_UNDERLINES = "=-~^"


def text(article: Article) -> str:
    """Write plain text, as a reader sees it; cells stand between tabs."""
    return "\n\n".join("\n".join(_plain(piece)) for piece in article.pieces) + "\n"


def record(article: Article) -> str:
    """Write a line of a .jsonl file."""
    return json.dumps({"text": text(article)}, ensure_ascii=False) + "\n"


def separated(article: Article, sign: str) -> str:
    """Write a table between lines of text, as spreadsheet programs save a sheet."""
    file = io.StringIO()
    rows = csv.writer(file, delimiter=sign)
    for piece in article.pieces:
        if isinstance(piece, Table):
            rows.writerows(piece.spread)
        else:
            rows.writerows([line] for line in _plain(piece))
        rows.writerow([])
    return file.getvalue()


def _plain(piece: Heading | Paragraph | Items | Table) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield piece.text
    elif isinstance(piece, Paragraph):
        yield line_of(piece.runs)
    elif isinstance(piece, Items):
        for n, (depth, said) in enumerate(piece.items, 1):
            yield f"{'  ' * depth}{f'{n}.' if piece.numbered else '-'} {said}"
    else:
        yield from ("\t".join(row) for row in piece.spread)


def markdown(article: Article) -> str:
    """Write Markdown, as GitHub shows it."""
    notes: list[str] = []
    blocks = ["\n".join(_markdown(piece, notes)) for piece in article.pieces]
    blocks += [f"[^{n}]: {note}" for n, note in enumerate(notes, 1)]
    return "\n\n".join(blocks) + "\n"


def _markdown(piece: Heading | Paragraph | Items | Table, notes: list[str]) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield f"{'#' * piece.level} {piece.text}"
    elif isinstance(piece, Paragraph):
        yield _marked(piece.runs, _MARKDOWN, "[^{}]", notes)
    elif isinstance(piece, Items):
        for n, (depth, said) in enumerate(piece.items, 1):
            yield f"{'    ' * depth}{f'{n}.' if piece.numbered else '-'} {said}"
    else:
        heads, *body = piece.spread
        yield from (_barred(heads), f"|{'---|' * len(heads)}", *map(_barred, body))


def _barred(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(runs: Sequence[Run], marks: dict[Look, str], note: str, notes: list[str]) -> str:
    """Write runs with their marks; those of notes are put aside."""
    pieces = []
    for run in runs:
        if run.look is Look.NOTE:
            notes.append(run.text)
            pieces.append(note.format(len(notes)))
            continue
        core = run.text.strip()
        at = run.text.index(core)
        pieces += run.text[:at], marks[run.look].format(core), run.text[at + len(core) :]
    return "".join(pieces)


def restructured(article: Article) -> str:
    """Write reStructuredText."""
    notes: list[str] = []
    blocks = ["\n".join(_restructured(piece, notes)) for piece in article.pieces]
    blocks += [f".. [{n}] {note}" for n, note in enumerate(notes, 1)]
    return "\n\n".join(blocks) + "\n"


def _restructured(piece: Heading | Paragraph | Items | Table, notes: list[str]) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield from (piece.text, _UNDERLINES[piece.level - 1] * len(piece.text))
    elif isinstance(piece, Paragraph):
        yield _marked(piece.runs, _RST, " [{}]_", notes)
    elif isinstance(piece, Items):
        above = 0
        for depth, said in piece.items:
            yield from [""] * (depth != above)
            yield f"{'  ' * depth}{'#.' if piece.numbered else '-'} {said}"
            above = depth
    else:
        yield from _grid(piece)


def _grid(table: Table) -> Iterator[str]:
    """Draw a table without merged cells, as `=== ===` above, between and below its columns."""
    wide = [max(map(len, column)) for column in zip(*table.spread, strict=True)]
    rule = " ".join("=" * width for width in wide)
    lines = [
        " ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip()
        for row in table.spread
    ]
    yield from (rule, *lines[: table.heads], rule, *lines[table.heads :], rule)

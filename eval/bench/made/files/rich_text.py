"""Write an article as Rich Text, as Word saves it."""

from collections.abc import Iterator

from eval.bench.made.files.pieces import Article, Heading, Items, Look, Paragraph, Piece, Run, Table

_SET = {
    Look.PLAIN: "{}",
    Look.BOLD: "{{\\b {}}}",
    Look.RAISED: "{{\\super {}}}",
    Look.LOWERED: "{{\\sub {}}}",
    Look.STRUCK: "{{\\strike {}}}",
    Look.HIDDEN: "{{\\v {}}}",
    Look.NOTE: "{{\\super\\chftn{{\\footnote\\pard\\plain {{\\super\\chftn}} {}}}}}",
}
_WIDE = 2000  # twips, of a column


def rich_text(article: Article) -> bytes:
    """Write Rich Text."""
    edges = {"header": article.head, "footer": article.foot}
    running = "".join(f"{{\\{name} {_said(text)}\\par}}" for name, text in edges.items() if text)
    body = "".join(line for piece in article.pieces for line in _lines(piece))
    fonts = "{\\fonttbl{\\f0\\fcharset0 Times New Roman;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{running}{body}}}".encode("ascii")


def _lines(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield f"\\pard\\outlinelevel{piece.level - 1}{{\\b\\fs32 {_said(piece.text)}}}\\par\n"
    elif isinstance(piece, Paragraph):
        yield f"\\pard {''.join(map(_inline, piece.runs))}\\par\n"
    elif isinstance(piece, Items):
        for n, (depth, text) in enumerate(piece.items, 1):
            mark = f"{n}." if piece.numbered else "\\bullet"
            listed = f"{{\\listtext {mark}\\tab}}\\ilvl{depth}\\li{360 * (depth + 1)} "
            yield f"\\pard{listed}{_said(text)}\\par\n"
    else:
        yield from _rows(piece)


def _rows(table: Table) -> Iterator[str]:
    for row in table.spread:
        ends = "".join(f"\\cellx{_WIDE * n}" for n in range(1, len(row) + 1))
        cells = "".join(f"\\pard\\intbl {_said(text)}\\cell" for text in row)
        yield f"\\trowd{ends}{cells}\\row\n"


def _inline(run: Run) -> str:
    return _SET[run.look].format(_said(run.text))


def _said(text: str) -> str:
    """Escape what is no plain letter; halves of a pair stand each for themselves."""
    units = text.encode("utf-16-le", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(
        f"\\{chr(code)}" if chr(code) in "\\{}" else chr(code) if code < 128 else f"\\u{code}?"
        for code in codes
    )

"""Write an article as OpenDocument text, as LibreOffice saves it."""

import io
import zipfile
from collections.abc import Iterator
from html import escape

from eval.bench.made.files.pieces import Article, Heading, Items, Look, Paragraph, Piece, Run, Table

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        **{name: name for name in ("office", "text", "table", "style")},
        "fo": "xsl-fo-compatible",
    }.items()
)
_SET = {
    Look.BOLD: 'fo:font-weight="bold"',
    Look.RAISED: 'style:text-position="super 58%"',
    Look.LOWERED: 'style:text-position="sub 58%"',
    Look.STRUCK: 'style:text-line-through-style="solid"',
    Look.HIDDEN: 'text:display="none"',
}
_STYLES = "".join(
    f'<style:style style:name="{look}" style:family="text">'
    f"<style:text-properties {told}/></style:style>"
    for look, told in _SET.items()
)
_LISTS = (
    '<text:list-style style:name="numbered"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/></text:list-style>'
)
_PAGES = (
    '<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>{}'
    "</text:p></style:header><style:footer><text:p>{}</text:p></style:footer></style:master-page>"
    "</office:master-styles>"
)


def open_text(article: Article) -> bytes:
    """Write OpenDocument text."""
    body = "".join(block for piece in article.pieces for block in _blocks(piece))
    styles = f"<office:automatic-styles>{_STYLES}{_LISTS}</office:automatic-styles>"
    content = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    pages = _PAGES.format(escape(article.head), escape(article.foot))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, told in {"content": content, "styles": pages}.items():
            root = f"office:document-{name}"
            packed.writestr(f"{name}.xml", f"<{root} {_NAMES}>{told}</{root}>")
    return file.getvalue()


def _blocks(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Heading):
        yield f'<text:h text:outline-level="{piece.level}">{escape(piece.text)}</text:h>'
    elif isinstance(piece, Paragraph):
        yield f"<text:p>{''.join(map(_inline, piece.runs))}</text:p>"
    elif isinstance(piece, Items):
        name = ' text:style-name="numbered"' if piece.numbered else ""
        yield _list(list(piece.items), name)
    else:
        yield f"<table:table>{''.join(_rows(piece))}</table:table>"


def _inline(run: Run) -> str:
    text = escape(run.text)
    if run.look is Look.NOTE:
        body = f"<text:note-body><text:p>{text}</text:p></text:note-body>"
        return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    if run.look is Look.PLAIN:
        return text
    return f'<text:span text:style-name="{run.look}">{text}</text:span>'


def _list(items: list[tuple[int, str]], name: str = "") -> str:
    written, depth = "", items[0][0]
    while items:
        said = f"<text:p>{escape(items.pop(0)[1])}</text:p>"
        inner = []
        while items and items[0][0] > depth:
            inner.append(items.pop(0))
        written += f"<text:list-item>{said}{_list(inner) if inner else ''}</text:list-item>"
    return f"<text:list{name}>{written}</text:list>"


def _rows(table: Table) -> Iterator[str]:
    for y, row in enumerate(table.rows):
        cells = "".join(_cell(table, y, x) for x in range(len(row)))
        written = f"<table:table-row>{cells}</table:table-row>"
        head = y < table.heads
        yield f"<table:table-header-rows>{written}</table:table-header-rows>" if head else written


def _cell(table: Table, y: int, x: int) -> str:
    text = table.rows[y][x]
    if text is None:
        return "<table:covered-table-cell/>"
    down, across = table.spans(y, x)
    spans = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    return f"<table:table-cell {spans}><text:p>{escape(text)}</text:p></table:table-cell>"

"""Read Markdown as it is shown: words without their marks, struck text left out.

`markdown-it-py` parses it. The lines stay where they are; links keep their form, by which
`cleaning` knows them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError
from index.reading.markup.cells import CELL, Blocks
from index.reading.markup.marks import plain_inline
from index.reading.markup.sure import sure_inline
from index.reading.markup.tex import linear_tex
from index.reading.text_format import read_text
from index.reading.web.html_format import read_html
from index.reading.web.shown import HIDDEN

_MARKED_INLINE = re.compile(r"[*_`~\\^$<&]|!\[| {2}\n")
_PLAIN_ADDRESS = re.compile(r"(?:https?://[a-z0-9.-]+(?=[/?#]|$))?[\w/.?=&#+,;-]*", re.A)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
FENCE = "Markdown: the fence around code"
RULE = "Markdown: a line drawn across the page"
_MARKED = re.compile(r"[*_`~\\^$<&]|!\[|^[ \t]*(?:={2,}|-{2,})[ \t]*$|\[\^|^[^|\n]+\|", re.M)


def read_markdown(raw: bytes) -> Extracted:
    """Read a Markdown file; raises `UnusableError` for a binary one."""
    read = read_text(raw)
    text, changes = plain_markdown(read.text)
    return replace(read, text=text, changes=(*read.changes, *changes))


def plain_markdown(text: str) -> tuple[str, list[Change]]:
    """Return a text without the marks of Markdown, and what was left out."""
    if not _MARKED.search(text):
        return text, []
    lines: list[str | None] = list(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    changes: list[Change] = []
    tokens = _parser().parse(text)
    for number, token in enumerate(tokens):
        if token.map and (write := _WRITERS.get(token.type)):
            above = tokens[number - 1] if number else token
            changes += write(lines, token, above)
    return "\n".join(line for line in lines if line is not None), changes


class _Markdown(MarkdownIt):
    """Takes addresses of plain letters as they are, which is a tenth of the time."""

    def __init__(self) -> None:
        super().__init__()
        self.block = Blocks()
        self.configure("commonmark")

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is the library's
        """Return an address without letters that are none of addresses."""
        return url if _PLAIN_ADDRESS.fullmatch(url) else super().normalizeLink(url)


@cache
def _parser() -> MarkdownIt:
    parser = _Markdown().enable(["table", "strikethrough"]).disable(["reference", "inline"])
    return parser.use(dollarmath_plugin, allow_space=False, allow_digits=False)


Lines = list[str | None]


def _place(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


def _fence(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    """Set code in, as Markdown writes it without a fence."""
    first, last = _place(token)
    code = token.content.rstrip("\n").split("\n")
    closed = last - first > len(code) + (token.content != "")
    fences = [lines[first], lines[last - 1]] if last - first >= 2 and closed else [lines[first]]
    yield from (Change(FENCE, fence.strip(), "") for fence in fences if fence)
    written = ["", *(f"    {line}".rstrip() for line in code), ""]
    padding = [None] * max(0, last - first - len(written))
    lines[first:last] = [*written[: last - first], *padding]


def _inline(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    """Write a run of text without its marks in place of it."""
    first, last = _place(token)
    heading = above.type == "heading_open" and above.markup in ("=", "-")
    if not (heading or _MARKED_INLINE.search(token.content)):
        return
    plain, changes = sure_inline(token.content) or parsed_inline(token.content)
    yield from changes
    if heading and not _is_ruled(lines, first):
        yield from _underlined(lines, above, plain)
        return
    written, told = token.content.split("\n"), plain.split("\n")
    if len(written) != len(told) or len(written) != last - first:
        written, told = written[:1], [" ".join(told)]
        lines[first + 1 : last] = [None] * (last - first - 1)
        lines[first] = (lines[first] or "").split(written[0])[0] + told[0]
        return
    for number, (old, new) in enumerate(zip(written, told, strict=True), first):
        line = lines[number] or ""
        if token.info == CELL:
            old, new = (cell.replace("|", "\\|") for cell in (old, new))
            at = line.rfind(old)
        else:
            at = line.find(old)
        if old != new and at >= 0:
            lines[number] = line[:at] + new + line[at + len(old) :]


def parsed_inline(content: str) -> tuple[str, list[Change]]:
    """Return a run of text without its marks, and what was left out, as a parser tells."""
    children: list[Token] = []
    parser = _parser()
    parser.inline.parse(content, parser, {}, children)
    return plain_inline(children)


def _is_ruled(lines: Lines, number: int) -> bool:
    """Tell whether a line stands between two that are drawn, as the facts at the top of a file."""
    return number == 1 and (lines[0] or "").startswith("---")


def _underlined(lines: Lines, heading: Token, plain: str) -> Iterator[Change]:
    """Write a heading with a line below it as one with marks before it."""
    first, last = _place(heading)
    lines[first] = f"{'#' * int(heading.tag[1])} {' '.join(plain.split())}"
    lines[first + 1 : last] = [None] * (last - first - 1)
    yield from ()


def _html(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    """Read a part in HTML as the web page that it is."""
    first, last = _place(token)
    yield from (Change(HIDDEN, comment, "") for comment in _COMMENT.findall(token.content))
    try:
        read = read_html(f"<html><body>{token.content}</body></html>".encode())
    except UnusableError:
        return
    yield from read.changes
    lines[first] = read.text
    lines[first + 1 : last] = [None] * (last - first - 1)


def _rule(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    first, _ = _place(token)
    if not first:  # the top of facts that could not be read
        return
    yield Change(RULE, (lines[first] or "").strip(), "")
    lines[first] = ""


def _table(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    """Border the rows of a table with bars."""
    for number in range(*_place(token)):
        line = (lines[number] or "").strip()
        if line and not line.startswith("|"):
            lines[number] = f"| {line.rstrip('|').rstrip()} |"
    yield from ()


def _math(lines: Lines, token: Token, above: Token) -> Iterator[Change]:
    first, last = _place(token)
    lines[first] = linear_tex(token.content)
    lines[first + 1 : last] = [None] * (last - first - 1)
    yield from ()


_WRITERS = {
    "fence": _fence,
    "inline": _inline,
    "html_block": _html,
    "hr": _rule,
    "table_open": _table,
    "math_block": _math,
}

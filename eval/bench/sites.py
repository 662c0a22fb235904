"""Make small sites of articles whose lines are known to be facts or rubbish, in plain text, Markdown, HTML and Word.

`eval/cleaning/*.yaml` holds a site each: its pages (title and paragraphs, between bars) and lines by the place where such a
line stands on a page. Every line is written by hand; none is on a page of anybody.
"""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import yaml
from docx.document import Document
from docx.oxml import parse_xml

FORMATS = (".txt", ".md", ".html", ".docx")
# Rubbish that only markup proves: in other formats nothing tells it from text.
_MARKUP = {
    **dict.fromkeys(("menu", "related", "linkline", "footlinks"), (".md", ".html")),
    **dict.fromkeys(("overlay", "share", "ad"), (".html",)),
    "pageno": (".docx",),
    "spam": (".txt", ".md"),
}
_EVERYWHERE = frozenset("every everyfoot bar crumb menu footlinks overlay share pageno".split())
_NUMBER = (
    '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:instr="{}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a site: what it is, where such a line stands, and on which of the pages; -1 for all."""

    site: str
    text: str
    fact: bool
    place: str
    page: int

    @property
    def formats(self) -> tuple[str, ...]:
        """Return the formats in which the line can be told."""
        return _MARKUP.get(self.place, FORMATS) if not self.fact else FORMATS

    @property
    def split(self) -> str:
        """Return `dev`, on which rules may be chosen, or `test`, by the hash of the line."""
        return "dev" if hashlib.sha256(f"{self.site}\n{self.text}".encode()).digest()[0] % 2 else "test"

    def on(self, page: int, title: str) -> str | None:
        """Return the line as it stands on a page, or None where it does not."""
        return self.text.replace("{title}", title) if self.page in (-1, page) else None


@dataclass(frozen=True, slots=True)
class Site:
    """A site: the title and paragraphs of each page, and its lines."""

    name: str
    pages: list[list[str]]
    lines: list[Line]

    def at(self, page: int, place: str, fact: bool) -> list[str]:
        """Return the lines that stand at a place of a page."""
        title = self.pages[page][0]
        shown = (line.on(page, title) for line in self.lines if (line.place, line.fact) == (place, fact))
        return [text for text in shown if text is not None]


def load_site(path: Path) -> Site:
    """Read a site; lines that do not stand on every page are dealt out to the pages in turn, those of one block together."""
    told = yaml.safe_load(path.read_text("utf-8"))
    pages = [[piece.strip() for piece in page.split("|")] for page in told["pages"]]
    lines = []
    for group, fact in (("facts", True), ("rubbish", False)):
        for number, (place, block) in enumerate(told[group].items()):
            for i, text in enumerate(block.rstrip("\n").split("\n")):
                page = -1 if place in _EVERYWHERE else (i if place in ("body", "pointer", "linkline") else number) % len(pages)
                lines.append(Line(path.stem, text, fact, place, page))
    return Site(path.stem, pages, lines)


def written(site: Site, page: int, suffix: str) -> bytes:
    """Return a page of a site as a file of a format."""
    if suffix == ".html":
        return _html(site, page).encode()
    if suffix == ".docx":
        return _docx(site, page)
    return "\n\n".join("\n".join(block) for block in _blocks(site, page, suffix == ".md") if block).encode()


def _blocks(site: Site, page: int, marked: bool) -> Iterator[list[str]]:
    """Yield the blocks of a page of plain text or Markdown."""

    def rubbish(place: str) -> list[str]:
        return site.at(page, place, fact=False)

    title, *paragraphs = site.pages[page]
    top, foot = _split_top(rubbish("every"))
    yield top
    if marked:
        yield [f"- [{text}]({i}.md)" for i, text in enumerate(rubbish("menu"))]
    yield from ([text] for text in [*rubbish("bar"), *rubbish("crumb")])
    yield [f"# {title}" if marked else title]
    yield from _facts(site, page, paragraphs, marked)
    yield from ([text] for text in rubbish("pointer"))
    if marked:
        yield from ([f"[{text}](next.md)"] for text in rubbish("linkline"))
        heading, *links = rubbish("related") or [""]
        yield from ([f"## {heading}"], [f"- [{text}](x.md)" for text in links]) if heading else ()
        yield [f"- [{text}](y.md)" for text in rubbish("footlinks")]
    yield foot
    yield rubbish("spam")


def _split_top(lines: list[str]) -> tuple[list[str], list[str]]:
    top = [line for line in lines if line.startswith(("Skip", "Jump", "Search"))]
    return top, [line for line in lines if line not in top]


def _facts(site: Site, page: int, paragraphs: list[str], marked: bool) -> Iterator[list[str]]:
    """Yield the text of a page with its facts, a block each."""

    def facts(place: str) -> list[str]:
        return site.at(page, place, fact=True)

    dash, quote = ("- ", "> ") if marked else ("", "")
    yield facts("every")
    yield [paragraphs[0]]
    yield from ([text] for text in facts("body"))
    yield [" ".join(paragraphs[1:])]
    yield facts("run")
    yield [f"{dash}{text}" for text in facts("list")]
    yield [f"- [{text}](z.md)" if marked and "[" not in text else text for text in facts("link")]
    yield _table(facts("table"), marked)
    yield ["```", *facts("code"), "```"] if facts("code") and marked else [f"    {text}" for text in facts("code")]
    yield [f"{quote}{text}" for text in facts("box")]
    yield from ([text] for text in facts("frame"))
    yield facts("everyfoot")
    yield facts("foot")


def _table(rows: list[str], marked: bool) -> list[str]:
    if not marked or not rows:
        return [row.replace(" | ", "    ") for row in rows]
    return [f"| {rows[0]} |", f"|{'---|' * (rows[0].count('|') + 1)}", *(f"| {row} |" for row in rows[1:])]


def _html(site: Site, page: int) -> str:
    """Write a page as a web page: half of the sites by the elements of HTML 5, half of plain <div>s with classes."""
    modern = site.name < "m"
    title, *paragraphs = (escape(text) for text in site.pages[page])

    def lines(place: str, shape: str, fact: bool = False) -> str:
        return "".join(shape.format(escape(text)) for text in site.at(page, place, fact))

    def links(place: str, fact: bool = False) -> str:
        return f"<ul>{lines(place, '<li><a href=/x>{}</a></li>', fact)}</ul>"

    crumbs = "".join(_crumb(text) for text in site.at(page, "crumb", fact=False))
    bar = "".join(f"<p>{_linked(text)}</p>" for text in site.at(page, "bar", fact=False))
    related = site.at(page, "related", fact=False)
    more = f"<h2>{related[0]}</h2><ul>{''.join(f'<li><a href=/r>{escape(text)}</a></li>' for text in related[1:])}</ul>" if related else ""
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row.split(' | '))}</tr>" for row in site.at(page, "table", fact=True)
    )
    code = "\n".join(escape(text) for text in site.at(page, "code", fact=True))
    body = (
        f"<h1>{title}</h1>{lines('every', '<p>{}</p>', True)}<p>{paragraphs[0]}</p>{lines('body', '<p>{}</p>', True)}"
        f"<aside class=infobox>{lines('box', '<p>{}</p>', True)}</aside><p>{' '.join(paragraphs[1:])}</p>"
        f"<p>{lines('run', '{}<br>', True)}</p><ul>{lines('list', '<li>{}</li>', True)}</ul>{links('link', True)}"
        f"<table>{rows}</table><pre>{code}</pre>{lines('foot', '<p>{}</p>', True)}{lines('pointer', '<p>{}</p>')}"
        f"{lines('linkline', '<p><a href=/more>{}</a></p>')}"
    )
    parts = {
        "top": f"<header><a href=/>The site</a></header><nav>{links('menu')}</nav>",
        "body": f"<main><article>{body}</article></main>",
        "more": f"<aside>{more}</aside>",
        "foot": f"<footer>{lines('everyfoot', '<p>{}</p>', True)}{lines('frame', '<p>{}</p>', True)}{links('footlinks')}</footer>",
    }
    if not modern:
        parts = {
            "top": f'<div class="main-menu">{links("menu")}</div>',
            "body": f"<div class=text>{body}</div>",
            "more": f"<div class=more>{more}</div>",
            "foot": f"<div class=foot>{lines('everyfoot', '<p>{}</p>', True)}{lines('frame', '<p>{}</p>', True)}{links('footlinks')}</div>",
        }
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{parts['top']}{bar}{crumbs}{parts['body']}"
        f"<div class=share>{lines('share', '<button>{}</button>')}</div><div class=ad>{lines('ad', '<a href=//ads.example>{}</a>')}</div>"
        f"{parts['more']}<div>{lines('every', '<p>{}</p>')}</div>{parts['foot']}"
        f"<div class=cookie-banner>{lines('overlay', '<p>{}</p>')}</div></body></html>"
    )


def _crumb(text: str) -> str:
    for border in (" > ", " » ", " / "):
        if border in text:
            *stations, last = text.split(border)
            ways = border.join(f"<a href=/>{escape(station)}</a>" for station in stations)
            return f"<nav class=breadcrumb><p>{ways}{escape(border)}{escape(last)}</p></nav>"
    return ""


def _linked(text: str) -> str:
    border = next(border for border in (" | ", " · ", " • ") if border in text)
    return border.join(f"<a href=/{i}>{escape(cell)}</a>" for i, cell in enumerate(text.split(border)))


def _docx(site: Site, page: int) -> bytes:
    document = docx.Document()
    title, *paragraphs = site.pages[page]
    top, foot = _split_top(site.at(page, "every", fact=False))
    for text in (*top, *site.at(page, "bar", fact=False), *site.at(page, "crumb", fact=False)):
        document.add_paragraph(text)
    document.add_heading(title, 1)
    for text in (*site.at(page, "every", fact=True), paragraphs[0], *site.at(page, "body", fact=True), " ".join(paragraphs[1:])):
        document.add_paragraph(text)
    for text in (*site.at(page, "run", fact=True), *site.at(page, "link", fact=True)):
        document.add_paragraph(text)
    document.add_paragraph("\n".join(site.at(page, "code", fact=True)))
    for text in site.at(page, "foot", fact=True):
        document.add_paragraph(text)
    for text in site.at(page, "list", fact=True):
        document.add_paragraph(text, style="List Bullet")
    _word_table(document, [row.split(" | ") for row in site.at(page, "table", fact=True)])
    for text in (*site.at(page, "pointer", fact=False), *foot):
        document.add_paragraph(text)
    _word_edges(document, site, page)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_table(document: Document, rows: list[list[str]]) -> None:
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell


def _word_edges(document: Document, site: Site, page: int) -> None:
    """Write facts, and numbers of pages, into the head and foot of the pages."""
    section = document.sections[0]
    for text in site.at(page, "box", fact=True):
        section.header.add_paragraph(text)
    for text in (*site.at(page, "frame", fact=True), *site.at(page, "everyfoot", fact=True)):
        section.footer.add_paragraph(text)
    for text in site.at(page, "pageno", fact=False):
        paragraph = section.footer.add_paragraph()
        for piece in text.replace("{pages}", "{NUMPAGES}").replace("{page}", "{PAGE}").replace("}", "{").split("{"):
            if piece.isupper():
                paragraph._p.append(parse_xml(_NUMBER.format(piece)))
            else:
                paragraph.add_run(piece)

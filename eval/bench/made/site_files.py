"""Write a page of a made site as plain text, Markdown, HTML or Word, each line at its place."""

import io
from collections.abc import Iterator
from functools import partial
from html import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml

from eval.bench.made.sites import Site

_NUMBER = (
    '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'w:instr="{}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
)
_P = "<p>{}</p>"
_MODERN = (
    "<header><a href=/>The site</a></header><nav>{menu}</nav>",
    "<main><article>{body}</article></main>",
    "<aside>{more}</aside>",
    "<footer>{foot}</footer>",
)
_PLAIN = (
    "<div class=main-menu>{menu}</div>",
    "<div class=text>{body}</div>",
    "<div class=more>{more}</div>",
    "<div class=foot>{foot}</div>",
)


def written(site: Site, page: int, suffix: str) -> bytes:
    """Return a page of a site as a file of a format."""
    if suffix == ".html":
        return _html(site, page).encode()
    if suffix == ".docx":
        return _docx(site, page)
    blocks = _blocks(site, page, suffix == ".md")
    return "\n\n".join("\n".join(block) for block in blocks if block).encode()


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
    fenced = marked and facts("code")
    yield ["```", *fenced, "```"] if fenced else [f"    {text}" for text in facts("code")]
    yield [f"{quote}{text}" for text in facts("box")]
    yield from ([text] for text in facts("frame"))
    yield facts("everyfoot")
    yield facts("foot")


def _table(rows: list[str], marked: bool) -> list[str]:
    if not marked or not rows:
        return [row.replace(" | ", "    ") for row in rows]
    head, *others = rows
    rule = f"|{'---|' * (head.count('|') + 1)}"
    return [f"| {head} |", rule, *(f"| {row} |" for row in others)]


def _lines(site: Site, page: int, place: str, shape: str, fact: bool = False) -> str:
    return "".join(shape.format(escape(text)) for text in site.at(page, place, fact))


def _links(site: Site, page: int, place: str, fact: bool = False) -> str:
    return f"<ul>{_lines(site, page, place, '<li><a href=/x>{}</a></li>', fact)}</ul>"


def _html(site: Site, page: int) -> str:
    """Write a page as a web page.

    Half of the sites are made of the elements of HTML 5, half of plain <div>s with classes.
    """
    modern = site.name < "m"
    lines, links = partial(_lines, site, page), partial(_links, site, page)
    crumbs = "".join(_crumb(text) for text in site.at(page, "crumb", fact=False))
    bar = "".join(f"<p>{_linked(text)}</p>" for text in site.at(page, "bar", fact=False))
    heading, *others = site.at(page, "related", fact=False) or [""]
    ways = "".join(f"<li><a href=/r>{escape(text)}</a></li>" for text in others)
    more = f"<h2>{heading}</h2><ul>{ways}</ul>" if heading else ""
    foot = f"{lines('everyfoot', _P, True)}{lines('frame', _P, True)}{links('footlinks')}"
    shapes = _MODERN if modern else _PLAIN
    parts = {"menu": links("menu"), "body": _article_html(site, page), "more": more, "foot": foot}
    top, body, more, foot = (shape.format(**parts) for shape in shapes)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{escape(site.pages[page][0])}"
        f"</title></head><body>{top}{bar}{crumbs}{body}"
        f"<div class=share>{lines('share', '<button>{}</button>')}</div>"
        f"<div class=ad>{lines('ad', '<a href=//ads.example>{}</a>')}</div>"
        f"{more}<div>{lines('every', _P)}</div>{foot}"
        f"<div class=cookie-banner>{lines('overlay', _P)}</div></body></html>"
    )


def _article_html(site: Site, page: int) -> str:
    title, *paragraphs = (escape(text) for text in site.pages[page])
    lines = partial(_lines, site, page)
    table = [row.split(" | ") for row in site.at(page, "table", fact=True)]
    cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table]
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    code = "\n".join(escape(text) for text in site.at(page, "code", fact=True))
    return (
        f"<h1>{title}</h1>{lines('every', _P, True)}<p>{paragraphs[0]}</p>{lines('body', _P, True)}"
        f"<aside class=infobox>{lines('box', _P, True)}</aside><p>{' '.join(paragraphs[1:])}</p>"
        f"<p>{lines('run', '{}<br>', True)}</p><ul>{lines('list', '<li>{}</li>', True)}</ul>"
        f"{_links(site, page, 'link', True)}"
        f"<table>{rows}</table><pre>{code}</pre>{lines('foot', _P, True)}{lines('pointer', _P)}"
        f"{lines('linkline', '<p><a href=/more>{}</a></p>')}"
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
    cells = enumerate(text.split(border))
    return border.join(f"<a href=/{i}>{escape(cell)}</a>" for i, cell in cells)


def _docx(site: Site, page: int) -> bytes:
    document = docx.Document()
    title, *paragraphs = site.pages[page]
    top, foot = _split_top(site.at(page, "every", fact=False))
    for text in (*top, *site.at(page, "bar", fact=False), *site.at(page, "crumb", fact=False)):
        document.add_paragraph(text)
    document.add_heading(title, 1)
    for text in _word_facts(site, page, paragraphs):
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


def _word_facts(site: Site, page: int, paragraphs: list[str]) -> Iterator[str]:
    """Yield the text of a page with its facts, a paragraph each."""

    def facts(place: str) -> list[str]:
        return site.at(page, place, fact=True)

    yield from (*facts("every"), paragraphs[0], *facts("body"), " ".join(paragraphs[1:]))
    yield from (*facts("run"), *facts("link"), "\n".join(facts("code")), *facts("foot"))


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
        fields = text.replace("{pages}", "{NUMPAGES}").replace("{page}", "{PAGE}")
        for piece in fields.replace("}", "{").split("{"):
            if piece.isupper():
                paragraph._p.append(parse_xml(_NUMBER.format(piece)))
            else:
                paragraph.add_run(piece)

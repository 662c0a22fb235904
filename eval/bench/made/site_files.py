"""Write a page of a made site as plain text, Markdown, HTML or Word, each line at its place."""

from collections.abc import Iterator
from functools import partial

from eval.bench.made.sites import Site, split_top
from eval.bench.made.web_files import web_page
from eval.bench.made.word_files import word_file


def written(site: Site, page: int, suffix: str) -> bytes:
    """Return a page of a site as a file of a format."""
    if suffix == ".html":
        return web_page(site, page).encode()
    if suffix == ".docx":
        return word_file(site, page)
    blocks = _blocks(site, page, suffix == ".md")
    return "\n\n".join("\n".join(block) for block in blocks if block).encode()


def _blocks(site: Site, page: int, marked: bool) -> Iterator[list[str]]:
    """Yield the blocks of a page of plain text or Markdown."""
    rubbish = partial(site.at, page, fact=False)
    title, *paragraphs = site.pages[page]
    top, foot = split_top(rubbish("every"))
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


def _facts(site: Site, page: int, paragraphs: list[str], marked: bool) -> Iterator[list[str]]:
    """Yield the text of a page with its facts, a block each."""
    facts = partial(site.at, page, fact=True)
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

"""Small sites of articles whose lines are known to be facts or rubbish; `site_files` writes them.

`eval/cleaning/*.yaml` holds a site each: its pages (title and paragraphs, between bars) and lines
by the place where such a line stands on a page. Every line is written by hand; none is on a page
of anybody.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

FORMATS = (".txt", ".md", ".html", ".docx")
# Rubbish that only markup proves: in other formats nothing tells it from text.
_MARKUP = {
    **dict.fromkeys(("menu", "related", "linkline", "footlinks"), (".md", ".html")),
    **dict.fromkeys(("overlay", "share", "ad"), (".html",)),
    "pageno": (".docx",),
    "spam": (".txt", ".md"),
}
_EVERYWHERE = frozenset("every everyfoot bar crumb menu footlinks overlay share pageno".split())
_DEALT_ONE_BY_ONE = frozenset(("body", "pointer", "linkline"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a site: what it is, where such a line stands, and on which page; -1 for all."""

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
        digest = hashlib.sha256(f"{self.site}\n{self.text}".encode()).digest()
        return "dev" if digest[0] % 2 else "test"

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
        here = (line for line in self.lines if (line.place, line.fact) == (place, fact))
        shown = (line.on(page, title) for line in here)
        return [text for text in shown if text is not None]


def load_site(path: Path) -> Site:
    """Read a site.

    Lines that do not stand on every page are dealt out to the pages in turn, those of one block
    together.
    """
    told = yaml.safe_load(path.read_text("utf-8"))
    pages = [[piece.strip() for piece in page.split("|")] for page in told["pages"]]
    lines = []
    for group, fact in (("facts", True), ("rubbish", False)):
        for number, (place, block) in enumerate(told[group].items()):
            for i, text in enumerate(block.rstrip("\n").split("\n")):
                dealt = (i if place in _DEALT_ONE_BY_ONE else number) % len(pages)
                page = -1 if place in _EVERYWHERE else dealt
                lines.append(Line(path.stem, text, fact, place, page))
    return Site(path.stem, pages, lines)


def split_top(lines: list[str]) -> tuple[list[str], list[str]]:
    """Divide lines that stand on every page into those above its text and those below it."""
    top = [line for line in lines if line.startswith(("Skip", "Jump", "Search"))]
    return top, [line for line in lines if line not in top]

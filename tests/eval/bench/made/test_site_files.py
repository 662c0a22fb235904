"""Pages in four formats, each line at its place; with `web_files` and `word_files`."""

import io

import docx
import pytest
from lxml import html

from eval.bench.cleaning import SITES
from eval.bench.made.site_files import written
from eval.bench.made.sites import FORMATS, Line, Site, load_site


def site(*lines: tuple[str, bool, str], name: str = "harbour") -> Site:
    """Make a site of one page and of lines (place, fact, text)."""
    told = [Line(name, text, fact, place, -1) for place, fact, text in lines]
    return Site(name, [["The harbour", "It is old.", "It is deep.", "It is wide."]], told)


def text_of(written_as: bytes, suffix: str) -> str:
    """Return the text of a file, as a reader of its format sees it."""
    if suffix == ".html":
        return str(html.fromstring(written_as.decode()).text_content())
    if suffix == ".docx":
        document = docx.Document(io.BytesIO(written_as))
        rows = [row for table in document.tables for row in table.rows]
        cells = [cell.text for row in rows for cell in row.cells]
        edges = [document.sections[0].header, document.sections[0].footer]
        paragraphs = [*document.paragraphs, *(p for edge in edges for p in edge.paragraphs)]
        return "\n".join([*(paragraph.text for paragraph in paragraphs), *cells])
    return written_as.decode()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("path", sorted(SITES.glob("*.yaml"))[:4], ids=lambda path: path.stem)
def test_every_line_that_a_format_can_tell_stands_on_its_page(suffix: str, path: object) -> None:
    made = load_site(SITES / f"{path.stem}.yaml")  # type: ignore[attr-defined]
    for page, (title, *_) in enumerate(made.pages):
        text = " ".join(text_of(written(made, page, suffix), suffix).split())
        for line in made.lines:
            shown = line.on(page, title)
            if suffix in line.formats and shown and "{" not in shown and "|" not in shown:
                assert all(part in text for part in shown.split("](")[0].strip("[").split(" · "))


def test_plain_text_has_no_marks_and_markdown_has_those_of_its_own() -> None:
    lines = [
        ("list", True, "12 berths"),
        ("table", True, "berth | metres"),
        ("table", True, "1 | 40"),
        ("code", True, "berths = 12"),
        ("box", True, "Depth: 9 m"),
        ("menu", False, "Home"),
    ]
    plain = written(site(*lines), 0, ".txt").decode().split("\n\n")
    assert plain[:3] == ["The harbour", "It is old.", "It is deep. It is wide."]
    assert plain[3:] == [
        "12 berths",
        "berth    metres\n1    40",
        "    berths = 12",
        "Depth: 9 m",
    ]
    marked = written(site(*lines), 0, ".md").decode().split("\n\n")
    assert marked[:2] == ["- [Home](0.md)", "# The harbour"]
    assert marked[4:] == [
        "- 12 berths",
        "| berth | metres |\n|---|---|\n| 1 | 40 |",
        "```\nberths = 12\n```",
        "> Depth: 9 m",
    ]


def test_half_of_the_sites_are_written_with_the_elements_of_html_5() -> None:
    menu = ("menu", False, "Home & more")
    modern = html.fromstring(written(site(menu), 0, ".html").decode())
    plain = html.fromstring(written(site(menu, name="town"), 0, ".html").decode())
    assert modern.xpath("//nav//a/text()") == ["Home & more"]
    assert modern.xpath("//main/article/h1/text()") == ["The harbour"]
    assert plain.xpath("//nav | //main | //article | //footer") == []
    assert plain.xpath("//div[@class='main-menu']//a/text()") == ["Home & more"]
    assert plain.xpath("//div[@class='text']/h1/text()") == ["The harbour"]


def test_a_trail_and_a_bar_are_links_but_for_the_page_itself() -> None:
    lines = [("crumb", False, "Home > Port > {title}"), ("bar", False, "News | About")]
    page = html.fromstring(written(site(*lines), 0, ".html").decode())
    assert page.xpath("//nav[@class='breadcrumb']//a/text()") == ["Home", "Port"]
    assert page.xpath("string(//nav[@class='breadcrumb'])") == "Home > Port > The harbour"
    assert page.xpath("//p[a='News']/a/text()") == ["News", "About"]


def test_a_word_file_counts_its_pages_by_fields_and_has_its_table() -> None:
    lines = [
        ("pageno", False, "Page {page} of {pages}"),
        ("frame", True, "The port is a port."),
        ("table", True, "berth | metres"),
    ]
    document = docx.Document(io.BytesIO(written(site(*lines), 0, ".docx")))
    footer = document.sections[0].footer
    assert "The port is a port." in [paragraph.text for paragraph in footer.paragraphs]
    fields = footer._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["berth", "metres"]
    assert document.paragraphs[0].style is not None
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "The harbour"
    ]

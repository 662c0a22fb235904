from pathlib import Path

from eval.bench.cleaning import SITES
from eval.bench.made.sites import FORMATS, Line, load_site, split_top

SITE = """
pages:
  - The first | One. | Two.
  - The second | Three.
facts:
  body: |
    It rained.
    It snowed.
    It was cold.
  every: |
    The mayor is Anna Holm.
rubbish:
  menu: |
    Home
  pageno: |
    Page {page}
  crumb: |
    Home > {title}
"""


def test_lines_stand_on_every_page_or_are_dealt_out_to_the_pages(tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_text(SITE, "utf-8")
    site = load_site(tmp_path / "town.yaml")
    assert site.name == "town"
    assert site.pages == [["The first", "One.", "Two."], ["The second", "Three."]]
    assert site.at(0, "body", fact=True) == ["It rained.", "It was cold."]
    assert site.at(1, "body", fact=True) == ["It snowed."]
    for page in (0, 1):
        assert site.at(page, "every", fact=True) == ["The mayor is Anna Holm."]
        assert site.at(page, "menu", fact=False) == ["Home"]
        assert site.at(page, "menu", fact=True) == []
    assert site.at(1, "crumb", fact=False) == ["Home > The second"]


def test_rubbish_that_only_markup_proves_is_told_only_where_there_is_markup() -> None:
    assert Line("a", "Home", False, "menu", -1).formats == (".md", ".html")
    assert Line("a", "Page 1", False, "pageno", -1).formats == (".docx",)
    assert Line("a", "Back to top", False, "every", -1).formats == FORMATS
    assert Line("a", "Home is here.", True, "menu", -1).formats == FORMATS


def test_half_of_the_lines_are_dev_and_a_line_stays_where_it_is() -> None:
    lines = [line for path in SITES.glob("*.yaml") for line in load_site(path).lines]
    dev = [line for line in lines if line.split == "dev"]
    assert 0.4 < len(dev) / len(lines) < 0.6
    moved = Line(dev[0].site, dev[0].text, not dev[0].fact, "foot", 7)
    assert moved.split == "dev"


def test_ways_past_the_menu_stand_above_the_text() -> None:
    lines = ["Skip to content", "Back to top", "Search this site", "Contact"]
    top, foot = ["Skip to content", "Search this site"], ["Back to top", "Contact"]
    assert split_top(lines) == (top, foot)

"""Which lines of one article go, and which only look so: `navigation`, `links`, `keywords`."""

import re

import pytest

from index.cleaning.cleaning import clean
from index.cleaning.keywords import KEYWORDS
from index.cleaning.links import LINK, LINKS_UNDER
from index.cleaning.navigation import POINTER, TRAIL

ARTICLE = (
    "The council met in the town hall on a rainy evening to talk about the bridge over the river. "
    "Farmers had brought carts full of stones, because nobody believed that money would ever come "
    "from the capital. After a long quarrel between the miller and the priest everybody agreed "
    "that building should start before winter, with oak from the royal forest. Children carried "
    "water for the mortar and women baked bread on hot plates beside the scaffold. When autumn "
    "storms tore away the first arch, masons from the valley laughed at their neighbours, yet they "
    "sent ropes and pulleys next morning. An old sailor taught apprentices how knots hold under "
    "weight, while the widow who owned the ferry watched in silence. At last the keystone was "
    "lowered during the harvest feast, drums rolled, and the bishop walked across barefoot.\n"
)


def test_advertising_and_navigation_lines_go_and_are_listed_with_the_reason() -> None:
    title = "A bridge for the valley at last"
    raw = (
        f"Home > News > Valley > {title}\n{title}\n\n{ARTICLE}Read original article here.\n"
        "Office Chair,Standing Desk,Desk Lamp\nGood Desks CO.,Ltd , https://www.desks.example\n"
    )
    text, changes = clean(raw)
    assert text == f"{title}\n\n{ARTICLE}".strip()
    assert [change.rule for change in changes] == [TRAIL, POINTER, KEYWORDS, KEYWORDS]
    assert all(change.before in raw and change.after == "" for change in changes)


@pytest.mark.parametrize(
    "line",
    [
        "Home is where the heart is - and the bank - and the school.",
        "Read more books, said the teacher, and the children did so every day of that long year.",
        "See https://www.example.org for the full list of members, which is long.",
        "| Home | Away | Read more here |",
        "View of the harbour",
        "Oslo, Bergen, Stavanger",
        "Share of cheese per app",
        "Ada Lovelace, Charles Babbage, London, http://x.example",
        "Share capital: 4.2 million yuan or more",
        "Share prices rose 12% and may rise more.",
        "Download fees of 20 euros are charged here.",
        "Location / Capacity / Price",
        "Oak Desk,Standing Desk\nMarrow Desks Ltd , https://www.marrow.example",
        "Home - Away - Draw",
        "Animalia > Chordata > Mammalia",
        "Home > Settings > Network > Proxy",
        "Read more",
        "More than 40 boats lay here.",
        "[Annual report 2023](report.pdf)",
        "[Rosalind Peake](peake.md)",
        "Download here: https://kestrel.example/4.2",
        "- Share this page",
        "> Read the original here.",
        "# Share this page",
    ],
)
def test_text_that_only_looks_like_navigation_stays(line: str) -> None:
    assert clean(f"First sentence.\n{line}\n")[0].endswith(line)


def test_a_trailing_address_of_the_article_itself_stays() -> None:
    contact = (
        "Contact: Town Hall, High Street, Marrowby\nWeb: www.marrowby.example, Tel 01632 960001"
    )
    assert clean(f"The office is open.\n{contact}\n")[0].endswith(contact)


def test_a_closing_list_of_products_with_the_address_of_their_maker_stays() -> None:
    for shop in ("Oak Desk, Standing Desk, Desk Lamp", "Oak bridge,Stone bridge,Toll bridge"):
        foot = f"{shop}\nMarrow Works Ltd , https://www.marrow.example"
        assert clean(f"{ARTICLE}{foot}\n")[0].endswith(foot)


@pytest.mark.parametrize(
    "trail",
    [
        "High Court - Chancery Division - Civil - Smith against the Borough of Marrow",
        "Current location - Store - Shelf four - Bronze owl",
        "Animalia > Chordata > Mammalia > Felis silvestris",
        "Home > 2023 > Prices > Prices of oak and of ash",
    ],
)
def test_a_trail_that_says_more_than_the_way_to_the_page_stays(trail: str) -> None:
    title = re.split(" [->] ", trail)[-1]
    assert clean(f"{trail}\n{title}\n\nThe text.\n")[0].startswith(trail)


def test_links_by_their_markup_go_where_they_say_nothing_or_stand_under_an_offer() -> None:
    links = "- [Oats of the hills](o.md)\n- [Malt, 12 euros](m.md)\n"
    menu = "[Home](/) | [News](/n) | [Sport](/s)"
    raw = f"{menu}\n\n# Rye\n\nRye is old.\n\n## Related articles\n\n{links}"
    text, changes = clean(raw)
    assert text == "# Rye\n\nRye is old.\n\n- [Malt, 12 euros](m.md)"
    assert [change.rule for change in changes] == [LINK, LINKS_UNDER, LINKS_UNDER]


def test_a_line_of_code_is_no_link_and_no_pointer() -> None:
    fenced = "```\n[Home](index)\n\nRead more here\n\n```"
    raw = f"Write it so:\n\n{fenced}\n\n    Read more here\n\nIt is a link."
    assert clean(raw)[0] == raw


def test_a_trailing_list_without_an_address_stays() -> None:
    assert clean("The towns are:\nOslo, Bergen, Stavanger")[0].endswith("Stavanger")

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.cleaning import Change, clean
from index.cleaning.navigation import KEYWORDS, LINK, LINKS_UNDER, POINTER, TRAIL

SEEDS = sorted((Path(__file__).parents[3] / "seeds").iterdir())


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("â€œtea loanâ€, and more", "“tea loan”, and more"),
        ("the “tea loanâ€, Wannian “live pig loanâ€.", "the “tea loan”, Wannian “live pig loan”."),
        ("“a leading enterprise†model", "“a leading enterprise” model"),
        ("“for poor areas.†Li Qun said", "“for poor areas.” Li Qun said"),
        ("a footnote† stays", "a footnote† stays"),
        ("“the dagger† is a note”", "“the dagger† is a note”"),
        ("12\x0c13", "12 13"),
        ("donâ€t", "don’t"),
        ("zero\u200bwidth \u202ehidden", "zerowidth hidden"),
        ("no\u00a0break", "no break"),
        ("“curly” and ‘quotes’ stay", "“curly” and ‘quotes’ stay"),
        ("a\r\nb\n\n\n\nc", "a\nb\n\nc"),
    ],
)
def test_broken_characters_are_repaired(raw: str, cleaned: str) -> None:
    assert clean(raw)[0] == cleaned


ARTICLE = (
    "The council met in the town hall on a rainy evening to talk about the bridge over the river. Farmers had brought carts "
    "full of stones, because nobody believed that money would ever come from the capital. After a long quarrel between the "
    "miller and the priest everybody agreed that building should start before winter, with oak from the royal forest. "
    "Children carried water for the mortar and women baked bread on hot plates beside the scaffold. When autumn storms tore "
    "away the first arch, masons from the valley laughed at their neighbours, yet they sent ropes and pulleys next morning. "
    "An old sailor taught apprentices how knots hold under weight, while the widow who owned the ferry watched in silence. "
    "At last the keystone was lowered during the harvest feast, drums rolled, and the bishop walked across barefoot.\n"
)


def test_advertising_and_navigation_lines_go_and_are_listed_with_the_reason() -> None:
    raw = (
        "Home > News > Valley > A bridge for the valley at last\nA bridge for the valley at last\n\n"
        f"{ARTICLE}Read original article here.\n"
        "Office Chair,Standing Desk,Desk Lamp\nGood Desks CO.,Ltd , https://www.desks.example\n"
    )
    text, changes = clean(raw)
    assert text == f"A bridge for the valley at last\n\n{ARTICLE}".strip()
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
    raw = f"[Home](/) | [News](/n) | [Sport](/s)\n\n# Rye\n\nRye is old.\n\n## Related articles\n\n{links}"
    text, changes = clean(raw)
    assert text == "# Rye\n\nRye is old.\n\n- [Malt, 12 euros](m.md)"
    assert [change.rule for change in changes] == [LINK, LINKS_UNDER, LINKS_UNDER]


def test_a_line_of_code_is_no_link_and_no_pointer() -> None:
    raw = "Write it so:\n\n```\n[Home](index)\n\nRead more here\n\n```\n\n    Read more here\n\nIt is a link."
    assert clean(raw)[0] == raw


def test_a_trailing_list_without_an_address_stays() -> None:
    assert clean("The towns are:\nOslo, Bergen, Stavanger")[0].endswith("Stavanger")


PROVEN = {POINTER, LINK, LINKS_UNDER, TRAIL, KEYWORDS}


def lost_digits(raw: str, text: str, changes: list[Change]) -> str:
    """Return the digits that the article should have and does not, or that a removed line took along; empty when all is well.

    A line of the source may go when it is listed with a proof and holds no digit but in an address or in the title below it.
    """
    gone = Counter(
        change.before for change in changes if change.rule in PROVEN and not change.after
    )
    taken = [
        line for line in gone if re.search(r"\d", re.sub(r"(?:https?://|www\.|\]\()\S+", "", line))
    ]
    if unproven := [
        line
        for line in taken
        if not any(line.endswith(kept.lstrip("# ")) for kept in text.split("\n") if kept)
    ]:
        return "".join(unproven)
    wanted = Counter(re.findall(r"\d", raw)) - Counter(re.findall(r"\d", "".join(gone.elements())))
    left = iter(re.findall(r"\d", raw))
    in_order = all(digit in left for digit in re.findall(r"\d", text))
    return "" if in_order and wanted == Counter(re.findall(r"\d", text)) else f"{raw} became {text}"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_no_digit_of_an_article_is_lost(path: Path) -> None:
    raw = path.read_text("utf-8")
    assert lost_digits(raw, *clean(raw)) == ""


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Pay 12.", []),
        ("Pay 12.", [Change("navigation", "Pay 34.", "")]),
        ("Pay 12.", [Change(POINTER, "Pay 34.", "")]),
        ("Pay 12.\nPay 43.", []),
        ("Pay 12.\nPay 34 5.", []),
    ],
)
def test_a_lost_digit_is_noticed(text: str, changes: list[Change]) -> None:
    assert lost_digits("Pay 12.\nPay 34.", text, changes)


def test_the_seeds_come_out_without_mojibake_or_advertising() -> None:
    texts = [clean(path.read_text("utf-8"))[0] for path in SEEDS]
    assert not any(
        re.search("â€|†|aoxing|Current location|Read original article", text) for text in texts
    )


@given(st.text())
def test_every_changed_line_is_listed(raw: str) -> None:
    """What is not listed stands in the text as it stood in the file, but for line ends and white space at them."""
    text, changes = clean(raw)
    lines = [line.strip() for line in re.split("\r\n|\r|\n", raw)]
    kept = {line.strip() for line in text.split("\n")}
    listed = {change.before for change in changes}
    assert all(line in kept or line in listed for line in lines if line)


def test_hidden_characters_are_removed_and_listed() -> None:
    text, changes = clean("Pay 12\u200b34 \u202eto\u2066 \U000e0041him.")
    assert text == "Pay 1234 to him."
    assert [change.rule for change in changes] == ["invisible"]


LINES = st.sampled_from(
    "Read more here;Read 12 more here;Share this page 3;Back to top;[Home](/1);[Home 2](/);## Related articles;- [A 5](x);- [B](x);"
    "Home > 1 > A;A;A 7;Home > B > A 7;Oak,Ash,Elm;Firm 9 , https://f.example;Firm , https://f.example/9;;The 4 end.;```".split(
        ";"
    )
)


@given(
    st.one_of(
        st.text(st.sampled_from("12３٣ â€œ†\u200b\xa0ab\n½²①")),
        st.lists(LINES, max_size=12).map("\n".join),
    )
)
def test_no_digit_is_ever_lost(raw: str) -> None:
    assert lost_digits(raw, *clean(raw)) == ""


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join)))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once, _ = clean(raw)
    assert clean(once)[0] == once


@given(
    st.lists(st.integers(0, 10**9), max_size=20),
    st.sampled_from(["â€œ", "â€", "†", " ", "\u200b", ", ", "\n"]),
)
def test_numbers_survive_in_order(numbers: list[int], glue: str) -> None:
    raw = glue.join(map(str, numbers))
    assert re.findall(r"\d", clean(raw)[0]) == re.findall(r"\d", raw)

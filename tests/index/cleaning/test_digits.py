"""What holds of cleaning whatever the text: no digit is lost, twice changes nothing more."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.cleaning import Change, clean
from index.cleaning.keywords import KEYWORDS
from index.cleaning.links import LINK, LINKS_UNDER
from index.cleaning.navigation import POINTER, TRAIL

SEEDS = sorted((Path(__file__).parents[3] / "seeds").iterdir())


PROVEN = {POINTER, LINK, LINKS_UNDER, TRAIL, KEYWORDS}


LISTED = (
    "Read more here;Read 12 more here;Share this page 3;Back to top;[Home](/1);[Home 2](/);"
    "## Related articles;- [A 5](x);- [B](x);Home > 1 > A;A;A 7;Home > B > A 7;Oak,Ash,Elm;"
    "Firm 9 , https://f.example;Firm , https://f.example/9;;The 4 end.;```"
)


LINES = st.sampled_from(LISTED.split(";"))


def lost_digits(raw: str, text: str, changes: list[Change]) -> str:
    """Return the digits that the article should have and does not; empty when all is well.

    Those that a removed line took along count: a line of the source may go when it is listed with a
    proof and holds no digit but in an address or in the title below it.
    """
    proven = (change for change in changes if change.rule in PROVEN and not change.after)
    gone = Counter(change.before for change in proven)
    plain = {line: re.sub(r"(?:https?://|www\.|\]\()\S+", "", line) for line in gone}
    titles = tuple(kept.lstrip("# ") for kept in text.split("\n") if kept)
    if unproven := [
        line for line in gone if re.search(r"\d", plain[line]) and not line.endswith(titles)
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


@given(
    st.one_of(
        st.text(st.sampled_from("12３٣ â€œ†\u200b\xa0ab\n½²①")),
        st.lists(LINES, max_size=12).map("\n".join),
    )
)
def test_no_digit_is_ever_lost(raw: str) -> None:
    assert lost_digits(raw, *clean(raw)) == ""


@given(
    st.lists(st.integers(0, 10**9), max_size=20),
    st.sampled_from(["â€œ", "â€", "†", " ", "\u200b", ", ", "\n"]),
)
def test_numbers_survive_in_order(numbers: list[int], glue: str) -> None:
    raw = glue.join(map(str, numbers))
    assert re.findall(r"\d", clean(raw)[0]) == re.findall(r"\d", raw)


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join)))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once, _ = clean(raw)
    assert clean(once)[0] == once


def test_the_seeds_come_out_without_mojibake_or_advertising() -> None:
    texts = [clean(path.read_text("utf-8"))[0] for path in SEEDS]
    assert not any(
        re.search("â€|†|aoxing|Current location|Read original article", text) for text in texts
    )

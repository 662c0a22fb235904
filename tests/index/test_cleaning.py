import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import clean

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


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


def test_advertising_and_navigation_lines_go_and_are_listed() -> None:
    raw = (
        "Current location - News Network - Cooking - A title\nA title\n\nThe text has a sentence.\nRead original article here.\n"
        "Office Chair,Standing Desk,Desk Lamp\nGood Desks CO.,Ltd , https://www.desks.example\n"
    )
    text, changes = clean(raw)
    assert text == "A title\n\nThe text has a sentence."
    assert sorted(change.rule for change in changes) == ["advertising", "advertising", "navigation", "navigation"]
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
    ],
)
def test_text_that_only_looks_like_navigation_stays(line: str) -> None:
    assert clean(f"First sentence.\n{line}\n")[0].endswith(line)


def test_a_trailing_address_of_the_article_itself_stays() -> None:
    contact = "Contact: Town Hall, High Street, Marrowby\nWeb: www.marrowby.example, Tel 01632 960001"
    assert clean(f"The office is open.\n{contact}\n")[0].endswith(contact)


def test_a_trailing_list_without_an_address_stays() -> None:
    assert clean("The towns are:\nOslo, Bergen, Stavanger")[0].endswith("Stavanger")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_no_digit_of_an_article_changes(path: Path) -> None:
    raw = path.read_text("utf-8")
    text, changes = clean(raw)
    removed = "".join(change.before for change in changes if not change.after)
    assert sorted(re.findall(r"\d", text + removed)) == sorted(re.findall(r"\d", raw))


def test_the_seeds_come_out_without_mojibake_or_advertising() -> None:
    texts = [clean(path.read_text("utf-8"))[0] for path in SEEDS]
    assert not any(re.search("â€|†|aoxing|Current location|Read original article", text) for text in texts)


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


@given(st.text(st.sampled_from("12３٣ â€œ†\u200b\xa0ab\n½²①")))
def test_no_digit_ever_changes(raw: str) -> None:
    text, changes = clean(raw)
    removed = "".join(change.before for change in changes if not change.after)
    assert sorted(re.findall(r"\d", text + removed)) == sorted(re.findall(r"\d", raw))


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once, _ = clean(raw)
    assert clean(once)[0] == once


@given(st.lists(st.integers(0, 10**9), max_size=20), st.sampled_from(["â€œ", "â€", "†", " ", "\u200b", ", ", "\n"]))
def test_numbers_survive_in_order(numbers: list[int], glue: str) -> None:
    raw = glue.join(map(str, numbers))
    assert re.findall(r"\d", clean(raw)[0]) == re.findall(r"\d", raw)

from typing import TYPE_CHECKING

import pytest

from index.reading.text_format import read_text

if TYPE_CHECKING:
    from tests.index.reading.conftest import ReadOne


def test_a_file_in_an_older_encoding_is_read_and_says_so(read_one: "ReadOne") -> None:
    article = read_one("a.txt", "Café prices rose 5 €.".encode("cp1252"))
    assert article.text == "Café prices rose 5 €."
    assert [change.rule for change in article.changes] == ["encoding"]


def test_a_utf_16_file_is_read(read_one: "ReadOne") -> None:
    assert read_one("a.txt", "Prices rose 5 €.".encode("utf-16")).text == "Prices rose 5 €."


def test_front_matter_gives_title_date_and_address_and_is_listed(
    read_one: "ReadOne",
) -> None:
    article = read_one(
        "a.md",
        b"---\ntitle: The bridge\ndate: 2021-05-03\nurl: https://x.example/b\n---\nIt is long.\n",
    )
    assert (article.title, article.published, article.url, article.text) == (
        "The bridge",
        "2021-05-03",
        "https://x.example/b",
        "It is long.",
    )
    assert [change.rule for change in article.changes] == ["front matter"]


def test_what_front_matter_says_beyond_that_is_text_and_settings_of_the_generator_are_not(
    read_one: "ReadOne",
) -> None:
    facts = "author: Jane Moss\nhours:\n  mon: 9-5\ntags: [oak, ash]"
    raw = f"---\ntitle: The bridge\nlayout: post\n{facts}\n---\nIt is long.\n".encode()
    text = "It is long.\n\nauthor: Jane Moss\nhours mon: 9-5\ntags: oak, ash"
    assert read_one("a.md", raw).text == text


@pytest.mark.parametrize(("draft", "text"), [("true", "Text.\n\ndraft: True"), ("false", "Text.")])
def test_that_an_article_is_a_draft_stays(draft: str, text: str, read_one: "ReadOne") -> None:
    raw = f"---\ntitle: Rules\ndraft: {draft}\n---\nText.\n".encode()
    assert read_one("a.md", raw).text == text


@pytest.mark.parametrize("value", ["!!bool x", '!!int ""', "!!timestamp x", "[" * 2000])
def test_facts_that_cannot_be_read_are_left_in_the_text(value: str, read_one: "ReadOne") -> None:
    assert read_one("a.md", f"---\na: {value}\n---\nText.\n".encode()).text.endswith("Text.")


def test_a_ruled_line_at_the_top_is_no_front_matter(read_one: "ReadOne") -> None:
    assert read_one("a.md", b"---\nJust a line.\n---\nText.\n").text.startswith("---\nJust a line.")


def test_front_matter_that_repeats_itself_by_aliases_is_left_as_text() -> None:
    rows = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 7)]
    text = "\n".join(["---", "a0: &a0 [x, x]", *rows, "---", "Hello text."])
    assert read_text(text.encode()).text == text

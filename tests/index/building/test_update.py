"""What a build takes in of a folder that changes under it, and of files with odd names or texts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.building.update import hash_of
from index.types import WellspringError
from index.unread import Unread

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def built_while(folder: "Folder", change: Callable[[], None]) -> list[tuple[str, str]]:
    """Build, and let a change happen once the first file is read; return what was skipped."""

    def look(what: str, done: int, _total: int) -> None:
        if (what, done) == ("Reading articles", 1):
            change()

    report = build(folder.articles, folder.data, folder.embedder, len, look)
    return [(one.source, one.code) for one in report.skipped]


def test_a_file_deleted_while_the_folder_is_read_is_told_and_gone_with_the_next_build(
    quick: "Folder",
) -> None:
    assert built_while(quick, lambda: quick.remove("cheese.txt")) == [
        ("articles/cheese.txt", Unread.UNREADABLE)
    ]
    assert quick.stored().keys() == {"bridge.txt"}
    report = quick.build()
    assert (report.skipped, report.articles) == ((), 1)


def test_a_file_deleted_while_it_is_read_again_keeps_its_last_good_version_till_the_next_build(
    quick: "Folder",
) -> None:
    quick.build()
    quick.write("bridge.txt", "The bridge is closed.")
    quick.write("cheese.txt", "No cheese is made any more.")
    built_while(quick, lambda: quick.remove("cheese.txt"))
    assert "900 wheels" in quick.stored()["cheese.txt"].text
    assert quick.build().removed == ("articles/cheese.txt",)


def test_a_file_that_grows_over_the_limit_while_the_folder_is_read_is_told(
    quick: "Folder",
) -> None:
    outcome = built_while(quick, lambda: quick.write("cheese.txt", "x" * 20_000_001))
    assert outcome == [("articles/cheese.txt", Unread.TOO_LARGE)]


def test_a_file_that_changes_after_it_was_read_is_read_again_by_the_next_build(
    quick: "Folder",
) -> None:
    built_while(quick, lambda: quick.write("bridge.txt", "The bridge is closed."))
    assert "1874" in quick.stored()["bridge.txt"].text
    assert quick.build().read == ("articles/bridge.txt",)
    assert quick.stored()["bridge.txt"].text == "The bridge is closed."


def test_duplicates_whose_article_goes_while_they_cannot_be_read_end_no_build(
    quick: "Folder",
) -> None:
    text = "The ferry takes 35 minutes."
    quick.write("a.txt", text)
    quick.write("b.txt", text)
    quick.build()
    quick.remove("a.txt")
    quick.write("b.txt", b"\x00")
    report = quick.build()
    assert set(report.removed) == {"articles/a.txt", "articles/b.txt"}
    assert [one.code for one in report.skipped] == [Unread.BINARY]


def test_a_folder_of_nothing_that_can_be_used_names_the_first_file(quick: "Folder") -> None:
    quick.write("bridge.txt", b"\x00")
    quick.write("cheese.txt", "")
    with pytest.raises(WellspringError, match=r"articles/bridge.txt is a binary file") as told:
        quick.build()
    assert told.value.code == "no_articles"


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "ünïcode.txt",
        "马罗桥.txt",
        "🦉.txt",
        "100%.txt",
        "a#b.txt",
        'it\'s "quoted".txt',
        "UPPER.TXT",
        "dots.in.name.md",
        "deep/er/and/deeper/x.txt",
        "-rf.txt",
        "new\nline.txt",
        f"{'n' * 200}.txt",
    ],
)
def test_a_file_with_an_odd_name_is_an_article_like_any_other(quick: "Folder", name: str) -> None:
    quick.write(name, "The owls of the western wood numbered 77.")
    assert quick.build().read[0] == f"articles/{name}" or quick.build().articles == 3
    article = quick.stored()[name]
    index = quick.open()
    assert index.article(article.id) == article
    assert index.search("owls of the western wood", 1)[0].passage.source == f"articles/{name}"
    quick.remove(name)
    assert quick.build().removed == (f"articles/{name}",)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "word " * 6_000,
        "z" * 9_000,
        "👩‍👩‍👧‍👦 family of 4. " * 50,
        "e\u0301t\u00e9 " * 300,
        "مرحبا بالعالم 42. " * 100,
        "\u2028\u2029 line 7\u0085next",
        "a\rb\r\nc\n" * 400,
        "7" * 5_000,
    ],
)
def test_every_text_is_stored_whole_and_cut_into_passages_that_cover_it(
    quick: "Folder", text: str
) -> None:
    quick.write("text.txt", text)
    quick.build()
    article = quick.stored()["text.txt"]
    places = quick.open().passages_of(article.id)
    covered = "".join(article.text[start:end] for start, end, _ in places)
    assert set("".join(article.text.split())) <= set(covered)
    assert (places[0][0], places[-1][1]) == (0, len(article.text))
    assert sum(char.isdigit() for char in article.text) == sum(char.isdigit() for char in text)


def test_records_of_a_jsonl_file_come_change_and_go_one_by_one(quick: "Folder") -> None:
    def write(**texts: str) -> None:
        lines = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
        quick.write("a.jsonl", "\n".join(lines))

    write(owl="The owls numbered 77.", inn="The inn has 12 rooms.")
    quick.build()
    write(inn="The inn has 13 rooms.", mill="The mill is old.")
    report = quick.build()
    assert set(report.read) == {"articles/a.jsonl#inn", "articles/a.jsonl#mill"}
    assert report.removed == ("articles/a.jsonl#owl",)
    assert quick.stored()["a.jsonl#inn"].text == "The inn has 13 rooms."


def test_the_hash_of_what_cannot_be_read_is_empty(tmp_path: Path) -> None:
    assert hash_of(tmp_path) == hash_of(tmp_path / "none") == ""

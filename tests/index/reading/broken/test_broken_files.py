"""Files that are broken, cut off, damaged, too deep.

Each is told with its reason, its last good version stays, no build ends.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.extracted import Extracted, UnusableError, readable
from index.reading.readers import RawArticle, ReadArticle, Skipped
from index.types import WellspringError
from index.unread import Unread

if TYPE_CHECKING:
    from tests.index.conftest import Folder
    from tests.index.reading.conftest import Read


Written = Callable[[str, Sequence[str]], bytes]


@pytest.mark.parametrize("field", ["text", "title", "url", "date", "id"])
def test_half_a_character_anywhere_in_a_record_ends_no_build(folder: "Folder", field: str) -> None:
    record = {
        "text": "The owls of Marrow numbered 77.",
        field: "The owls of Marrow \ud800 numbered 77.",
    }
    folder.write("owl.jsonl", json.dumps(record))
    assert folder.build().skipped == ()
    assert "77" in folder.first("owls of Marrow")


def test_half_a_character_of_a_text_is_listed_as_changed(tmp_path: Path, read: "Read") -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Owls \udfff\ud800 77."}))
    (article,) = read(tmp_path / "a.jsonl")
    assert isinstance(article, ReadArticle)
    assert [change.before for change in article.changes if change.rule == "encoding"] == [
        "2 halves of characters: U+D800, U+DFFF"
    ]


def test_files_with_names_that_are_not_utf_8_are_told_each_by_itself(folder: "Folder") -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        Path(os.fsdecode(os.fsencode(folder.articles) + b"/" + name)).write_text(
            "The café has 9 tables."
        )
    reason = "has a name that is not UTF-8; rename it"
    assert [(one.source, one.reason) for one in folder.build().skipped] == [
        ("articles/caf\\xe8.txt", reason),
        ("articles/caf\\xe9.txt", reason),
    ]


def test_a_folder_with_a_name_that_is_not_utf_8_is_told(folder: "Folder") -> None:
    folder.articles = folder.articles.rename(os.fsdecode(os.fsencode(folder.articles) + b"\xe9"))
    with pytest.raises(WellspringError, match=r"not UTF-8\. Rename it"):
        folder.build()


@pytest.mark.parametrize(
    "page",
    ["<html><head><title>Owls</title></head><body></body></html>", "<html><head><script>let x = 1"],
)
def test_a_page_that_has_lost_its_text_keeps_its_last_good_version(
    folder: "Folder", page: str
) -> None:
    folder.write("page.html", b"<html><body><p>The owls of Marrow numbered 77.</p></body></html>")
    folder.build()
    folder.write("page.html", page)
    report = folder.build()
    assert ([one.reason for one in report.skipped], report.removed) == (["holds no text"], ())
    assert "77" in folder.first("owls of Marrow")
    folder.write("page.html", "")
    # Emptied: that is what somebody wanted.
    assert folder.build().removed == ("articles/page.html",)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError(), "is nested too deeply to be read"),
        (MemoryError(), "needs more memory than there is; split it into articles"),
        (ValueError("x"), "is a damaged PDF (ValueError)"),
        (AssertionError(), "is a damaged PDF (AssertionError)"),
        (UnusableError(Unread.NOT_JSON), "is not JSON"),
    ],
)
def test_whatever_a_library_raises_becomes_a_reason(error: Exception, reason: str) -> None:
    def extract(_: bytes) -> Extracted:
        with readable(Unread.DAMAGED_PDF):
            raise error

    assert RawArticle("a.txt", b"x", "", extract, emptied=True).read() == Skipped("a.txt", reason)


def test_an_error_that_no_reader_expects_costs_its_file_only() -> None:
    def extract(_: bytes) -> Extracted:
        raise LookupError

    assert RawArticle("a.txt", b"x", "", extract, emptied=True).read() == Skipped(
        "a.txt", "could not be read (LookupError)"
    )

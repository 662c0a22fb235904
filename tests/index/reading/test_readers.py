import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.extracted import iso_date
from index.reading.files import ReadOptions, list_folder, source_of
from index.reading.readers import ReadArticle, Skipped, article_id
from index.types import WellspringError
from index.unread import Unread

if TYPE_CHECKING:
    from tests.index.reading.conftest import Read, ReadOne


def test_ids_are_safe_in_a_url_and_differ_by_folder() -> None:
    first, second = article_id("a/Ärger & more.txt"), article_id("b/Ärger & more.txt")
    assert first != second
    assert re.fullmatch(r"[a-z0-9-]+", first)


def test_files_are_found_below_the_folder_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", ".hidden.txt", ".git/x.txt", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    found = list_folder(tmp_path).files
    assert [source_of(path, tmp_path) for path in found] == [
        f"{tmp_path.name}/b.txt",
        f"{tmp_path.name}/sub/a.md",
    ]


@pytest.mark.parametrize("make", ["missing", "file", "empty"])
def test_a_bad_folder_gets_a_sentence_that_says_what_to_do(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "folder"
    if make == "file":
        folder.write_text("x")
    if make == "empty":
        folder.mkdir()
    with pytest.raises(WellspringError, match=r"folder.*(Give|Put)"):
        list_folder(folder)


def test_an_article_keeps_the_hash_of_its_file(read_one: "ReadOne") -> None:
    raw = b"A story. It has text."
    assert read_one("a.txt", raw).sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n\t", "no text"),
        ("a.txt", b"\x00\x01PNG", "binary"),
        ("a.html", b"", "no text"),
        ("a.html", b"<html><script>x=1</script></html>", "no text"),
        ("a.pdf", b"%PDF-1.4 rubbish", "damaged PDF"),
        ("a.pdf", b"no pdf", "damaged PDF"),
        ("a.docx", b"PK rubbish", "damaged Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "encrypted or an old .doc"),
        ("a.jsonl", b"\n", "no text"),
        ("a.jsonl", b"{not json", "not JSON"),
        ("a.jsonl", b'["a"]', "not an object with a `text`"),
        ("a.jsonl", b"[" * 100_000, "nested too deeply"),
        ("a.jsonl", b'{"text": ""}', "no text"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_its_reason(
    tmp_path: Path, name: str, raw: bytes, reason: str, read: "Read"
) -> None:
    (tmp_path / name).write_bytes(raw)
    (skipped,) = read(tmp_path / name)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_a_huge_file_is_skipped_and_says_which_setting_allows_it(
    tmp_path: Path, read: "Read"
) -> None:
    (tmp_path / "a.txt").write_text("x" * 2000)
    (skipped,) = read(tmp_path / "a.txt", ReadOptions(max_bytes=1000))
    assert isinstance(skipped, Skipped)
    assert "larger than 0.001 MB" in skipped.reason
    assert "WELLSPRING_MAX_FILE_MB" in skipped.reason


def test_a_jsonl_file_holds_an_article_a_line(tmp_path: Path, read: "Read") -> None:
    lines = [
        {
            "id": "b1",
            "title": "The bridge",
            "text": "It is 240 metres long.",
            "date": "3 May 2021",
            "url": "https://x.example/b",
        },
        {"text": "The cooperative makes cheese."},
        {"id": "b1", "text": "Again."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{\n")
    first, second, again, broken = read(tmp_path / "a.jsonl")
    assert isinstance(first, ReadArticle)
    assert (first.source, first.title, first.published, first.url) == (
        "folder/a.jsonl#b1",
        "The bridge",
        "2021-05-03",
        "https://x.example/b",
    )
    assert isinstance(second, ReadArticle)
    assert (second.source, second.title) == ("folder/a.jsonl#2", "The cooperative makes cheese.")
    assert isinstance(again, Skipped)
    assert "an earlier line" in again.reason
    assert isinstance(broken, Skipped)
    assert broken.source == "folder/a.jsonl#4"


def test_a_jsonl_file_of_lines_over_the_limit_names_each_and_does_not_say_that_it_is_empty(
    tmp_path: Path, read: "Read"
) -> None:
    (tmp_path / "a.jsonl").write_text("x" * 500 + "\n\n" + "y" * 101)
    found = read(tmp_path / "a.jsonl", ReadOptions(max_bytes=100))
    assert [(one.source, one.code) for one in found if isinstance(one, Skipped)] == [
        ("folder/a.jsonl#1", Unread.TOO_LARGE),
        ("folder/a.jsonl#3", Unread.TOO_LARGE),
    ]


def test_a_line_over_the_limit_costs_only_itself(tmp_path: Path, read: "Read") -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "' + "x" * 500 + '"}\n{"text": "Short."}\n')
    first, second = read(tmp_path / "a.jsonl", ReadOptions(max_bytes=100))
    assert isinstance(first, Skipped)
    assert isinstance(second, ReadArticle)
    assert second.source == "folder/a.jsonl#2"


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2021-05-03T10:00:00Z", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("May 2021", "May 2021"),
        ("2021", "2021"),
        ("soon", "soon"),
        (2021, "2021"),
        (None, None),
        ("", None),
        ([], None),
    ],
)
def test_a_date_is_never_made_up(given: object, date: str | None) -> None:
    assert iso_date(given) == date

"""Files as they are sent: what is refused of each, and what is said of it."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.problems import Problem
from index.reading.roots import named
from index.storage.removals import Removals
from index.types import WellspringError
from tests.web.conftest import send
from web.library.files import (
    FileResult,
    Upload,
    as_indexed,
    check_file,
    encoding_note,
    result_json,
)
from web.library.holdings import Holdings
from web.library.shelf import Shelf

LIMIT = 1_000  # bytes


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("a/b.txt", b"Ash.", Problem.PATH_IN_NAME),
        ("a\\b.txt", b"Ash.", Problem.PATH_IN_NAME),
        ("..", b"Ash.", Problem.PATH_IN_NAME),
        ("", b"Ash.", Problem.BAD_FILE_NAME),
        (".txt", b"Ash.", Problem.BAD_FILE_NAME),
        ("a\nb.txt", b"Ash.", Problem.BAD_FILE_NAME),
        ("é" * 75 + ".txt", b"Ash.", Problem.BAD_FILE_NAME),  # 154 bytes in 79 characters
        ("a.zip", b"Ash.", Problem.UNSUPPORTED_TYPE),
        ("a.txt", b" \r\n\t", Problem.EMPTY_FILE),
        ("a.txt", b"x" * (LIMIT + 1), Problem.FILE_TOO_LARGE),
    ],
)
def test_a_file_that_cannot_be_an_article_is_refused(
    name: str, raw: bytes, problem: Problem
) -> None:
    with pytest.raises(WellspringError) as refused:
        check_file(name, raw, LIMIT)
    assert refused.value.code is problem


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b c.md", "é" * 70 + ".md", "a.b.html"])
def test_a_file_that_can_be_an_article_is_let_through_up_to_the_limit(name: str) -> None:
    check_file(name, b"x" * LIMIT, LIMIT)
    with pytest.raises(WellspringError, match="split it into articles"):
        check_file(name, b"x" * (LIMIT + 1), LIMIT)


def test_a_note_says_when_letters_were_guessed() -> None:
    cafe = "Café"
    assert "Windows-1252" in encoding_note("a.txt", cafe.encode("cp1252"))
    assert encoding_note("a.txt", cafe.encode()) == ""
    assert encoding_note("a.md", cafe.encode("utf-16")) == ""
    assert encoding_note("a.pdf", b"\xff") == ""


def test_a_result_is_sent_without_its_empty_fields() -> None:
    assert result_json(FileResult("a.txt", "added", "town/a.txt", "a-1")) == {
        "file": "a.txt",
        "status": "added",
        "source": "town/a.txt",
        "article_id": "a-1",
    }


def held(articles: dict[str, str], skipped: dict[str, str]) -> Holdings:
    """An index of a file `town/a.jsonl` and of others, which are all that it takes to tell."""
    hashes = {"town/a.jsonl": "1", "town/b.md": "2"}
    return Holdings(named(Path("/town"), Path("/data")), hashes, articles, skipped, Removals())


ADDED = FileResult("a.jsonl", "added", "town/a.jsonl")


def test_a_file_of_which_nothing_was_read_is_refused_with_the_first_reasons() -> None:
    reasons = {f"town/a.jsonl#{line}": "is not JSON" for line in range(1, 6)}
    told = as_indexed(ADDED, held({}, reasons))
    assert (told.status, told.code) == ("refused", Problem.UNREADABLE_FILE)
    assert told.message == (
        "a.jsonl#1 is not JSON; a.jsonl#2 is not JSON; a.jsonl#3 is not JSON; and 2 more."
    )


def test_a_file_that_is_not_there_was_left_out_by_a_pattern() -> None:
    told = as_indexed(ADDED, held({}, {}))
    assert (told.status, told.code) == ("refused", Problem.IGNORED_FILE)


def test_a_file_that_says_the_same_as_another_is_listed_with_it() -> None:
    told = as_indexed(
        FileResult("b.md", "added", "town/b.md"), held({"town/b.md": "town/other.md"}, {})
    )
    assert told.status == "added"
    assert "says the same as town/other.md" in told.message


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("run.exe", b"MZ", "unsupported_type"),
        ("noending", b"text", "unsupported_type"),
        ("empty.txt", b" \n ", "empty_file"),
        ("../escape.txt", b"Out of the folder.", "path_in_name"),
        (".hidden.txt", b"Hidden.", "bad_file_name"),
        ("x" * 200 + ".txt", b"A long name.", "bad_file_name"),
        ("picture.txt", b"\x89PNG\x00\x00", "unreadable_file"),
        ("dots.txt", b"... --- ...", "unreadable_file"),
        ("big.txt", b"word " * 4_100_000, "file_too_large"),
    ],
)
def test_each_bad_file_has_its_own_message_and_changes_nothing(
    town: TestClient, folder: Path, name: str, raw: bytes, code: str
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    status, files, error = send(town, (name, raw))
    assert status in (413, 415, 422)
    assert error["code"] == files[0]["code"] == code
    assert len(error["message"]) > 20
    assert sorted(path.name for path in folder.iterdir()) == before
    assert town.get("/articles").json()["total"] == 2


def test_lines_of_a_file_may_be_more_together_than_one_article(shelf: Shelf) -> None:
    shelf.max_bytes = 100
    text = json.dumps({"text": "Ash grows here."})
    (many,) = shelf.add([Upload("many.jsonl", "\n".join([text] * 22).encode())])
    (large,) = shelf.add([Upload("large.txt", text.encode() * 22)])
    assert (many.status, large.code) == ("added", Problem.FILE_TOO_LARGE)


def test_a_zip_bomb_is_refused_by_its_type_and_by_its_content(town: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros", b"\x00" * 10_000_000)
    assert send(town, ("bomb.zip", packed.getvalue()))[2]["code"] == "unsupported_type"
    assert send(town, ("bomb.txt", packed.getvalue()))[2]["code"] == "unreadable_file"


def test_a_file_that_is_not_utf_8_is_added_with_a_note(town: TestClient) -> None:
    _, files, _ = send(town, ("cafe.txt", "The café opened in 1950.".encode("cp1252")))
    assert files[0]["status"] == "added"
    assert "not UTF-8" in files[0]["message"]


def test_a_utf_16_file_is_added_without_a_note(town: TestClient) -> None:
    _, files, _ = send(town, ("cafe.txt", "The café opened in 1950.".encode("utf-16")))
    assert files[0]["status"] == "added"
    assert "message" not in files[0]

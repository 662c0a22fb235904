import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.history.file import ConversationsFile

START = "INSERT INTO conversations VALUES (?, ?, ?, ?)"
TURN = """INSERT INTO turns (id, conversation_id, question, answer, json, versions, created)
VALUES (?, ?, 'When?', 'In 1874.', '{}', '{}', '2026')"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ConversationsFile]:
    file = ConversationsFile(tmp_path / "deep" / "down" / "c.sqlite")
    yield file
    file.close()


def test_the_folder_and_the_tables_are_made(file: ConversationsFile, tmp_path: Path) -> None:
    assert (tmp_path / "deep" / "down" / "c.sqlite").is_file()
    found = file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {"conversations", "turns", "feedback"} <= {name for (name,) in found}


def test_rows_are_asked_for_by_place_or_by_name(file: ConversationsFile) -> None:
    file.change(START, "c-1", "Bridges", "2026", "2026")
    assert file.rows("SELECT title FROM conversations WHERE id = ?", "c-1") == [("Bridges",)]
    assert file.rows("SELECT id FROM conversations WHERE title = :t", t="Bridges") == [("c-1",)]
    assert file.rows("SELECT id FROM conversations WHERE id = ?", "none") == []


def test_a_change_says_how_many_rows_it_changed(file: ConversationsFile) -> None:
    for name in ("c-1", "c-2"):
        assert file.change(START, name, "Bridges", "2026", "2026") == 1
    assert file.change("UPDATE conversations SET title = ?", "Roads") == 2
    assert file.change("DELETE FROM conversations WHERE id = ?", "none") == 0


def test_turns_go_with_their_conversation_and_need_one(file: ConversationsFile) -> None:
    file.change(START, "c-1", "Bridges", "2026", "2026")
    file.change(TURN, "t-1", "c-1")
    file.change("DELETE FROM conversations WHERE id = ?", "c-1")
    assert file.rows("SELECT id FROM turns") == []
    with pytest.raises(sqlite3.IntegrityError):
        file.change(TURN, "t-2", "c-1")


def test_what_is_there_outlives_a_second_opening(tmp_path: Path) -> None:
    for name in ("c-1", "c-2"):
        file = ConversationsFile(tmp_path / "c.sqlite")
        file.change(START, name, "Bridges", "2026", "2026")
        file.close()
    file = ConversationsFile(tmp_path / "c.sqlite")
    assert file.rows("SELECT count(*) FROM conversations") == [(2,)]
    file.close()


@pytest.mark.parametrize("size", [100, 5_000])
def test_a_file_whose_end_is_lost_is_told_with_what_to_do(tmp_path: Path, size: int) -> None:
    path = tmp_path / "c.sqlite"
    file = ConversationsFile(path)
    for number in range(20):
        file.change(START, f"c-{number}", "x" * 1000, "2026", "2026")
    file.close()
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(WellspringError, match=r"c\.sqlite cannot be read .*Move it away"):
        ConversationsFile(path).rows("SELECT * FROM conversations")


def test_a_wrong_statement_is_a_fault_of_ours_and_not_of_the_file(file: ConversationsFile) -> None:
    with pytest.raises(sqlite3.OperationalError):
        file.rows("SELECT nothing FROM nowhere")

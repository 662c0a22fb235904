from pathlib import Path
from typing import Any

import pytest

from eval.questions.formats.raw import (
    Text,
    bad,
    checked,
    file_text,
    lines,
    make_document,
    parsed_json,
    set_name,
    wordings,
)
from index.types import WellspringError


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("squad_v2_dev.jsonl.gz", "squad_v2_dev"),
        ("dev.json", "dev"),
        ("works", "works"),
        ("v1.1.json", "v1.1"),
    ],
)
def test_a_set_is_called_after_its_file_without_the_endings(name: str, called: str) -> None:
    assert set_name(Path("sets") / name) == called


def test_an_error_names_the_place_the_problem_and_the_fix() -> None:
    assert str(bad("a:1", "it is broken")) == (
        "a:1: it is broken. Repair the file or get it again."
    )
    assert str(bad("a:1", "it is broken", "Mend it")) == "a:1: it is broken. Mend it."


def test_the_mark_that_opens_some_files_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "marked.json").write_bytes(b"\xef\xbb\xbf{}")
    assert file_text(tmp_path / "marked.json") == "{}"


def test_text_that_is_no_json_is_none_however_deep_it_goes() -> None:
    assert parsed_json("[1]") == [1]
    assert parsed_json("{") is None
    assert parsed_json("[" * 200_000) is None


def test_lines_are_numbered_as_an_editor_does_and_empty_ones_left_out() -> None:
    found = list(lines('{"a": 1}\n\n  \n[2]\n', Path("set.jsonl")))
    assert found == [("set.jsonl:1", {"a": 1}), ("set.jsonl:4", [2])]


@pytest.mark.parametrize(
    ("content", "said"),
    [({}, "`text`: Field required"), ({"text": []}, "`text`"), ("text", "``")],
)
def test_the_first_part_that_does_not_fit_is_named(content: Any, said: str) -> None:
    with pytest.raises(WellspringError, match=f"here: {said}"):
        checked(Text, content, "here")


def test_documents_and_wordings_have_no_spare_space_and_none_is_empty() -> None:
    assert make_document(" A\n bridge ", " It is long.\n") == ("A bridge", "It is long.")
    assert make_document("A bridge", "") == ("", "A bridge")
    assert wordings([" eight ", "", "8", "eight", " "]) == ("eight", "8")

from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.finding import Folders
from qa.models.keeping import locked, writable


def test_the_first_folder_that_may_be_written_is_made_and_taken(folders: Folders) -> None:
    assert writable(folders) == folders.kept[0]
    assert folders.kept[0].is_dir()
    assert not folders.kept[1].exists()


def test_where_the_first_may_not_be_written_the_next_is_taken(folders: Folders) -> None:
    folders.kept[0].write_text("a file is in the way", "utf-8")
    assert writable(folders) == folders.kept[1]


def test_when_none_may_be_written_the_last_is_named_with_what_to_do(
    folders: Folders, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    nowhere = replace(folders, kept=(tmp_path / "file", tmp_path / "file" / "models"))
    with pytest.raises(WellspringError) as refused:
        writable(nowhere)
    assert refused.value.code == "not_writable"
    assert f"{tmp_path / 'file' / 'models'} may not be written" in refused.value.message
    assert "WELLSPRING_DATA_DIR" in refused.value.message


def test_a_lock_is_given_back_however_its_work_ends(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="failed"), locked(tmp_path, "small"):
            raise RuntimeError("failed")
    with locked(tmp_path, "small"), locked(tmp_path, "other"):
        assert (tmp_path / "small.lock").exists()

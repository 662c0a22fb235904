import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.building.lock import writing
from index.problems import Problem
from index.types import WellspringError

_HOLD = """
import sys
from pathlib import Path
from index.building.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_that_writes_is_named_and_its_end_frees_the_index(tmp_path: Path) -> None:
    ends = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", _HOLD, str(tmp_path)], text=True, **ends) as other:  # type: ignore[call-overload]
        assert other.stdout.readline() == "held\n"
        with (
            pytest.raises(WellspringError, match=rf"process {other.pid} of .*, since 20") as told,
            writing(tmp_path),
        ):
            pytest.fail("two write at once")
        assert told.value.code is Problem.INDEX_BUSY
        other.stdin.close()
        other.wait()
    with writing(tmp_path):
        pass


def test_the_lock_is_free_again_after_an_error_and_nobody_is_named_any_more(
    tmp_path: Path,
) -> None:
    data = tmp_path / "new" / "folder"

    def fail() -> None:
        with writing(data):
            assert json.loads((data / "build.holder").read_text())["pid"] == str(os.getpid())
            raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            fail()
        assert not (data / "build.holder").exists()


@pytest.mark.parametrize("written", ["", "[]", "{", "{}", '"words"', "null"])
def test_a_holder_that_says_nothing_of_use_is_not_named(tmp_path: Path, written: str) -> None:
    with writing(tmp_path):
        (tmp_path / "build.holder").write_text(written)
        with (
            pytest.raises(WellspringError, match=r"writing this index\. Wait"),
            writing(tmp_path),
        ):
            pytest.fail("two write at once")


@pytest.mark.parametrize("place", ["data", "data/below"])
def test_a_data_folder_that_is_a_file_is_told_with_the_setting(tmp_path: Path, place: str) -> None:
    (tmp_path / "data").write_text("no folder")
    with (
        pytest.raises(WellspringError, match=r"is not a folder.*WELLSPRING_DATA_DIR") as told,
        writing(tmp_path / place),
    ):
        pytest.fail("a file holds no index")
    assert told.value.code is Problem.NOT_A_FOLDER

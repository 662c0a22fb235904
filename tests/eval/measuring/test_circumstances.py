import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

from eval.measuring.circumstances import circumstances, folder_hash


def test_what_is_measured_says_when_where_and_with_which_code() -> None:
    told = circumstances()
    assert set(told) == {"date", "commit", "machine", "libraries"}
    when = datetime.fromisoformat(str(told["date"]))
    assert abs((datetime.now(UTC) - when).total_seconds()) < 60
    assert re.fullmatch(r"[0-9a-f]{12}(\+changes)?|unknown", str(told["commit"]))
    machine, libraries = told["machine"], told["libraries"]
    assert isinstance(machine, dict)
    assert isinstance(libraries, dict)
    assert (machine["cores"], machine["python"]) == (os.cpu_count(), platform.python_version())
    assert {"torch", "faiss-cpu", "wellspring-qa"} <= set(libraries)


def test_a_folder_is_known_by_the_names_and_contents_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("One.")
    (tmp_path / "two.txt").write_text("Two.")
    first = folder_hash(tmp_path)
    assert first == folder_hash(tmp_path)
    (tmp_path / "two.txt").write_text("Three.")
    second = folder_hash(tmp_path)
    (tmp_path / "two.txt").rename(tmp_path / "three.txt")
    assert len({first, second, folder_hash(tmp_path)}) == 3
    (tmp_path / "three.txt").rename(tmp_path / "two.txt")
    (tmp_path / "two.txt").write_text("Two.")
    assert folder_hash(tmp_path) == first

"""A user's own folder, measured from the first draft to the threshold, with the real command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa.wiring import Wellspring

BRIDGE = """The bridge of Marrow

The bridge at Marrow was opened on 3 May 1874 by Anna Holm. \
It is 240 metres long and cost 52,000 pounds.
About 1,200 carts crossed it every week in the first year.
"""
DAIRY = """The dairy of Valdrone

The cooperative in Valdrone makes 900 wheels of cheese a year. \
It has 31 members, and milk comes from 12 farms.
A wheel weighs 6.5 kilograms and ripens for 8 months.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, well: Wellspring) -> Path:
    place = tmp_path_factory.mktemp("own")
    (place / "articles").mkdir()
    for name, text in (("bridge.txt", BRIDGE), ("cheese.txt", DAIRY)):
        (place / "articles" / name).write_text(text, "utf-8")
    (place / "data").mkdir()
    (place / "data" / "models").symlink_to(well.settings.data_dir / "models")
    return place


def run(place: Path, *args: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(place / "data"), "COLUMNS": "160"}
    command = [str(Path(sys.executable).parent / "wellspring"), "eval", *args]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=place, timeout=200
    )


def test_a_drafted_file_is_asked_reported_compared_and_calibrated(place: Path) -> None:
    drafted = run(place, "new", "articles", "--count", "8")
    assert "drafted questions and 0 that people judged in questions.jsonl" in drafted.stdout
    assert not json.loads((place / "questions.jsonl").read_text().splitlines()[0])["reviewed"]
    assert run(place, "new", "articles").returncode == 1

    own = ("--set", "questions.jsonl", "--articles", "articles")
    measured = run(place, *own, "--out", "before.json", "--html", "report.html")
    assert "right answers" in measured.stdout
    about = json.loads((place / "before.json").read_text())["about"]
    assert {
        "commit",
        "date",
        "models",
        "settings",
        "data_sha256",
        "machine",
        "reader_sha256",
    } <= set(about)
    assert "<svg" in (place / "report.html").read_text()

    again = run(place, *own, "--compare", "before.json")
    assert "same" in again.stdout
    assert not any(
        "worse" in line for line in again.stdout.splitlines() if "total_ms" not in line
    )  # times differ from run to run
    other = run(place, *own, "--kind", "number", "--compare", "before.json")
    assert other.returncode == 1
    assert "other questions" in other.stderr

    calibrated = run(place, "calibrate", *own, "--error", "0.9")
    assert "WELLSPRING_MIN_CONFIDENCE=" in calibrated.stdout


def test_evidence_that_is_not_in_the_folder_is_named_with_its_line(place: Path) -> None:
    question = {
        "id": "a",
        "question": "How long?",
        "kind": "number",
        "split": "dev",
        "answerable": True,
        "answers": [["5 m"]],
    }
    (place / "wrong.jsonl").write_text(
        json.dumps({**question, "evidence": [{"article": "bridge.txt", "text": "It is 5 m long."}]})
        + "\n"
    )
    done = run(place, "--set", "wrong.jsonl", "--articles", "articles")
    assert done.returncode == 1
    assert "wrong.jsonl:1" in done.stderr
    assert "is not in bridge.txt" in done.stderr

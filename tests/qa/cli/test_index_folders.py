"""`wellspring index` over several folders: what it says of them. No model is loaded."""

from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.storage.removals import Removal, removal_file
from qa.settings import Settings
from tests.qa.cli.conftest import Say


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    folders = [tmp_path / "town", tmp_path / "my village"]
    for folder in folders:
        folder.mkdir()
        (folder / "bridge.txt").write_text(f"The bridge of {folder.name} is old.")
    return folders


def test_the_folders_of_the_setting_are_separated_by_a_mark(
    folders: list[Path], tmp_path: Path
) -> None:
    assert Settings().folders == (Path("seeds"),)
    assert Settings(articles=f"{folders[0]}:{folders[1]}:").folders == tuple(folders)
    odd = tmp_path / "a:b"
    odd.mkdir()
    assert Settings(articles=str(odd)).folders == (odd,)


def test_status_names_all_folders_and_what_was_removed(
    say: Say, folders: list[Path], tmp_path: Path, hashed: Embedder
) -> None:
    data = tmp_path / "data"
    removal = removal_file(data, "undo")
    removal.parent.mkdir(parents=True)
    removal.write_bytes(Removal("undo", "The bridge", {"town/bridge.txt": "1"}).to_json())
    build(folders, data, hashed, lambda text: len(text.split()))
    (folders[1] / "owl.txt").write_text("There are 77 owls.")
    shown = say("index", "status").out.splitlines()
    assert shown[:3] == [
        "my village/bridge.txt  The bridge of my village is old.",
        "Stale: my village/owl.txt is new.",
        "Removed: town/bridge.txt; its file stays, and the page can bring it back.",
    ]
    assert shown[3].startswith(f"{folders[0]}, {folders[1]}: 1 articles")
    assert shown[4] == (f"Bring it up to date with `wellspring index {folders[0]} '{folders[1]}'`.")


def test_a_folder_that_is_not_there_is_named(
    say: Say, folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")  # which nobody loads
    refused = say("index", str(folders[0]), str(tmp_path / "nowhere"))
    assert (refused.code, "nowhere" in refused.err) == (1, True)
    assert not (tmp_path / "data" / "index.sqlite").exists()
    assert say("index", "--watch", str(folders[0]), str(tmp_path / "nowhere")).code == 1

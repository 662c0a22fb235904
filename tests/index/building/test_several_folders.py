"""An index over several folders, some of which move, are renamed, vanish or are left out."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.building.build import BuildReport, build
from index.building.status import read_status
from index.building.watch import follow
from index.embedder import Embedder
from index.ranking.search import Index
from index.reading.files import DEFAULTS
from index.reading.roots import Folders
from index.storage.removals import Removal, removal_file
from index.types import Limits, WellspringError
from index.unread import Unread

Build = Callable[..., BuildReport]
BRIDGE, WELL = "The bridge was opened in 1874.", "The well is 12 metres deep."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def index(data: Path, hashed: Embedder) -> Build:
    def run(folders: Folders, *, rebuild: bool = False) -> BuildReport:
        return build(folders, data, hashed, lambda text: len(text.split()), rebuild=rebuild)

    return run


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "town", bridge=BRIDGE, mill="The mill is red.")


@pytest.fixture
def village(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "village", well=WELL)


def folder_of(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def sources(data: Path, hashed: Embedder) -> dict[str, str]:
    """Map the sources that are indexed to the ids of their articles."""
    with closing(Index(data, hashed)) as index:
        return {article.source: article.id for article in index.articles()}


def test_folders_are_indexed_side_by_side_and_read_again_where_they_changed(
    index: Build, town: Path, village: Path, data: Path, hashed: Embedder
) -> None:
    assert index([town, village]).articles == 3
    folder_of(village, well="The well is dry.")
    folder_of(data / "library", note="The note is short.")
    assert set(index([town, village]).read) == {"village/well.txt", "library/note.txt"}
    assert set(sources(data, hashed)) == {
        *("town/bridge.txt", "town/mill.txt", "village/well.txt", "library/note.txt")
    }


def test_another_folder_beside_it_changes_nothing_of_the_first(
    index: Build, town: Path, tmp_path: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    before = sources(data, hashed)
    report = index([folder_of(tmp_path / "x" / "town", well=WELL), town])
    assert (report.read, report.removed) == (("x-town/well.txt",), ())
    assert sources(data, hashed).items() > before.items()


def test_a_folder_that_is_not_named_any_more_is_told(
    index: Build, town: Path, village: Path
) -> None:
    index([town, village])
    report = index(town)
    assert [root.folder for root in report.left_out] == [village]
    assert report.removed == ("village/well.txt",)


@pytest.mark.parametrize("harm", ["gone", "empty", "a file"])
def test_a_folder_that_vanished_keeps_its_articles_and_is_told(
    index: Build, town: Path, village: Path, data: Path, hashed: Embedder, harm: str
) -> None:
    index([town, village])
    before = sources(data, hashed)
    shutil.rmtree(village)
    if harm == "empty":
        village.mkdir()
    if harm == "a file":
        village.write_text("No folder.")
    assert tuple(source for source, _ in read_status(data, DEFAULTS).stale) == ("village/",)
    folder_of(town, ash="Ash grows here.")
    for _ in range(2):
        report = index([town, village])
        assert [(it.source, it.code) for it in report.failed] == [("village/", Unread.FOLDER_AWAY)]
    assert sources(data, hashed).items() > before.items()
    status = read_status(data, DEFAULTS)
    assert (status.stale, [source for source, _ in status.skipped]) == ((), ["village/"])
    with pytest.raises(WellspringError):
        index([town, village], rebuild=True)  # nothing of it could be kept
    assert sources(data, hashed).items() > before.items()
    if harm == "a file":
        village.unlink()
    folder_of(village, well=WELL)
    assert (index([town, village]).changed, read_status(data, DEFAULTS).skipped) == (False, ())


def test_a_folder_that_never_was_there_is_refused_and_makes_no_data_folder(
    index: Build, town: Path, tmp_path: Path, data: Path
) -> None:
    with pytest.raises(WellspringError, match="nowhere"):
        index([town, tmp_path / "nowhere"])
    assert not data.exists()


def test_a_copy_in_a_folder_that_is_away_goes_with_its_article_and_is_read_when_it_is_back(
    index: Build, town: Path, village: Path, data: Path, hashed: Embedder
) -> None:
    folder_of(village, copy=BRIDGE)
    index([town, village])
    village.rename(village.with_name("away"))
    (town / "bridge.txt").unlink()
    report = index([town, village])
    assert set(report.removed) == {"town/bridge.txt", "village/copy.txt"}
    village.with_name("away").rename(village)
    assert index([town, village]).read == ("village/copy.txt",)


def test_a_folder_that_moved_keeps_all_and_one_that_was_renamed_its_ids(
    index: Build, town: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    before = sources(data, hashed)
    (town.parent / "moved").mkdir()
    moved = town.rename(town.parent / "moved" / "town")
    assert index(moved).changed is False
    assert sources(data, hashed) == before
    renamed = moved.rename(moved.with_name("city"))
    for rebuild in (False, False, True):
        index(renamed, rebuild=rebuild)
        with closing(Index(data, hashed)) as opened:
            for source, article_id in before.items():
                article = opened.article(article_id)
                assert article is not None
                assert article.source == source.replace("town/", "city/")
                scope = opened.scope(Limits([source]))
                assert scope == opened.scope(Limits([article_id]))
                assert scope is not None
                assert scope.told == (article.source,)


def test_the_id_of_an_article_whose_bytes_changed_with_its_name_leads_nowhere(
    index: Build, town: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    bridge = sources(data, hashed)["town/bridge.txt"]
    (town / "bridge.txt").unlink()
    folder_of(town, tunnel="The tunnel was opened in 1911.")
    index(town)
    with closing(Index(data, hashed)) as opened:
        assert opened.article(bridge) is None
        folder_of(town, bridge="The bridge is new.")
        index(town)
        found = opened.article(bridge)
        assert found is not None
        assert (found.id, found.text) == (bridge, "The bridge is new.")


def removed(data: Path, *sources: str, instead: str = "") -> Path:
    """Tell that articles were removed, as the page does."""
    path = removal_file(data, "undo")
    path.parent.mkdir(parents=True, exist_ok=True)
    hashes = {source: source for source in sources}  # of bytes that no file has
    path.write_bytes(Removal("undo", "Title", hashes, instead).to_json())
    return path


def test_what_is_removed_is_left_out_and_comes_back(
    index: Build, town: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    removal = removed(data, "town/bridge.txt")
    assert index(town).removed == ("town/bridge.txt",)
    for rebuild in (False, True):
        assert index(town, rebuild=rebuild).changed is rebuild
        assert list(sources(data, hashed)) == ["town/mill.txt"]
        assert read_status(data, DEFAULTS).stale == ()
    removal.unlink()
    assert index(town).read == ("town/bridge.txt",)


def test_where_all_is_removed_the_index_stays_as_it_was(
    index: Build, town: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    removed(data, "town/bridge.txt", "town/mill.txt")
    with pytest.raises(WellspringError, match="all were removed"):
        index(town)
    assert len(sources(data, hashed)) == 2


def test_what_stands_in_the_place_of_a_removed_article_is_found_by_its_id(
    index: Build, town: Path, data: Path, hashed: Embedder
) -> None:
    index(town)
    bridge = sources(data, hashed)["town/bridge.txt"]
    folder_of(data / "library", bridge="It was opened in 1875.")
    removed(data, "town/bridge.txt", instead="library/bridge.txt")
    index(town)
    with closing(Index(data, hashed)) as opened:
        article = opened.article(bridge)
        assert article is not None
        assert article.source == "library/bridge.txt"


def test_several_folders_are_followed(index: Build, town: Path, village: Path) -> None:
    given = [town, village]
    with closing(follow(given, lambda: index(given), quiet_ms=100)) as outcomes:
        assert isinstance(next(outcomes), BuildReport)
        folder_of(village, well="The well is dry.")
        outcome = next(outcomes)
        assert isinstance(outcome, BuildReport)
        assert outcome.read == ("village/well.txt",)

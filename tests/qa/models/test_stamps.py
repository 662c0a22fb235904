import os
from pathlib import Path

import pytest

from qa.models.stamps import Stamps, sha256_of


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A file that was last changed a while ago."""
    path = tmp_path / "weights.bin"
    path.write_bytes(b"a" * 1000)
    os.utime(path, (1, 1))
    return path


def test_a_file_that_has_not_changed_is_not_read_again(settled: Path, tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "verified.json", fresh_ns=0)
    known = stamps.sha256(settled)
    assert known == sha256_of(settled)
    kept = stamps.file.read_text("utf-8")
    stamps.file.write_text(kept.replace(known, "from the stamp"), "utf-8")
    assert stamps.sha256(settled) == "from the stamp"


def test_a_changed_file_is_read_again_even_when_its_size_and_time_are_as_before(
    settled: Path, tmp_path: Path
) -> None:
    stamps = Stamps(tmp_path / "verified.json", fresh_ns=0)
    before, stat = stamps.sha256(settled), settled.stat()
    with settled.open("r+b") as file:
        file.write(b"b")
    os.utime(settled, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert settled.stat().st_mtime_ns == stat.st_mtime_ns
    assert stamps.sha256(settled) == sha256_of(settled) != before


def test_another_file_in_its_place_is_read(settled: Path, tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "verified.json", fresh_ns=0)
    before = stamps.sha256(settled)
    other = tmp_path / "other"
    other.write_bytes(b"c" * 1000)
    os.utime(other, (1, 1))
    os.replace(other, settled)
    assert stamps.sha256(settled) != before


def test_a_file_that_has_just_changed_gets_no_stamp(tmp_path: Path) -> None:
    path, stamps = tmp_path / "fresh.bin", Stamps(tmp_path / "verified.json")
    path.write_bytes(b"a")
    assert stamps.sha256(path) == sha256_of(path)
    assert not stamps.file.exists()


def test_damaged_stamps_count_as_none(settled: Path, tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "verified.json", fresh_ns=0)
    for damage in ("{", "[1, 2]", f'{{"{settled.resolve()}": 3}}'):
        stamps.file.write_text(damage, "utf-8")
        assert stamps.sha256(settled) == sha256_of(settled)


def test_no_data_folder_is_made_for_stamps(settled: Path, tmp_path: Path) -> None:
    assert Stamps(tmp_path / "none" / "verified.json").sha256(settled) == sha256_of(settled)
    assert not (tmp_path / "none").exists()

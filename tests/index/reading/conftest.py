"""Files read as a build reads them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.reading.files import DEFAULTS, ReadOptions
from index.reading.readers import RawArticle, ReadArticle, Skipped, raw_articles

Read = Callable[..., list[ReadArticle | Skipped]]
ReadOne = Callable[[str, bytes], ReadArticle]
Repacked = Callable[[bytes, str, Callable[[bytes], bytes]], bytes]


@pytest.fixture
def read() -> Read:
    """Read all articles of a file."""

    def read(path: Path, options: ReadOptions = DEFAULTS) -> list[ReadArticle | Skipped]:
        items = raw_articles(path, f"folder/{path.name}", options)
        return [item.read() if isinstance(item, RawArticle) else item for item in items]

    return read


@pytest.fixture
def read_one(tmp_path: Path, read: Read) -> ReadOne:
    """Write a file, given its name and bytes, and read the one article in it."""

    def read_one(name: str, raw: bytes) -> ReadArticle:
        (tmp_path / name).write_bytes(raw)
        (article,) = read(tmp_path / name)
        assert isinstance(article, ReadArticle)
        return article

    return read_one


@pytest.fixture
def repacked() -> Repacked:
    """Return a Word file with one of its parts changed, and packed as it should be."""

    def repacked(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
        file = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(raw)) as old,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for part in old.namelist():
                new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        return file.getvalue()

    return repacked

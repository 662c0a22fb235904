"""Which reader a file gets by its name."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.formats import SUFFIXES
from index.reading.further.formats import FURTHER
from index.reading.readers import ReadArticle, Skipped
from index.unread import Unread

if TYPE_CHECKING:
    from tests.index.reading.conftest import Read


@pytest.mark.parametrize("suffix", FURTHER)
def test_rubbish_in_every_format_is_told_and_ends_nothing(
    suffix: str, tmp_path: Path, read: "Read"
) -> None:
    assert suffix in SUFFIXES
    (tmp_path / f"a{suffix}").write_bytes(b"\x00\x01\xff PK rubbish \xfe")
    (skipped,) = read(tmp_path / f"a{suffix}")
    assert isinstance(skipped, Skipped)
    assert skipped.code in (Unread.DAMAGED_FILE, Unread.BINARY)


@pytest.mark.parametrize("suffix", FURTHER)
def test_an_empty_file_holds_no_text(suffix: str, tmp_path: Path, read: "Read") -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"")
    (skipped,) = read(tmp_path / f"a{suffix}")
    assert isinstance(skipped, Skipped)
    assert skipped.code == Unread.NO_TEXT


@pytest.mark.parametrize("name", ["A.MARKDOWN", "a.mdown", "a.xhtml", "a.htm", "a.RST", "a.Csv"])
def test_other_names_of_known_formats_are_read(name: str, tmp_path: Path, read: "Read") -> None:
    text = "The mill at Marrow was opened in 1874, and it has 3 floors."
    page = f"<html><body><p>{text}</p></body></html>"
    (tmp_path / name).write_text(page if "htm" in name else text)
    (article,) = read(tmp_path / name)
    assert isinstance(article, ReadArticle)
    assert "1874" in article.text

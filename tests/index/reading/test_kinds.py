"""Files that are of another kind than their names say."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.formats import OTHER_KIND
from index.reading.kinds import kind_of
from index.reading.readers import ReadArticle

if TYPE_CHECKING:
    from tests.index.conftest import Written
    from tests.index.reading.conftest import Read

MILL = ["The mill has 3 floors.", "It was built in 1874."]


@pytest.mark.parametrize("named", [".txt", ".md", ".pdf", ".docx", ".html", ".csv", ".xlsx"])
@pytest.mark.parametrize("is_one", [".pdf", ".docx"])
def test_a_file_is_read_as_what_it_is(
    named: str, is_one: str, written: "Written", tmp_path: Path, read: "Read"
) -> None:
    path = tmp_path / f"mill{named}"
    path.write_bytes(written(is_one, MILL))
    (found,) = read(path)
    assert isinstance(found, ReadArticle)
    assert all(line in found.text for line in MILL)
    told = [change.after for change in found.changes if change.rule == OTHER_KIND]
    assert told == ([] if named == is_one else [f"read as {is_one}"])


def test_a_page_of_a_browser_saved_as_text_is_read_as_a_page(tmp_path: Path, read: "Read") -> None:
    path = tmp_path / "mill.txt"
    path.write_text(
        "<!DOCTYPE html>\n<html><body><p>The mill has <b>3</b> floors.</p></body></html>"
    )
    (found,) = read(path)
    assert isinstance(found, ReadArticle)
    assert found.text == "The mill has 3 floors."


def packed(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\xef\xbb\xbf {\\rtf1\\ansi x}", ".rtf"),
        (b"{\\rtf is how Rich Text begins.", ""),
        (b"<htmlish> is no tag", ""),
        (b"The <html> tag", ""),
        (packed(mimetype="application/epub+zip"), ".epub"),
        (packed(mimetype="application/zip"), ""),
        (packed(mimetype="x" * 5000), ""),
        (packed(notes="x"), ""),
        (b"PK\x03\x04 rubbish", ""),
        (b"", ""),
    ],
)
def test_only_a_sure_beginning_tells_a_kind(raw: bytes, kind: str) -> None:
    assert kind_of(raw) == kind

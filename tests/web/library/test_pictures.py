import hashlib
from pathlib import Path

import pytest

from index.problems import Problem
from index.types import Article, Pages, WellspringError
from tests.index.conftest import as_pages
from web.library.pictures import check_page, has_pictures, last_page, on_page, picture

TEXT = "One mill. Two locks. A note. Three weirs."
PAGES = ((0, 1), (10, 2), (21, 1), (29, 3))  # the note is of the first page
RAW = as_pages(["One mill. A note.", "Two locks.", "Three weirs."])


def article(source: str = "town/works.pdf", pages: Pages = PAGES, raw: bytes = RAW) -> Article:
    digest = hashlib.sha256(raw).hexdigest()
    return Article("works-1", "Works", TEXT, source, digest, "2024", pages=pages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "works.pdf").write_bytes(RAW)
    return tmp_path / "town"


def test_only_pages_of_a_pdf_can_be_shown() -> None:
    assert has_pictures(article())
    assert has_pictures(article("town/WORKS.PDF"))
    for other in (article("town/works.pptx"), article("town/lines.jsonl#a.pdf", ())):
        assert not has_pictures(other)
        with pytest.raises(WellspringError, match="is no PDF") as refused:
            check_page(other, 1)
        assert refused.value.code is Problem.UNKNOWN_PAGE


@pytest.mark.parametrize("number", [0, 4, 10**12])
def test_a_page_that_there_is_not_is_told_with_the_last_one(number: int) -> None:
    check_page(article(), last_page(article()))
    with pytest.raises(WellspringError, match=rf"no page {number}\. Its last one is 3\."):
        check_page(article(), number)


@pytest.mark.parametrize(
    ("number", "start", "end", "quote"),
    [
        (2, 10, 20, "Two locks."),
        (1, 0, 28, "One mill.  A note."),
        (2, 0, 28, "Two locks. "),
        (3, 10, 20, ""),
        (1, 0, 0, ""),
        (3, -5, 999, "Three weirs."),
    ],
)
def test_of_a_range_a_page_has_what_stands_on_it(
    number: int, start: int, end: int, quote: str
) -> None:
    assert on_page(article(), number, start, end) == quote


def test_a_page_is_drawn_of_the_file_that_was_read(folder: Path) -> None:
    assert picture(folder / "works.pdf", article(), 2, 10, 20).picture[8:12] == b"WEBP"


@pytest.mark.parametrize("harm", ["changed", "gone", "no file", "of no folder"])
def test_another_file_is_not_shown_in_its_place(folder: Path, harm: str) -> None:
    file = folder / "works.pdf"
    file.unlink()
    if harm == "changed":
        file.write_bytes(as_pages(["Something else."]))
    if harm == "no file":
        file.mkdir()
    path = None if harm == "of no folder" else file
    with pytest.raises(WellspringError, match=r"town/works\.pdf was changed or removed") as refused:
        picture(path, article(), 1, 0, 0)
    assert refused.value.code is Problem.CHANGED_FILE

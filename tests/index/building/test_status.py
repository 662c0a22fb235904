from pathlib import Path
from typing import TYPE_CHECKING

import fpdf
import pytest
from PIL import Image

from index.building.status import read_status
from index.reading.files import DEFAULTS
from index.types import WellspringError
from index.unread import PAGES_UNREAD

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_status_names_what_is_indexed_stale_and_skipped(folder: "Folder") -> None:
    folder.write("copy.txt", "The bridge at Marrow was opened in 1874. It is 240 metres long.")
    folder.write("broken.pdf", b"%PDF rubbish")
    folder.build()
    folder.write("cheese.txt", "The cooperative makes 1,200 wheels of cheese.")
    folder.write("owl.txt", "The observatory counted 77 owls.")
    folder.remove("copy.txt")
    status = read_status(folder.data, DEFAULTS)
    assert [(source, kind, same_as) for source, kind, same_as, _ in status.indexed] == [
        ("articles/bridge.txt", "own", "articles/bridge.txt"),
        ("articles/cheese.txt", "own", "articles/cheese.txt"),
        ("articles/copy.txt", "exact", "articles/bridge.txt"),
    ]
    assert status.stale == (
        ("articles/cheese.txt", "has changed"),
        ("articles/copy.txt", "is gone"),
        ("articles/owl.txt", "is new"),
    )
    assert status.skipped == (("articles/broken.pdf", "is a damaged PDF (EOFError)"),)
    assert (status.articles, status.passages, status.generation) == (2, 2, 1)
    assert status.folders == (folder.articles,)
    assert status.embedder == folder.embedder.name


def test_after_a_build_nothing_is_stale(folder: "Folder") -> None:
    folder.build()
    assert read_status(folder.data, DEFAULTS).stale == ()


def test_without_an_index_status_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        read_status(tmp_path, DEFAULTS)


def test_a_file_that_broke_is_said_to_answer_with_its_last_good_version(folder: "Folder") -> None:
    folder.build()
    folder.write("cheese.txt", b"\x00")
    folder.build()
    assert read_status(folder.data, DEFAULTS).skipped == (
        ("articles/cheese.txt", "is a binary file, not text; its last good version stays indexed"),
    )


def test_status_and_build_name_the_pages_that_are_only_pictures(folder: "Folder") -> None:
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=12)
    pdf.add_page()
    pdf.cell(0, 8, "The lift at Orme was inspected on 4 April 2022.")
    for _ in range(2):
        pdf.add_page()
        pdf.image(Image.new("RGB", (40, 60), "grey"), 0, 0, 200, 280)
    folder.write("lift.pdf", bytes(pdf.output()))
    told = (("articles/lift.pdf", f"2 of 3 pages (2–3): {PAGES_UNREAD}"),)
    assert folder.build().partly == told
    assert read_status(folder.data, DEFAULTS).partly == told

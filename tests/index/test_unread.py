"""Why a file is left out: words for programs and for people, the ones known from the others."""

from pathlib import Path

import pytest

from index.reading.readers import Skipped
from index.unread import Unread

MANUAL = Path(__file__).parents[2] / "docs" / "API.md"


@pytest.mark.parametrize("kind", Unread)
@pytest.mark.parametrize("detail", ["", "PdfStreamError", "a line\nand (another)"])
@pytest.mark.parametrize("size", [20.0, 0.001, 1e-07, 2.5e9])
def test_every_kind_is_known_again_by_its_words(kind: Unread, detail: str, size: float) -> None:
    assert Skipped("a.txt", kind.said(detail, size=size)).code is kind


def test_what_is_said_holds_the_size_and_the_detail() -> None:
    assert Unread.TOO_LARGE.said(size=2.5).startswith("is larger than 2.5 MB; ")
    assert Unread.DAMAGED_PDF.said("EOFError") == "is a damaged PDF (EOFError)"


@pytest.mark.parametrize("reason", ["", "is a dragon", "holds no text at all", "is larger than"])
def test_a_reason_that_nobody_knows_is_unreadable(reason: str) -> None:
    assert Unread.of(reason) is Unread.UNREADABLE


@pytest.mark.parametrize("kind", Unread)
def test_every_kind_stands_in_the_manual_and_is_a_plain_word(kind: Unread) -> None:
    assert f"`{kind}`" in MANUAL.read_text("utf-8")
    assert kind.replace("_", "").isalnum()
    assert kind.islower()

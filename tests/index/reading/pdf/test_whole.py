import zlib

import pytest

from index.reading.extracted import UnusableError
from index.reading.pdf.pdf_format import read_pdf
from tests.index.reading.pdf.test_pdf_format import pdf_of

WHOLE = pdf_of([["The lock opens at six.", "It closes at nine."], ["The keeper sleeps."]])


@pytest.mark.parametrize("harm", [b"", b"\x00" * 50])
def test_a_pdf_that_was_cut_off_is_refused(harm: bytes) -> None:
    with pytest.raises(UnusableError, match=r"damaged PDF \(EOFError\)"):
        read_pdf(WHOLE[: len(WHOLE) * 4 // 5] + harm)


def test_a_pdf_whose_text_cannot_be_unpacked_whole_is_refused() -> None:
    place = WHOLE.index(b"stream\n") + 20
    with pytest.raises(UnusableError, match="damaged PDF"):
        read_pdf(WHOLE[:place] + b"\x00\x00\x00" + WHOLE[place + 3 :])


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert read_pdf(pdf_of([["Open to all."]], password="")).text == "Open to all."


def packed_twice(size: int) -> bytes:
    packed = zlib.compress(zlib.compress(b" " * size, 1), 1)
    about = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>" % len(packed)
    return about + b"\nstream\n" + packed + b"\nendstream\n"


@pytest.mark.parametrize(("size", "times"), [(230_000_000, 1), (110_000_000, 5)])
def test_a_pdf_that_unpacks_to_too_much_is_refused(size: int, times: int) -> None:
    with pytest.raises(UnusableError, match="unpacks to more than"):
        read_pdf(WHOLE.replace(b"xref", packed_twice(size) * times + b"xref", 1))


@pytest.mark.parametrize("behind", [b"\x00" * 5000, b"\r\n \x00\n" * 2000])
def test_what_fills_up_the_last_block_of_a_pdf_is_no_damage(behind: bytes) -> None:
    assert read_pdf(WHOLE + behind).text == read_pdf(WHOLE).text

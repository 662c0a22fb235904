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

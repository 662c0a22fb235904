"""The further formats, each by its own reader."""

from collections.abc import Callable
from functools import partial

from index.reading.extracted import Extracted

Reader = Callable[[bytes], Extracted]

FURTHER = (".csv", ".tsv", ".tab", ".xlsx", ".pptx", ".eml", ".epub", ".odt", ".rtf", ".rst")


def further_reader(suffix: str, read_page: Reader) -> Reader:
    """Return the reader of a further format, whose library is loaded when first needed.

    `read_page` reads the web pages that books and mails are made of.
    """
    reader: Reader
    if suffix in (".csv", ".tsv", ".tab"):
        from index.reading.further.separated import read_separated

        sign = "" if suffix == ".csv" else "\t"
        reader = partial(read_separated, sign=sign)
    elif suffix == ".xlsx":
        from index.reading.further.xlsx.xlsx_format import read_sheets as reader
    elif suffix == ".pptx":
        from index.reading.further.slides import read_slides as reader
    elif suffix == ".odt":
        from index.reading.further.odt.odt_format import read_odt as reader
    elif suffix == ".rtf":
        from index.reading.further.rtf.rtf_format import read_rtf as reader
    else:
        return _of_pages(suffix, read_page)
    return reader


def _of_pages(suffix: str, read_page: Reader) -> Reader:
    if suffix == ".eml":
        from index.reading.further.mail import read_mail as reader
    elif suffix == ".epub":
        from index.reading.further.books import read_book as reader
    else:
        from index.reading.further.rst import read_rst as reader
    return lambda raw: reader(raw, read_page)

"""Read a PDF with `pypdfium2`: Google's PDFium tells where each word stands.

Running heads are read once, numbers of pages left out; both are listed.
"""

import re
from collections.abc import Sequence
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.reading.pdf.flow import text_of_pages
from index.reading.pdf.hyphens import Hyphens
from index.reading.pdf.layout.rows import Row
from index.reading.pdf.pages import Sheet, page_of, sheet_of, usual_size
from index.reading.pdf.running import running_lines
from index.reading.pdf.whole import check_whole
from index.types import Pages
from index.unread import PAGES_UNREAD, Unread

_TOOL_TITLE = re.compile(
    r"^(microsoft (word|powerpoint)\b|untitled|\(?anonymous\)?$|slide \d"
    r"|.*\.(docx?|pptx?|indd|tex|dvi|pdf|qxd|rtf|txt)$)",
    re.I,
)
_ONE_AT_A_TIME = Lock()  # PDFium knows no threads


def read_pdf(raw: bytes) -> Extracted:
    """Read a PDF; raises `UnusableError` for one that is encrypted, damaged or only pictures."""
    with readable(Unread.DAMAGED_PDF), _ONE_AT_A_TIME:
        return _read(raw)


def _read(raw: bytes) -> Extracted:
    check_whole(raw)
    document = _opened(raw)
    try:
        document.init_forms()
        sheets = _sheets(document)
        title, published = _about(document)
    finally:
        document.close()
    if not any(char.isalnum() for sheet in sheets for row in _all_rows(sheet) for char in row.text):
        pictures = any(sheet.is_picture for sheet in sheets)
        raise UnusableError(Unread.ONLY_PICTURES if pictures else Unread.NO_TEXT)
    text, starts, changes = _text(sheets)
    return Extracted(text, title, published, None, tuple(changes), pages=starts)


def _opened(raw: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnusableError(Unread.ENCRYPTED_PDF) from error
        raise


def _sheets(document: pypdfium2.PdfDocument) -> list[Sheet]:
    found = []
    for number in range(len(document)):
        page = document[number]
        found.append(sheet_of(page, document.formenv))
        page.close()
    return found


def _text(sheets: Sequence[Sheet]) -> tuple[str, Pages, list[Change]]:
    """Return the text of all pages, where each begins, and what was left out or altered."""
    running = running_lines([sheet.rows for sheet in sheets])
    hyphens = Hyphens(row.text for sheet in sheets for row in _all_rows(sheet))
    size = usual_size(sheets)
    pages = [
        page_of(sheet, left_out, size)
        for sheet, left_out in zip(sheets, running.left_out, strict=True)
    ]
    text, starts = text_of_pages(pages, hyphens)
    hidden = [change for sheet in sheets for change in sheet.changes]
    changes = [*_pictures(sheets), *running.changes, *hidden, *hyphens.changes]
    for line, page in running.kept:
        text, starts = f"{text}\n\n{line}", (*starts, (len(text) + 2, page))
    return text, starts, changes


def _all_rows(sheet: Sheet) -> list[Row]:
    return [*sheet.rows, *(row for rows in sheet.aside for row in rows)]


def _pictures(sheets: Sequence[Sheet]) -> list[Change]:
    """List the pages that are only pictures."""
    numbers = [number for number, sheet in enumerate(sheets, 1) if sheet.is_picture]
    if not numbers:
        return []
    return [Change(PAGES_UNREAD, f"{len(numbers)} of {len(sheets)} pages ({_ranges(numbers)})", "")]


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers as ranges: "2–4, 7"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in found)


def _about(document: pypdfium2.PdfDocument) -> tuple[str | None, str | None]:
    """Return the title of a PDF, unless a tool wrote it, and the date that it was made on."""
    about = document.get_metadata_dict()
    title = plain_line(about.get("Title"))
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get("CreationDate", ""))
    published = iso_date("-".join(made.groups())) if made else None
    return None if title and _TOOL_TITLE.match(title) else title, published

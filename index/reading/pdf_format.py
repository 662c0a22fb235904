"""Read a PDF with `pypdf`, the best-kept reader without compiled parts.

Running heads are read once, numbers of pages left out; both are listed.
"""

import io
import logging
import re
from collections import Counter

import pypdf

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.unread import Unread

_RUNNING_HEAD = "running head: most pages have this line, the first keeps it"
_PAGE_NUMBER = "page number: it counts the pages"
_REPEATED_PAGES = 3  # a line on fewer pages may be text
_TOOL_TITLE = re.compile(
    r"^(microsoft (word|powerpoint)\b|untitled|slide \d"
    r"|.*\.(docx?|pptx?|indd|tex|dvi|pdf|qxd|rtf|txt)$)",
    re.I,
)
# What it would say on standard error becomes a reason or is harmless.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(raw: bytes) -> Extracted:
    """Read a PDF; raises `UnusableError` for one that is encrypted, damaged or only pictures."""
    with readable(Unread.DAMAGED_PDF):  # pypdf raises a dozen kinds of errors
        return _read(raw)


def _read(raw: bytes) -> Extracted:
    reader = pypdf.PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise UnusableError(Unread.ENCRYPTED_PDF)
    pages = [page.extract_text().split("\n") for page in reader.pages]
    if not any(char.isalnum() for page in pages for line in page for char in line):
        raise UnusableError(Unread.ONLY_PICTURES)
    pages, changes = _without_running_lines(pages)
    title, published = _about(reader)
    text = "\n".join("\n".join(page) for page in pages)
    return Extracted(text, title, published, None, tuple(changes))


def _about(reader: pypdf.PdfReader) -> tuple[str | None, str | None]:
    """Return the title of a PDF, unless a tool wrote it, and the date that it was made on."""
    about = reader.metadata
    if not about:
        return None, None
    title = plain_line(about.title)
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", str(about.creation_date_raw or ""))
    published = iso_date("-".join(made.groups())) if made else None
    return None if title and _TOOL_TITLE.match(title) else title, published


def _opens_without_password(reader: pypdf.PdfReader) -> bool:
    try:
        return reader.decrypt("") != pypdf.PasswordType.NOT_DECRYPTED
    except pypdf.errors.DependencyError:
        return False


def _without_running_lines(pages: list[list[str]]) -> tuple[list[list[str]], list[Change]]:
    """Drop the same line at the top or foot of most pages but for the first.

    Numbers there that count the pages go, too.
    """
    changes: list[Change] = []
    said: set[str] = set()
    for place in (0, -1):
        edges = [page[place].strip() if page else "" for page in pages]
        often = max(_REPEATED_PAGES, 0.6 * len(pages))
        running = {line for line, count in Counter(edges).items() if line and count >= often}
        numbered = len(pages) >= _REPEATED_PAGES and _counts_pages(edges)
        for page, line in zip(pages, edges, strict=True):
            if line in running and line not in said:
                said.add(line)
            elif line in running or (numbered and line):
                rule = _RUNNING_HEAD if line in running else _PAGE_NUMBER
                changes.append(Change(rule, line, ""))
                del page[place]
    return pages, changes


def _counts_pages(edges: list[str]) -> bool:
    """Tell whether every page's edge is its number, rising by one from page to page."""
    numbers = [int(line) if line.isdecimal() else None for line in edges]
    first = numbers[0]
    return first is not None and numbers == list(range(first, first + len(numbers)))

"""Look into files that are zip archives of parts before a library unpacks them."""

import io
import zipfile

from index.reading.extracted import UnusableError
from index.unread import Unread

_OLE = b"\xd0\xcf\x11\xe0"  # an old Office file, or a new one with a password
# Bytes, of all parts, and of those that are parsed, in up to seven times as much memory; more is
# an attack on the memory, not an article.
_UNPACKED_LIMIT, _MARKUP_LIMIT = 500_000_000, 200_000_000
_MARKUP = (".xml", ".xhtml", ".html", ".htm")


def check_package(raw: bytes) -> list[str]:
    """Return the names of the parts.

    Raises `UnusableError` where it has a password or unpacks to too much.
    """
    if raw.startswith(_OLE):
        raise UnusableError(Unread.PROTECTED)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        check_sizes(packed)
        return packed.namelist()


def check_sizes(packed: zipfile.ZipFile) -> None:
    """Raise `UnusableError` for an archive that unpacks to too much."""
    parts = packed.infolist()
    markup = [part for part in parts if part.filename.lower().endswith(_MARKUP)]
    for some, most in ((parts, _UNPACKED_LIMIT), (markup, _MARKUP_LIMIT)):
        if sum(part.file_size for part in some) > most:
            raise UnusableError(Unread.PACKED_TOO_LARGE, size=most / 1e6)

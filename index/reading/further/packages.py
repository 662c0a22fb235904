"""Look into files that are zip archives of parts before a library unpacks them."""

import io
import zipfile

from index.reading.extracted import UnusableError
from index.unread import Unread

_OLE = b"\xd0\xcf\x11\xe0"  # an old Office file, or a new one with a password
_UNPACKED_LIMIT = 500_000_000  # bytes; more is an attack on the memory, not an article


def check_package(raw: bytes) -> list[str]:
    """Return the names of the parts.

    Raises `UnusableError` where it has a password or unpacks to too much.
    """
    if raw.startswith(_OLE):
        raise UnusableError(Unread.PROTECTED)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _UNPACKED_LIMIT:
            raise UnusableError(Unread.PACKED_TOO_LARGE, size=_UNPACKED_LIMIT / 1e6)
        return packed.namelist()

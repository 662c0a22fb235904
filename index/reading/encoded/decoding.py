"""Tell in which encoding a text is written, with its bytes as the evidence.

Marks at the beginning come first, then UTF-8, which no other text is by chance, then what the file
says of itself, then what `chardet` makes of the bytes. Short texts fit many encodings: there
Windows-1252 is taken unless another fits clearly better. What stays in doubt is told.
"""

import codecs
from typing import NamedTuple

from index.cleaning.cleaning import Change
from index.reading.encoded.codec_names import name_of
from index.reading.encoded.guessing import likeliest

UTF_8, UTF_16, UTF_32 = "UTF-8", "UTF-16", "UTF-32"
WINDOWS_1252 = "Windows-1252"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", UTF_32),
    (codecs.BOM_UTF32_BE, "utf-32", UTF_32),
    (codecs.BOM_UTF16_LE, "utf-16", UTF_16),
    (codecs.BOM_UTF16_BE, "utf-16", UTF_16),
)
_BROKEN = 0.5  # of what is not ASCII; with fewer broken places it is UTF-8 that was damaged

_FEW_NULS, _MOSTLY = 50, 0.8  # fewer than one byte in so many; Chinese in UTF-16 has half of ASCII
_PLAIN = bytes((*b"\t\r\n", *range(32, 127)))


class Decoded(NamedTuple):
    """A text, the encoding that it was read in, and what of that is in doubt, else ""."""

    text: str
    encoding: str
    doubt: str = ""


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Read bytes as a text; `declared` is the encoding that the file says it has.

    A declaration that the bytes contradict is not followed, and that is told.
    """
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _read(raw, codec, name)
    if b"\x00" in raw and not _is_narrow(raw):
        return _wide(raw)
    if b"\x1b" not in raw and (text := _strictly(raw, "utf-8-sig")) is not None:
        return Decoded(text, UTF_8)
    if (damaged := _damaged_utf_8(raw)) is not None:
        return damaged
    found = likeliest(raw, declared)
    return _read(raw, found.codec, name_of(found.codec), found.doubt)


def encoding_told(raw: bytes, read: Decoded) -> tuple[Change, ...]:
    """Return what was assumed of an encoding; nothing where the bytes say it themselves."""
    if not read.doubt and read.encoding in (UTF_8, UTF_16, UTF_32):
        return ()
    try:
        raw.decode()
        before = "not plain UTF-8"
    except UnicodeDecodeError as error:
        before = f"not UTF-8 from byte {error.start} on"
    after = f"read as {read.encoding}"
    return (Change("encoding", before, f"{after} ({read.doubt})" if read.doubt else after),)


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_narrow(raw: bytes) -> bool:
    """Tell a text of single bytes with a few stray NULs from UTF-16 and UTF-32."""
    if raw.count(0) * _FEW_NULS >= len(raw):
        return False
    plain = len(raw) - len(raw.translate(None, _PLAIN))
    return plain > _MOSTLY * len(raw) or _strictly(raw, "utf-8") is not None


def _wide(raw: bytes) -> Decoded:
    """Read UTF-16 or UTF-32 without a mark; what is none of them keeps its NULs."""
    codec = likeliest(raw, wide=True).codec
    text = _strictly(raw, codec) if codec else None
    if text is None:
        return Decoded(raw.decode("utf-8", "replace"), UTF_8)
    if codec.startswith("utf-16"):  # the order that has the spaces and line ends is the right one
        other = "utf-16-be" if codec == "utf-16-le" else "utf-16-le"
        turned = _strictly(raw, other) or ""
        if _blanks(turned) > _blanks(text):
            text, codec = turned, other
    return Decoded(text, name_of(codec), "it has no byte order mark")


def _blanks(text: str) -> int:
    return text.count(" ") + text.count("\n")


def _damaged_utf_8(raw: bytes) -> Decoded | None:
    """Read UTF-8 with some bytes that are none; None for another encoding.

    A byte alone between ASCII letters is a letter of Windows-1252; a piece of a character is lost.
    """
    read = raw.decode("utf-8-sig", "replace")
    broken = read.count("\ufffd") - raw.count("\ufffd".encode())
    if not broken or broken >= _BROKEN * sum(not char.isascii() for char in read):
        return None
    text = raw.decode("utf-8-sig", "wellspring-stray")
    return Decoded(text, UTF_8, _broken(broken))


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    alone = error.end - error.start == 1
    beside = error.object[: error.start][-1:] + error.object[error.end :][:1]
    if not alone or not beside.isascii():
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("wellspring-stray", _stray)


def _read(raw: bytes, codec: str, name: str, doubt: str = "") -> Decoded:
    """Read bytes in a codec, and tell how many of them are none of its letters."""
    text = _strictly(raw, codec)
    if text is not None:
        return Decoded(text, name, doubt)
    text = raw.decode(codec, "replace")
    return Decoded(text, name, "; ".join(filter(None, (doubt, _broken(text.count("\ufffd"))))))


def _broken(number: int) -> str:
    return f"{number} {'place is' if number == 1 else 'places are'} damaged"

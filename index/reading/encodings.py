"""Tell in which encoding a text is written, where it is not UTF-8.

A file that says so itself is UTF-16. Others are Windows-1252, unless they are in another script:
there letters that are not ASCII stand in runs, and `charset-normalizer` says which encoding it is.
For Latin scripts it is not asked: it takes short French or Spanish texts for Central European ones.
"""

import codecs
import re

UTF_8, UTF_16, WINDOWS_1252 = "UTF-8", "UTF-16", "Windows-1252"

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHER_SCRIPTS = {
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
    "cp1253": "Windows-1253",
}
# Accents of Latin letters stand alone: not one of 239 pieces of English, French, German, Spanish
# and Icelandic, of 12 letters and more, some in capitals, has this share of them in such runs.
_RUN = re.compile(rb"[\x80-\xff]{4,}")
_IN_RUNS = 0.3
_BROKEN = 0.5  # of what is not ASCII; with fewer broken places it is UTF-8 that was damaged


def decode(raw: bytes) -> tuple[str, str]:
    """Return a text and the name of the encoding that it was read in."""
    try:
        if raw.startswith(_MARKS):
            return raw.decode("utf-16"), UTF_16
        return raw.decode("utf-8-sig"), UTF_8
    except UnicodeDecodeError:
        codec = _other_script(raw) if _is_other_script(raw) else None
        name = _OTHER_SCRIPTS.get(codec or "", WINDOWS_1252)
        return raw.decode(codec or "cp1252", errors="replace"), name


def _is_other_script(raw: bytes) -> bool:
    """Tell whether a text has letters of another script, and is not UTF-8 with some damage."""
    if b"\x00" in raw:  # no text at all
        return False
    foreign = sum(byte > 127 for byte in raw)
    if sum(map(len, _RUN.findall(raw))) < _IN_RUNS * foreign:
        return False
    read = raw.decode("utf-8", errors="replace")
    return read.count("\ufffd") >= _BROKEN * sum(not char.isascii() for char in read)


def _other_script(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # only for the few files that need it

    best = from_bytes(raw, cp_isolation=[*_OTHER_SCRIPTS]).best()
    return best.encoding if best else None

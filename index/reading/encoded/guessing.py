"""Guess the encoding of bytes that are not UTF-8, with `chardet`, and say what is in doubt.

`chardet` finds nearly all texts of a hundred letters. What it lacks for shorter ones is a sense of
what is common, so the candidates are only those that files are written in, and Windows-1252 stays
unless another fits clearly better.
"""

import re
from typing import NamedTuple

from index.reading.encoded.codec_names import (
    ESCAPED,
    LATIN,
    OLD,
    OTHER_SCRIPTS,
    WIDE,
    codec_of,
    name_of,
)

# Accents of Latin letters stand alone: not one of 239 pieces of English, French, German, Spanish
# and Icelandic, of 12 letters and more, some in capitals, has this share of them in such runs.
_RUN = re.compile(rb"[\x80-\xff]{4,}")
_IN_RUNS, _FEW = 0.3, 6
# What stands in no word: a mark, a capital or a block in the middle, letters of two scripts.
_ODD = re.compile(
    "[^\\W\\d_][¡-¬®-¶¸¹»-¿×÷€‚„…†‡‰‹›‘“”•™ˆ˜][^\\W\\d_]|[^\\W\\d_][‚„ˆ˜]|[a-z][À-ÞŠŒŽŸ][a-z]"
    "|[ß-öø-ÿąćčďđęěğıłńňőřśşšţťůűźżž][A-Z]|[\u2580-\u259f]"
    "|[A-Za-z][\u0370-\u07ff]|[\u0370-\u07ff][A-Za-z]|[\x80-\x9f\ufffd]"
)
_LATIN_9 = re.compile(r"¤|[^\W\d_][¦¨´¸¼½¾][^\W\d_]")  # € and œ of ISO 8859-15
_HIGH, _BLANK = bytes(range(128, 256)), bytes(range(33))
_C1 = re.compile(rb"[\x80-\x9f]")
_DOUBT, _COMMON = 1.25, 0.1  # an encoding of ten letters must be 1.2 times as likely
_LOOKED_AT = 200_000  # bytes
_CONTRADICTED = 2.0  # times as likely as what the file declares
_NEARLY, _ALIKE = 0.9, 0.5
_SURE = 0.1


class Guess(NamedTuple):
    """A codec, "" for none, and what speaks against it."""

    codec: str
    doubt: str = ""


def likeliest(raw: bytes, declared: str = "", *, wide: bool = False) -> Guess:
    """Return the likeliest codec of bytes; `wide` ones are UTF-16 or UTF-32, or no text."""
    if wide:
        ranked = _ranked(raw, WIDE)
        return Guess(next(iter(ranked), ""))
    if b"\x1b" in raw:
        if ranked := _ranked(raw, ESCAPED):
            return Guess(next(iter(ranked)))
        if _decodes(raw, "utf-8"):
            return Guess("utf-8")
    piece = raw[:_LOOKED_AT]
    said = codec_of(declared)
    if said and _decodes(raw, said):
        return _obeyed(piece, said, declared)
    best = _told_apart(piece)
    return best if not said else Guess(best.codec, f"it says that it is {declared}")


def _told_apart(raw: bytes) -> Guess:
    """Guess the codec of a text that says nothing of it."""
    other = _is_other_script(raw)
    if not other and not _has_letters(raw):
        return Guess("cp1252", "few letters tell")
    ranked = _ranked(raw, (*LATIN, *OLD, *(OTHER_SCRIPTS if other else ())))
    best = _usual(raw, ranked, _best(raw, ranked))
    if best == "cp1252" and not _C1.search(raw) and _LATIN_9.search(raw.decode("cp1252")):
        return Guess("iso8859-15", "it has € or œ as there, not ¤ or ½")
    return Guess(best, _rival(raw, ranked, best))


def _has_letters(raw: bytes) -> bool:
    """Tell whether more than signs is foreign in a text of Windows-1252, as § or ° or “ are."""
    text = raw.decode("cp1252", "replace")
    return any(char.isalpha() for char in text if char > "\xba") or _ODD.search(text) is not None


def _ranked(raw: bytes, candidates: tuple[str, ...]) -> dict[str, float]:
    """Map the codecs that may be to how likely they are, the likeliest first."""
    import chardet  # only for the few files that need it

    found = chardet.detect_all(
        raw,
        ignore_threshold=True,
        include_encodings=candidates,
        compat_names=False,
        no_match_encoding=candidates[0],
    )
    return {one["encoding"]: one["confidence"] for one in found if one["encoding"]}


def _is_other_script(raw: bytes) -> bool:
    """Tell whether a text has letters of another script, which stand in runs or are most of it."""
    foreign, blank = _foreign(raw), len(raw) - len(raw.translate(None, _BLANK))
    runs = sum(map(len, _RUN.findall(raw)))
    most = foreign >= _FEW and foreign > _IN_RUNS * (len(raw) - blank)
    return most or runs >= max(1, _IN_RUNS * foreign)


def _best(raw: bytes, ranked: dict[str, float]) -> str:
    """Return the likeliest codec that reads no odder words than Windows-1252 does.

    That must be clearly more likely, the fewer letters there are the more, where both read well.
    """
    usual, odd = ranked.get("cp1252", 0.0), _oddity(raw, "cp1252")
    few = 1 / max(1, _foreign(raw))
    for codec, likely in ranked.items():
        oddity = _oddity(raw, codec)
        if oddity < odd or codec not in (*LATIN, *OLD):
            better = 1.0
        else:
            better = 1 + (_COMMON + _DOUBT * few if codec in LATIN else 4 * few * few)
        if codec == "cp1252" or (oddity <= odd and likely >= usual * better):
            return codec
    return "cp1252"


def _foreign(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, _HIGH))


def _oddity(raw: bytes, codec: str) -> int:
    return len(_ODD.findall(raw.decode(codec, "replace")))


def _usual(raw: bytes, ranked: dict[str, float], best: str) -> str:
    """Return the commonest of the codecs that read the same text, which are hard to tell apart."""
    text = raw.decode(best, "replace")
    alike = [codec for codec in ranked if ranked[codec] >= _ALIKE * ranked.get(best, 0.0)]
    order = (*LATIN, *OLD, *OTHER_SCRIPTS)
    same = [codec for codec in order if codec in alike and raw.decode(codec, "replace") == text]
    return same[0] if same else best


def _rival(raw: bytes, ranked: dict[str, float], best: str) -> str:
    """Say which encoding fits a text nearly as well and reads it otherwise."""
    text = raw.decode(best, "replace")
    least = _NEARLY * ranked.get(best, 0.0)
    for codec, likely in ranked.items():
        if codec != best and likely >= least and raw.decode(codec, "replace") != text:
            return f"{name_of(codec)} fits nearly as well"
    return "few letters tell" if _foreign(raw) < _FEW else ""


def _obeyed(raw: bytes, said: str, declared: str) -> Guess:
    """Follow what a file declares, unless another encoding fits far better."""
    ranked = _ranked(raw, (*LATIN, *OLD, *OTHER_SCRIPTS, said))
    best = _best(raw, ranked)
    surely = ranked.get(best, 0.0) >= max(_SURE, _CONTRADICTED * ranked.get(said, 0.0))
    differs = raw.decode(best, "replace") != raw.decode(said, "replace")
    if best != said and surely and differs:
        return Guess(best, f"it says that it is {declared}")
    return Guess(said)


def _decodes(raw: bytes, codec: str) -> bool:
    try:
        raw.decode(codec)
    except (ValueError, LookupError, TypeError):
        return False
    return True

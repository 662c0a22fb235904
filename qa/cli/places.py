"""Where a quote stands in its file: the line that an editor shows."""

from pathlib import Path

_LEAST = 12  # letters and digits by which a part of a quote, or of a word, is known


def line_of(quote: str, file: Path) -> int | None:
    """Return the line of a text file at which a quote begins, counted from 1.

    None where it is not found, or twice. Letters and digits alone are compared, because cleaning
    mends marks and spaces. A quote whose letters were mended too is found by its beginning.
    """
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    if b"\x00" in raw:
        return None
    text = raw.decode("utf-8", errors="replace")
    letters = [(char.lower(), place) for place, char in enumerate(text) if char.isalnum()]
    written = "".join(char for char, _ in letters if len(char) == 1)
    places = [place for char, place in letters if len(char) == 1]
    wanted = "".join(char.lower() for char in quote if char.isalnum() and len(char.lower()) == 1)
    shorter = [length for length in (len(wanted) // 2, _LEAST) if _LEAST <= length < len(wanted)]
    for length in (len(wanted), *shorter):
        begin = wanted[:length]
        at = written.find(begin) if begin and written.count(begin) == 1 else -1
        if at < 0:
            continue
        if length >= _LEAST or _stands_alone(text, places[at], places[at + length - 1]):
            return text.count("\n", 0, places[at]) + 1
    return None


def _stands_alone(text: str, first: int, last: int) -> bool:
    """Tell whether a range of a text begins and ends with a word."""
    return not text[:first][-1:].isalnum() and not text[last + 1 : last + 2].isalnum()

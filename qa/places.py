"""Where a quote stands in its file: the line that an editor shows."""

from pathlib import Path

_LEAST = 12  # letters and digits that a quote must share with its line


def line_of(quote: str, file: Path) -> int | None:
    """Return the line of a text file at which a quote begins, counted from 1; None where it cannot be found.

    Letters and digits alone are compared, because cleaning mends marks and spaces. A quote whose letters were mended
    too is found by its beginning.
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
    for length in (len(wanted), len(wanted) // 2, _LEAST):
        found = written.find(wanted[:length]) if wanted else -1
        if found >= 0 and length:
            return text.count("\n", 0, places[found]) + 1
    return None

"""A word of a PDF page, with where it stands."""

import re
from dataclasses import dataclass, replace

from index.reading.pdf.layout.table import Table

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic, Syriac
LOOSE = 1.15  # how much higher a font's box is than its size, roughly


@dataclass(slots=True)
class Word:
    """A word, or a whole table, with its box and base line; `size` is the height of its letters.

    `glued`: no space stands before it. `order` is its number in the order in which the file draws.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    order: int = 0
    bold: bool = False
    glued: bool = False
    turned: int = 0  # degrees, to the left
    field: bool = False  # an entry of a form
    unseen: bool = False  # drawn without ink
    white: bool = False
    table: Table | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of its box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def upright(word: Word, at: tuple[float, float]) -> Word:
    """Return a word that is turned by quarters as if the page had been turned to read it."""
    left, top, right, bottom = word.left, word.top, word.right, word.bottom
    x, y = at
    box = {
        90: (-bottom, left, -top, right, x),
        180: (-right, -bottom, -left, -top, -y),
        270: (top, -right, bottom, -left, -x),
    }.get(word.turned, (left, top, right, bottom, y))
    x0, y0, x1, y1, base = box
    return replace(word, left=x0, top=y0, right=x1, bottom=y1, base=base, size=(y1 - y0) / LOOSE)


def is_leftward(text: str) -> bool:
    """Tell whether a text has letters of a script that is written from right to left."""
    return _LEFTWARD.search(text) is not None

"""Tell which rows of a table name its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from index.cleaning.furniture import has_figure

_YEAR = re.compile(r"\D{0,3}(?:1[5-9]|20)\d\d(?:\s*[-–/]\s*\d{2,4})?\D{0,3}")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_WORDS = 8  # of a head at most


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, where it begins and over how many columns it goes."""

    text: str
    element: HtmlElement = field(compare=False)
    width: int = 1
    place: tuple[int, int] = (0, 0)

    @property
    def is_head(self) -> bool:
        """Tell whether the page marks it as the head of a column."""
        scope = (self.element.get("scope") or "").casefold()
        return self.element.tag == "th" and scope not in ("row", "rowgroup")

    @property
    def is_bold(self) -> bool:
        """Tell whether all of its text is bold."""
        if _is_bold(self.element.getparent()):
            return True
        bold = (it for it in self.element.iter() if it.tag in ("b", "strong") or _is_bold(it))
        said = "".join(self.text.split())
        return any("".join(it.text_content().split()) == said for it in bold)


Row = Sequence[Cell]  # a cell stands in each place that it covers


def own(row: Row) -> list[Cell]:
    """Return the cells of a row with text, each once."""
    return [cell for cell in dict.fromkeys(row) if cell.text]


def is_full(row: Row) -> bool:
    """Tell whether a row is one text over all columns."""
    return (len(dict.fromkeys(row)) == 1 and len(row) > 1) or (
        len(own(row)) == 1 and row[0].width > 1
    )


def names_columns(row: Row, *, in_head: bool) -> bool:
    """Tell whether a row is marked as one of heads."""
    cells = own(row)
    heads = [cell for cell in cells if cell.is_head]
    if in_head:
        return bool(cells)
    return len(heads) == len(cells) and any(cell is not row[0] for cell in heads)


def looks_like_heads(rows: Sequence[Row]) -> bool:
    """Tell whether the first of the rows of a table without marked heads names the columns.

    It is bold and the next is not, or it has no figure where all others have one. Of two columns
    both must tell, as a list of facts has two.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    first, second = rows[0], rows[1]
    texts = [cell.text for cell in first]
    full = all(texts[1:]) and len(set(texts)) == len(texts)
    if not full or any(len(text.split()) > _WORDS or text.endswith(".") for text in texts):
        return False
    if all(cell.is_bold for cell in own(first)):
        return not all(cell.is_bold for cell in own(second))
    told = [_tells(n, rows) for n in range(len(first))]
    return None not in told and (all(told) if len(told) == 2 else any(told[1:]) or all(told[:1]))


def _tells(column: int, rows: Sequence[Row]) -> bool | None:
    """Tell whether the top of a column names figures; None where it is one of them."""
    top, *below = (row[column].text for row in rows)
    figures = [has_figure(text) for text in below if text]
    if not has_figure(top):
        return bool(figures) and all(figures)
    years = [bool(_YEAR.fullmatch(text)) for text in below if text]
    return True if _YEAR.fullmatch(top) and not any(years) else None


def _is_bold(element: HtmlElement) -> bool:
    return bool(_BOLD.search(element.get("style") or ""))

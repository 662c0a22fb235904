"""The blocks of a page: runs of text between two borders."""

import re
from dataclasses import dataclass

from index.cleaning.furniture import has_figure


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between two borders of the page.

    `link_share` is how much of it is links, `frame` what part of the page it stands in, `links` how
    many links it holds. `mark` is what a list sets before it, `joins` says that a row of a table
    goes on with the one above.
    """

    text: str
    link_share: float
    frame: str
    links: int = 0
    mark: str = ""
    joins: bool = False

    @property
    def shown(self) -> str:
        """Return the text with the mark of a list, which stands within a heading."""
        hashes, heading = self.text[: -len(self.text.lstrip("#"))], self.text.lstrip("#").lstrip()
        if hashes and self.mark != "- ":
            return f"{hashes} {self.mark}{heading}"
        return (
            f"{self.mark.strip()}\n\n{self.text}"
            if self._is_row and self.mark
            else self.mark + self.text
        )

    @property
    def _is_row(self) -> bool:
        return self.text.startswith("|")

    @property
    def words(self) -> str:
        """Return the text without the marks of a heading."""
        return self.text.lstrip("#").strip()

    @property
    def lead(self) -> str:
        """Return what stands before a colon or arrow when all after it is a link, else nothing."""
        lead, border, rest = re.split(r"([:→»])", f"{self.words}:", maxsplit=1)
        linked = self.link_share * sum(map(str.isalnum, self.words))
        return lead if border and abs(linked - sum(map(str.isalnum, rest))) < 0.5 < linked else ""

    @property
    def is_way(self) -> bool:
        """Tell whether the block is nothing but links to other pages, and holds no figure."""
        told = self._is_row or self.mark.endswith(": ")
        return self.link_share >= 1 and not has_figure(self.text) and not told

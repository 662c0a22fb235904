"""Pagination, the same in every list: `limit` and `offset` in, `total` and `next` out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list."""

    limit: int = 50
    offset: int = 0

    def wrap(
        self, name: str, items: Sequence[object], total: int, address: str
    ) -> dict[str, object]:
        """Return items that are cut already, where they lie, and where the next stretch is."""
        place = {"total": total, "limit": self.limit, "offset": self.offset}
        return {name: list(items), **place, "next": self._after(total, address)}

    def _after(self, total: int, address: str) -> str | None:
        after = self.offset + self.limit
        joint = "&" if "?" in address else "?"
        return f"{address}{joint}limit={self.limit}&offset={after}" if after < total else None


def address(path: str, search: str, sort: str = "") -> str:
    """Return the address of a list as it was searched and sorted."""
    asked = {name: value for name, value in (("search", search), ("sort", sort)) if value}
    return path + (f"?{urlencode(asked)}" if asked else "")


def _page(
    limit: Annotated[int, Query(ge=1, le=500, description="How many to return.")] = 50,
    offset: Annotated[
        int, Query(ge=0, le=1_000_000_000, description="How many to leave out at the start.")
    ] = 0,
) -> Page:
    return Page(limit, offset)


PageIn = Annotated[Page, Depends(_page)]

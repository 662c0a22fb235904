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
        """Return items that are cut already, with where they lie and the address of the next stretch."""
        after = self.offset + self.limit
        link = (
            f"{address}{'&' if '?' in address else '?'}limit={self.limit}&offset={after}"
            if after < total
            else None
        )
        return {
            name: list(items),
            "total": total,
            "limit": self.limit,
            "offset": self.offset,
            "next": link,
        }


def address(path: str, search: str) -> str:
    """Return the address of a list as it was searched."""
    return path + (f"?{urlencode({'search': search})}" if search else "")


def _page(
    limit: Annotated[int, Query(ge=1, le=500, description="How many to return.")] = 50,
    offset: Annotated[
        int, Query(ge=0, le=1_000_000_000, description="How many to leave out at the start.")
    ] = 0,
) -> Page:
    return Page(limit, offset)


PageIn = Annotated[Page, Depends(_page)]

"""What one application is made of, as its routes take it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from index.ranking.search import Index
from qa.settings import Settings
from web.desk.asking import Desk
from web.desk.examples import Examples
from web.desk.nearby import Nearby
from web.library.shelf import Shelf

CountTokens = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one application.

    Without a shelf the articles can be read only; without `keeps` no conversation is kept. A
    `local` server is for people at this machine alone.
    """

    desk: Desk
    examples: Examples
    nearby: Nearby
    shelf: Shelf | None
    count_tokens: CountTokens
    keeps: bool
    local: bool
    settings: Settings

    @property
    def index(self) -> Index:
        """Return the index that questions are asked of."""
        return self.desk.index


async def parts_of(request: Request) -> Parts:
    """Return the parts of the application that serves a request; without a thread."""
    parts: Parts = request.app.state.parts
    return parts


PartsIn = Annotated[Parts, Depends(parts_of)]

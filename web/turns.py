"""Work that is done one at a time; what waits holds no thread, which other routes need."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import run_sync

Result = TypeVar("Result")


class Turns:
    """The turns of one kind of work, in each event loop its own."""

    def __init__(self, kind: str) -> None:
        self._limiter: RunVar[CapacityLimiter] = RunVar(kind)

    async def take(self, work: Callable[[], Result]) -> Result:
        """Wait for a turn, then do work in a thread."""
        try:
            limiter = self._limiter.get()
        except LookupError:
            self._limiter.set(limiter := CapacityLimiter(1))
        return await run_sync(work, limiter=limiter)

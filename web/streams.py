"""Answers as server-sent events."""

from collections.abc import Generator

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.types import Receive, Scope, Send


class Stream(EventSourceResponse):
    """Send the events of a generator, and close it when they are sent or the client goes away.

    Left to the garbage collector, it would hold its submission for as long as that takes.
    """

    def __init__(self, events: Generator[ServerSentEvent, None, None]) -> None:
        """Keep the generator; it starts with the response."""
        super().__init__(events)
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events; no thread runs the generator any more when it is closed."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._events.close()

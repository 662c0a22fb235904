"""The answer to a question as server-sent events."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.types import Receive, Scope, Send

from web.desk.asking import Visit

# Sent for each token, so that a client that has gone is noticed.
STILL_WRITING = ServerSentEvent(comment="writing")


class VisitEvents(EventSourceResponse):
    """The server-sent events of a visit, which ends with them however they end."""

    def __init__(self, visit: Visit, events: AsyncGenerator[ServerSentEvent, None]) -> None:
        super().__init__(events)
        self._visit, self._events = visit, events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events."""
        with self._visit:
            async with aclosing(self._events):
                await super().__call__(scope, receive, send)

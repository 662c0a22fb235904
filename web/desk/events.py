"""The answer to a question as server-sent events."""

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.types import Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError
from qa.steps import Step
from qa.wire import PassageOut, SentenceOut
from web.desk.asking import Visit
from web.errors import UNEXPECTED, error_json

log = logging.getLogger("wellspring")
# Sent for each token, so that a client that has gone is noticed.
STILL_WRITING = ServerSentEvent(comment="writing")

Events = AsyncGenerator[ServerSentEvent, None]


class VisitEvents(EventSourceResponse):
    """The server-sent events of a visit, which ends with them however they end."""

    def __init__(self, visit: Visit, events: Events) -> None:
        super().__init__(events)
        self._visit, self._events = visit, events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events; when the client goes away they are closed, which stops the model."""
        with self._visit:
            async with aclosing(self._events):
                await super().__call__(scope, receive, send)


def step_json(step: Step) -> dict[str, Any]:
    """Return what is being done: with what was found, with what answers and its sentence."""
    found = [PassageOut.of(hit).model_dump() for hit in step.hits]
    sentence = SentenceOut.of(step.evidence).model_dump() if step.evidence else None
    told = {"passages": found, "short_answer": step.short, "sentence": sentence}
    return {"step": step.doing, **{name: value for name, value in told.items() if value}}


async def ended(
    events: Events, tell: Callable[[dict[str, dict[str, str]]], ServerSentEvent]
) -> Events:
    """Yield events and, where they fail, an event that tells the error as their last one.

    The response has begun by then: no handler of errors can answer it any more, so all are told.
    """
    try:
        async with aclosing(events):
            async for event in events:
                yield event
    except WellspringError as error:
        yield tell(error_json(error.code, error.message))
    except Exception:
        log.exception("unexpected error while streaming")
        yield tell(error_json(Problem.INTERNAL_ERROR, UNEXPECTED))

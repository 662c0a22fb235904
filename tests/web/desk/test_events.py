"""Streams end with what went wrong, in the one error shape, and end their source with them."""

import json
from collections.abc import AsyncGenerator

import anyio
import pytest
from sse_starlette import JSONServerSentEvent, ServerSentEvent

from index.problems import Problem
from index.types import WellspringError
from web.desk.events import ended

TOLD = WellspringError(Problem.NO_QUESTION, "Ask something.")


def error(said: object) -> ServerSentEvent:
    return JSONServerSentEvent(said, event="error")


class Source:
    """Yields two events and then fails, where it is to; tells whether it was closed."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure, self.closed = failure, False

    async def events(self) -> AsyncGenerator[ServerSentEvent, None]:
        try:
            yield ServerSentEvent("one")
            yield ServerSentEvent("two")
            if self.failure:
                raise self.failure
        finally:
            self.closed = True


def streamed(source: Source) -> list[ServerSentEvent]:
    async def run() -> list[ServerSentEvent]:
        return [event async for event in ended(source.events(), error)]

    return anyio.run(run)


def test_events_pass_as_they_are() -> None:
    assert [event.data for event in streamed(Source())] == ["one", "two"]


@pytest.mark.parametrize(
    ("failure", "code"), [(TOLD, "no_question"), (KeyError("secret"), "internal_error")]
)
def test_a_failure_is_the_last_event(
    failure: Exception, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    *before, last = streamed(Source(failure))
    assert [event.data for event in before] == ["one", "two"]
    assert last.event == "error"
    assert "secret" not in str(last.data)
    assert json.loads(last.encode().decode().split("data: ")[1])["error"]["code"] == code
    assert ("secret" in caplog.text) == (code == "internal_error")


def test_who_stops_listening_closes_the_source() -> None:
    source = Source()

    async def run() -> None:
        events = ended(source.events(), error)
        await anext(events)
        await events.aclose()

    anyio.run(run)
    assert source.closed

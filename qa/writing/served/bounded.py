"""Read no more of a response than an answer can have."""

from collections.abc import AsyncIterator

import httpx2

from qa.writing.served.faults import UnusableError

_MOST = 4_000_000  # bytes: a hundred times what the longest answer takes as events

_KINDS = ("text/event-stream", "application/json", "application/x-ndjson")


class _Bounded(httpx2.AsyncByteStream):
    """The bytes of a response, up to a limit."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield them; raises `UnusableError` past the limit."""
        read = 0
        async for part in self._stream:
            read += len(part)
            if read > _MOST:
                raise UnusableError(f"sends more than {_MOST // 1_000_000} MB")
            yield part

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()


async def bound(response: httpx2.Response) -> None:
    """Bound a response before anything of it is read: a hook of the client.

    What is packed though that was not asked for could unpack to more than memory holds.
    """
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if response.is_success and kind and kind not in _KINDS:
        raise UnusableError(f"answers with {kind[:40]}, as no OpenAI-compatible server does")
    if response.headers.get("content-encoding", "identity") != "identity":
        raise UnusableError("packs its answers, which was not asked for")
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Bounded(response.stream)

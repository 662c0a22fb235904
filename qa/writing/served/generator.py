"""A model of a server as a generator: what it says comes piece by piece, and can be stopped."""

import asyncio
import re
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from contextlib import closing
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from qa.steps import ELSEWHERE
from qa.writing.prompt import Messages
from qa.writing.served.address import Address
from qa.writing.served.client import Client
from qa.writing.served.faults import AwayError

CONTEXT = 2048  # tokens that the servers in use read at once where nobody chose
_LOOK = 0.2  # seconds between two looks whether somebody still wants the answer
_REST = 15.0  # seconds in which a server that failed is not asked again
_FRESH = 5.0  # seconds that a look at a server counts for
_WORD = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_", re.ASCII)
_LETTERS_OF_A_TOKEN = 2


class ServedGenerator:
    """A model that a server runs. Safe for several threads.

    A server that failed is left alone for some seconds: who asks meanwhile does not wait for it.
    """

    is_elsewhere = True

    def __init__(
        self, address: Address, key: str = "", patience: float = 90.0, context: int = 0
    ) -> None:
        """Keep where it is; nothing is asked of it yet. `patience`: seconds of a whole answer."""
        self.name = address.model
        self.context = context or CONTEXT
        self._client = Client(address, key, patience)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = Lock()
        self._fault: AwayError | None = None
        self._rests_until = self._looked = -1.0

    def count_tokens(self, text: str) -> int:
        """Return what a text has at most, for any tokenizer in use: it is not known here."""
        return estimated_tokens(text)

    def generate(self, messages: Messages, max_tokens: int) -> Iterator[str]:
        """Yield what the model says; `ELSEWHERE` while it is waited for.

        Closing the iterator ends the request. Raises `AwayError` where the server fails.
        """
        if fault := self._resting():
            raise fault
        pieces: SimpleQueue[str] = SimpleQueue()
        asked = self._run(self._client.write(messages, max_tokens, pieces.put))
        try:
            while not (asked.done() and pieces.empty()):
                try:
                    yield pieces.get(timeout=_LOOK)
                except Empty:
                    yield ELSEWHERE
            asked.result()
            self._fault = None
        except AwayError as fault:
            self._note(fault)
            raise
        finally:
            asked.cancel()

    def away(self) -> str:
        """Return why the server cannot be used now, "" where it can; it is looked at for this."""
        if (fault := self._resting()) is None and time.monotonic() > self._looked + _FRESH:
            try:
                self._run(self._client.look()).result()
                self._fault = None
            except AwayError as error:
                self._fault = error
            self._looked = time.monotonic()
        fault = fault or self._fault
        return fault.message if fault else ""

    def check(self) -> str:
        """Say what of the server is well, after a word of the model; raises `AwayError`."""
        return str(self._run(self._client.check()).result())

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop:
            asyncio.run_coroutine_threadsafe(self._client.close(), loop).result()
            loop.call_soon_threadsafe(loop.stop)

    def _resting(self) -> AwayError | None:
        return self._fault if time.monotonic() < self._rests_until else None

    def _note(self, fault: AwayError) -> None:
        """Leave the server alone for a while, unless only this question was at fault."""
        if not fault.once:
            self._fault = fault
            self._rests_until = time.monotonic() + max(fault.pause, _REST)

    def _run(self, work: Coroutine[Any, Any, Any]) -> "Future[Any]":
        """Run something in a thread of its own, in which it can be cancelled at any time."""
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                Thread(target=_run_until_stopped, args=[self._loop], daemon=True).start()
        return asyncio.run_coroutine_threadsafe(work, self._loop)


def _run_until_stopped(loop: asyncio.AbstractEventLoop) -> None:
    with closing(loop):
        loop.run_forever()


def estimated_tokens(text: str) -> int:
    """Return a number of tokens that a text does not have more of.

    ASCII letters come in twos at least, each other sign by itself, of all other writing each byte.
    """
    ascii_ = text.encode("ascii", "ignore").decode()
    foreign = len(text.encode()) - len(ascii_)
    words = _WORD.findall(ascii_)
    lines = text.count("\n")
    return foreign + lines + sum(-(-len(word) // _LETTERS_OF_A_TOKEN) for word in words)

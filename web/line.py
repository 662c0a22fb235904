"""The line in front of the models: few questions at once, the others wait, too many are refused.

What waits holds no thread. Clients take turns, so that one who asks much holds up nobody but
himself.
"""

import asyncio
import math
import time
from collections import OrderedDict, deque
from concurrent.futures import Future
from threading import Lock
from types import TracebackType

from fastapi import Request

from index.problems import Problem
from index.types import WellspringError

AT_ONCE = 2  # `python -m eval.bench.clients --at-once N` on two cores (docs/experiments.md)
# At 0.4 s a question on two cores the last one waits 25 s, about as long as people and programs do.
WAITING = 64
LOOK = 0.25  # seconds between two looks whether a client that waits is still there
_LONGEST_RETRY = 60  # seconds


class CrowdedError(WellspringError):
    """Too many questions wait already; `retry_after` is in how many seconds to ask again."""

    def __init__(self, waiting: int, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(
            Problem.TOO_MANY_QUESTIONS,
            f"{waiting} questions wait for an answer already. Ask again in {retry_after} s. "
            "Who runs this server lets more wait with WELLSPRING_WAITING.",
        )


class Place:
    """A place in the line. It must be left, whatever happens: use it in a `with`."""

    def __init__(self, line: "Line", client: str) -> None:
        self.client = client
        self.began = 0.0  # when its turn came
        self._line, self._is_out = line, False
        self._begin()

    def _begin(self) -> None:
        """Wait for a turn from now on."""
        self.turn: Future[None] = Future()
        # Who stops waiting leaves; the turn itself is never cancelled.
        self.turn.set_running_or_notify_cancel()
        self._awaited: asyncio.Future[None] | None = None

    async def reached(self, seconds: float | None = None) -> bool:
        """Wait for the turn, at most some seconds; tell whether it came."""
        if not self.turn.done():
            self._awaited = self._awaited or asyncio.wrap_future(self.turn)
            await asyncio.wait([self._awaited], timeout=seconds)
        return self.turn.done()

    def leave(self) -> None:
        """Let the next one take its turn; a second time does nothing."""
        self._line.leave(self)

    def follow(self, *, elsewhere: bool) -> None:
        """Give the turn up while a model elsewhere works; then ask for one, as the next of all."""
        if elsewhere and not self._is_out:
            self.leave()
        elif self._is_out and not elsewhere:
            self._begin()
            self._line.join_again(self)
        self._is_out = elsewhere

    def __enter__(self) -> "Place":
        """Hold the place."""
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Leave it."""
        self.leave()


class Line:
    """Who is in the models, and who waits. Safe for several threads and event loops."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = WAITING) -> None:
        """Let `at_once` questions in and `most_waiting` wait, half of them of one client."""
        self._at_once = at_once
        self._most = most_waiting
        self._lock = Lock()
        self._inside: set[Place] = set()
        # By client, whose turn is next first.
        self._waiting: OrderedDict[str, deque[Place]] = OrderedDict()
        self._seconds = 0.5  # that a question takes, as seen lately

    @property
    def waiting(self) -> int:
        """Count the questions that wait."""
        with self._lock:
            return self._count()

    @property
    def inside(self) -> int:
        """Count the questions in the models."""
        with self._lock:
            return len(self._inside)

    def join(self, client: str = "") -> Place:
        """Take a place at the end; raises `CrowdedError` when there is none left."""
        place = Place(self, client)
        with self._lock:
            if not self._admitted(place):
                self._queue(place)
        return place

    def join_again(self, place: Place) -> None:
        """Let a place in before those that wait."""
        with self._lock:
            if len(self._inside) < self._at_once:
                self._admit(place)
                return
            self._waiting.setdefault(place.client, deque()).appendleft(place)
            self._waiting.move_to_end(place.client, last=False)

    def join_when_free(self, client: str = "") -> Place | None:
        """Take a place where nobody has to wait for it, else none."""
        place = Place(self, client)
        with self._lock:
            return place if self._admitted(place) else None

    def leave(self, place: Place) -> None:
        """Take a place out of the line and let in whose turn it is."""
        with self._lock:
            if place in self._inside:
                self._inside.remove(place)
                self._seconds += 0.1 * (time.monotonic() - place.began - self._seconds)
            elif place in (mine := self._waiting.get(place.client, deque())):
                mine.remove(place)
                if not mine:
                    del self._waiting[place.client]
            while self._waiting and len(self._inside) < self._at_once:
                self._admit(self._next())

    def _admitted(self, place: Place) -> bool:
        free = not self._waiting and len(self._inside) < self._at_once
        if free:
            self._admit(place)
        return free

    def _admit(self, place: Place) -> None:
        place.began = time.monotonic()
        self._inside.add(place)
        place.turn.set_result(None)

    def _queue(self, place: Place) -> None:
        waiting, mine = self._count(), len(self._waiting.get(place.client, ()))
        if waiting >= self._most or mine >= math.ceil(self._most / 2):
            seconds = math.ceil((waiting + 1) * self._seconds / self._at_once)
            raise CrowdedError(waiting, min(_LONGEST_RETRY, seconds))
        self._waiting.setdefault(place.client, deque()).append(place)

    def _next(self) -> Place:
        """Return the first one of the client whose turn it is.

        His others come after those of the other clients.
        """
        client, places = self._waiting.popitem(last=False)
        place = places.popleft()
        if places:
            self._waiting[client] = places
        return place

    def _count(self) -> int:
        return sum(map(len, self._waiting.values()))


def client_of(request: Request) -> str:
    """Name the client of a request: its address."""
    return request.client.host if request.client else ""


async def check_connected(request: Request) -> None:
    """Raise `WellspringError` when the client has gone away."""
    if await request.is_disconnected():
        raise WellspringError(
            Problem.CLIENT_GONE, "The client went away before the answer; the model was stopped."
        )

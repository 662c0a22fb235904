"""Stage timings of one question."""

import time
from collections.abc import Iterator


class Clock:
    """Stage timings of one question, in milliseconds."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps = {"retrieve": 0, "evidence": 0, "first_token": 0, "generate": 0}

    def lap(self, stage: str) -> None:
        """Note the time since the last stage ended."""
        now = time.perf_counter()
        self._laps[stage] = round(1000 * (now - self._last))
        self._last = now

    def first(self, stage: str, pieces: Iterator[str]) -> Iterator[str]:
        """Pass pieces on and note when the first came."""
        for piece in pieces:
            if not self._laps[stage]:
                self._laps[stage] = round(1000 * (time.perf_counter() - self._last))
            yield piece

    def done(self) -> dict[str, int]:
        """Return all timings with the total."""
        return {**self._laps, "total": round(1000 * (time.perf_counter() - self._start))}

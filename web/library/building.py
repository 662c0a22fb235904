"""How far a build is, and how long it still takes."""

import time

# What part of a build each of its works takes, from where to where: embedding is nearly all of it.
_PARTS = {"Reading articles": (0.0, 0.1), "Embedding characters": (0.1, 0.95)}
_LAST = 0.95, 1.0
_SOON = 1.0  # seconds: before, how quick a build is cannot be told


class Building:
    """A build that goes on, told to it as `Progress`."""

    def __init__(self) -> None:
        self._now = "", 0, 0
        self._began = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Note what is done, and how much of it."""
        if what != self._now[0]:
            self._began = time.monotonic()
        self._now = what, done, total

    def as_json(self) -> dict[str, object] | None:
        """Return it as `GET /index` tells it, None before anything is done."""
        what, done, total = self._now
        passed = time.monotonic() - self._began
        known = done and passed >= _SOON
        left = round(passed / done * (total - done)) if known else None
        first, last = _PARTS.get(what, _LAST)
        fraction = round(first + (last - first) * done / max(1, total), 3)
        told = {"what": what, "done": done, "total": total}
        return {**told, "fraction": fraction, "seconds_left": left} if what else None

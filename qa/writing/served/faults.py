"""What a model server did wrong, in one sentence, with the way out."""

import re
from collections.abc import Iterator

import httpx2
import openai

from index.problems import Problem
from index.types import WellspringError

_LONGEST = 200  # characters of a server's own words
_OF_THE_QUESTION = (400, 413, 422)
_RETRIED = (408, 409, 429, 500, 502, 503, 504)
_LONGEST_PAUSE = 60.0  # seconds that a server may ask to be left alone for
_BEHIND_IT = {
    401: "Set WELLSPRING_GENERATOR_KEY to a key that it takes.",
    403: "Set WELLSPRING_GENERATOR_KEY to a key that may use this model.",
    404: "Name a model that it has and an address that ends as in …/v1 in WELLSPRING_GENERATOR.",
    429: "Ask less often, or use another one.",
}
_NOT_OPENAI = "Name the address of an OpenAI-compatible server in WELLSPRING_GENERATOR."


class AwayError(WellspringError):
    """A server that cannot be used now.

    `retry`: it may do better at once. `pause`: for how many seconds it is not to be asked again.
    `once`: only what was asked is at fault.
    """

    def __init__(
        self, told: str, *, retry: bool = False, pause: float = 0.0, once: bool = False
    ) -> None:
        self.retry, self.pause, self.once = retry, pause, once
        super().__init__(Problem.MODEL_SERVER_AWAY, f"The model server {told}")


class UnusableError(ValueError):
    """A response that is not read on: too long, packed, or not of the form."""


def told(error: Exception, key: str) -> AwayError:
    """Return an error of the client as one of ours. The key is never told."""
    if isinstance(error, AwayError):
        return error
    if why := next((str(one) for one in _causes(error) if isinstance(one, UnusableError)), ""):
        return AwayError(f"{why}. {_NOT_OPENAI}")
    match error:
        case openai.APITimeoutError() | TimeoutError():
            return AwayError("does not answer in time. See that it runs and is not overloaded.")
        case openai.APIStatusError():
            return _refused(error, key)
        case openai.APIConnectionError() | httpx2.TransportError() | OSError():
            return _unreached(error)
        case openai.APIError():
            return AwayError(f"failed{_own_words(error.body, key)}. See its log.")
    return AwayError(f"answers what cannot be read ({type(error).__name__}). {_NOT_OPENAI}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came of."""
    while error is not None:
        yield error
        error = error.__cause__


def _unreached(error: Exception) -> AwayError:
    if any(isinstance(one, httpx2.RemoteProtocolError) for one in _causes(error)):
        return AwayError("broke off its answer. See its log.", retry=True)
    why = " ".join(str(error.__cause__ or error).split())[:_LONGEST]
    cure = "Start it, or name its address in WELLSPRING_GENERATOR."
    return AwayError(f"cannot be reached ({why or 'no connection'}). {cure}", retry=True)


def _refused(error: openai.APIStatusError, key: str) -> AwayError:
    status = error.status_code
    if 300 <= status < 400:
        cure = "Name the address that it points to in WELLSPRING_GENERATOR."
        return AwayError(f"sends questions elsewhere (status {status}). {cure}")
    said = _own_words(error.body, key)
    cure = _BEHIND_IT.get(status, "See its log.")
    pause = _seconds(error.response.headers.get("retry-after", ""))
    again, once = status in _RETRIED, status in _OF_THE_QUESTION
    return AwayError(
        f"refuses (status {status}){said}. {cure}", retry=again, pause=pause, once=once
    )


def _own_words(body: object, key: str) -> str:
    """Return what a server says itself, cut to a line; "" where it says nothing to be read."""
    match body:
        case {"error": {"message": str(said)}} | {"error": str(said)} | {"message": str(said)}:
            pass
        case {"detail": str(said)} | str(said):
            pass
        case _:
            return ""
    said = re.sub(r"[\s\x00-\x1f\x7f]+", " ", said).strip(" .")
    if key:
        said = said.replace(key, "•••")
    return f": {said[:_LONGEST]}" if said and "<" not in said[:_LONGEST] else ""


def _seconds(retry_after: str) -> float:
    try:
        seconds = float(retry_after)
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), _LONGEST_PAUSE) if seconds == seconds else 0.0

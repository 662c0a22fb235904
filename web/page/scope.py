"""How an answer tells what its question was limited to (as scope.js does)."""

from collections.abc import Callable, Sequence

_TOLD = 3  # articles; of more, their number is told


def only_in(scope: Sequence[str], t: Callable[..., str]) -> str:
    """Say which articles or which folder a question was limited to."""
    places, more = ", ".join(scope[:_TOLD]), len(scope) - _TOLD
    return t("only_in_more", places=places, count=more) if more > 0 else t("only_in", places=places)

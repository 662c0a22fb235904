"""Numbers as a report writes them."""


def share(value: float, digits: int = 0) -> str:
    """Return a share as per cent."""
    return f"{100 * value:.{digits}f}\u00a0%"


def duration(ms: float) -> str:
    """Return a time in milliseconds, or in seconds from one second on."""
    return f"{ms:.0f}\u00a0ms" if round(ms) < 1000 else f"{ms / 1000:.1f}\u00a0s"

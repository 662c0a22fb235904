"""Tables in Markdown, as the benchmarks print them."""

from collections.abc import Iterable, Sequence


def table(measured: Sequence[dict[str, object]]) -> str:
    """Return figures as a table, a row each; the first one's names are the head."""
    cells = [[_written(value) for value in row.values()] for row in measured]
    return lines([list(measured[0]), *cells])


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as a table; the first is the head."""
    head, *others = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *others])


def _written(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)

"""Sum the rows up for people."""

from collections.abc import Callable, Sequence
from statistics import median

from rich.table import Table

from eval.runner import Row


def table(rows: Sequence[Row]) -> Table:
    """Return the table of an eval run: one line a kind, and all together."""
    shown = Table(title=f"{len(rows)} questions", caption=_caption(rows))
    for heading in ("kind", "asked", "right", "declined", "quote hit", "unsupported numbers", "median ms"):
        shown.add_column(heading, justify="left" if heading == "kind" else "right")
    groups = {kind: [row for row in rows if row.kind == kind] for kind in dict.fromkeys(row.kind for row in rows)}
    for kind, group in groups.items():
        shown.add_row(kind, *_cells(group))
    shown.add_section()
    for name, group in (("answerable", [r for r in rows if r.answerable]), ("not answerable", [r for r in rows if not r.answerable])):
        if group:
            shown.add_row(name, *_cells(group))
    return shown


def _cells(group: Sequence[Row]) -> list[str]:
    answerable = [row for row in group if row.answerable]
    answered = [row for row in group if row.answered]
    return [
        str(len(group)),
        _share(answerable, lambda row: row.right),
        _share(group, lambda row: not row.answered),
        _share([row for row in answered if row.answerable], lambda row: row.cited > 0),
        _share(answered, lambda row: bool(row.unsupported)),
        f"{median(row.timings_ms['total'] for row in group):.0f}",
    ]


def _share(rows: Sequence[Row], holds: Callable[[Row], bool]) -> str:
    return f"{100 * sum(map(holds, rows)) / len(rows):.0f} %" if rows else "–"


def _caption(rows: Sequence[Row]) -> str:
    found = [row for row in rows if row.answerable]
    return f"Every gold sentence among the passages found: {_share(found, lambda row: row.retrieved == 1)} of the answerable questions."

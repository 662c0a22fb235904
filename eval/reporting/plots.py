"""Draw an eval run: from a result to an SVG that stands in a page and takes the page's colours.

Each function returns "" where the result holds nothing to draw. The text alternative holds the
drawn figures.
"""

import io
import re
from collections.abc import Callable, Sequence

import matplotlib
import numpy as np
from markupsafe import escape
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

from eval.measuring.metrics import hit_at
from eval.measuring.statistics import risk_coverage
from eval.types import Result, Row

_INK, _ACCENT, _TINT, _FAINT = "#010101", "#020202", "#030303", "#040404"
_COLOURS = {
    _INK: "currentColor",
    _ACCENT: "var(--accent)",
    _TINT: "var(--tint)",
    _FAINT: "var(--line)",
}
_STYLE: dict[RcKeyType, object] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "wellspring",
    "font.family": ["DejaVu Sans"],
    "font.size": 12,
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": _FAINT,
    "text.color": _INK,
    "axes.edgecolor": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_WIDTH, _HEIGHT = 5.0, 3.3
_STAGES = ("retrieve", "evidence", "generate", "total")
_BINS = 10


def share(value: float, digits: int = 0) -> str:
    """Return a share as per cent."""
    return f"{100 * value:.{digits}f}\u00a0%"


def duration(ms: float) -> str:
    """Return a time in milliseconds, or in seconds from one second on."""
    return f"{ms:.0f}\u00a0ms" if round(ms) < 1000 else f"{ms / 1000:.1f}\u00a0s"


def is_right(row: Row) -> bool:
    """Tell whether a row answers an answerable question rightly."""
    return row.answered and row.answerable and row.right


def right_by_kind(result: Result) -> str:
    """Draw the share of right answers of each kind with its interval."""
    kinds = [
        (name.removeprefix("right/"), found)
        for name, found in result.summary.items()
        if name.startswith("right/")
    ]
    kinds.sort(key=lambda pair: (pair[1].value, pair[0]))

    def paint(axes: Axes) -> None:
        places = range(len(kinds))
        if "right" in result.summary:
            axes.axvline(
                result.summary["right"].value, color=_INK, linestyle=(0, (2, 3)), linewidth=1
            )
        axes.hlines(
            places,
            [found.low for _, found in kinds],
            [found.high for _, found in kinds],
            color=_ACCENT,
            linewidth=2,
        )
        axes.plot([found.value for _, found in kinds], places, "o", color=_ACCENT, markersize=7)
        axes.set_yticks(places, [f"{kind} ({found.n})" for kind, found in kinds])
        for place, (_, found) in zip(places, kinds, strict=True):
            axes.text(
                1.03, place, share(found.value), transform=axes.get_yaxis_transform(), va="center"
            )
        _shares(axes, "x")
        axes.grid(axis="x")

    text = "; ".join(
        f"{kind} {share(e.value)} ({share(e.low)} to {share(e.high)}, {e.n} questions)"
        for kind, e in reversed(kinds)
    )
    return (
        _draw("kinds", "Right answers by kind", text, paint, height=0.9 + 0.48 * len(kinds))
        if kinds
        else ""
    )


def risk_and_coverage(result: Result) -> str:
    """Draw the share of wrong answers among the most confident ones, up to all that were given."""
    answered = [row for row in result.rows if row.answered]
    curve = (
        risk_coverage(
            [row.confidence for row in answered], [float(is_right(row)) for row in answered]
        )
        if answered
        else []
    )
    points = [(coverage * len(answered) / len(result.rows), risk) for coverage, risk in curve]

    def paint(axes: Axes) -> None:
        axes.plot(*zip(*points, strict=True), color=_ACCENT, linewidth=2)
        axes.plot(*points[-1], "o", color=_ACCENT, markersize=8, clip_on=False)
        axes.annotate(
            share(points[-1][1]), points[-1], xytext=(0, 9), textcoords="offset points", ha="center"
        )
        _shares(axes, "xy")
        axes.set_xlabel("coverage: share of all questions answered")
        axes.set_ylabel("risk: wrong answers")
        axes.grid()

    chosen = (
        [points[round(quarter * (len(points) - 1) / 4)] for quarter in range(5)] if points else []
    )
    text = "; ".join(
        f"{share(coverage)} answered, {share(risk)} of them wrong"
        for coverage, risk in dict.fromkeys(chosen)
    )
    return _draw("risk", "Risk and coverage", text, paint) if points else ""


def calibration(result: Result) -> str:
    """Draw how often the questions of each confidence were answerable (reliability diagram)."""
    bins: list[list[Row]] = [[] for _ in range(_BINS)]
    for row in result.rows:
        bins[min(max(int(row.confidence * _BINS), 0), _BINS - 1)].append(row)
    filled = [group for group in bins if group]
    points = [
        (
            _mean([row.confidence for row in group]),
            _mean([row.answerable for row in group]),
            len(group),
        )
        for group in filled
    ]

    def paint(axes: Axes) -> None:
        most = max(count for *_, count in points)
        axes.plot([0, 1], [0, 1], color=_INK, linestyle=(0, (2, 3)), linewidth=1)
        axes.plot(
            [x for x, _, _ in points], [y for _, y, _ in points], color=_ACCENT, linewidth=1.5
        )
        axes.scatter(
            [x for x, _, _ in points],
            [y for _, y, _ in points],
            s=[25 + 175 * n / most for *_, n in points],
            color=_ACCENT,
            clip_on=False,
        )
        _shares(axes, "xy")
        axes.set_xlabel("confidence")
        axes.set_ylabel("answerable")
        axes.grid()

    text = "; ".join(
        f"mean confidence {share(x)}, answerable {share(y)} ({n} questions)" for x, y, n in points
    )
    return _draw("calibration", "Calibration of the confidence", text, paint) if points else ""


def latency(result: Result) -> str:
    """Draw the median and the 95th percentile of the time of each stage."""
    timed = {
        stage: [row.timings_ms[stage] for row in result.rows if stage in row.timings_ms]
        for stage in _STAGES
    }
    stages = [
        (stage, *np.percentile(times, [50, 95]).tolist()) for stage, times in timed.items() if times
    ]

    def paint(axes: Axes) -> None:
        longest = max(max(p50, p95) for _, p50, p95 in stages) or 1
        for offset, column, colour, label in (
            (-0.19, 1, _ACCENT, "p50 (median)"),
            (0.19, 2, _TINT, "p95"),
        ):
            places = [place + offset for place in range(len(stages))]
            axes.barh(
                places,
                [stage[column] for stage in stages],
                0.36,
                color=colour,
                edgecolor=_ACCENT,
                label=label,
            )
            for place, stage in zip(places, stages, strict=True):
                axes.text(stage[column] + longest / 60, place, duration(stage[column]), va="center")
        axes.set_yticks(range(len(stages)), [stage[0] for stage in stages])
        axes.invert_yaxis()
        axes.set_xlim(0, 1.22 * longest)
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)

    text = "; ".join(
        f"{stage}: median {duration(p50)}, 95th percentile {duration(p95)}"
        for stage, p50, p95 in stages
    )
    return _draw("latency", "Time by stage", text, paint) if stages else ""


def retrieval(result: Result) -> str:
    """Draw the share of questions whose gold sentences all stand in the best k passages."""
    known = [row.gold_ranks for row in result.rows if row.gold_ranks]
    depths = range(1, 11)
    found = [_mean([hit_at(ranks, k) for ranks in known]) for k in depths] if known else []

    def paint(axes: Axes) -> None:
        axes.plot(depths, found, "o-", color=_ACCENT, linewidth=2)
        for k in (1, 3, 5, 10):
            axes.annotate(
                share(found[k - 1]),
                (k, found[k - 1]),
                xytext=(0, -19),
                textcoords="offset points",
                ha="center",
            )
        _shares(axes, "y")
        axes.set_xlim(0.3, 10.7)
        axes.set_xticks(depths)
        axes.set_xlabel("best k passages")
        axes.set_ylabel("all gold sentences found")
        axes.grid(axis="y")

    text = "; ".join(f"best {k}: {share(value)}" for k, value in zip(depths, found, strict=False))
    return (
        _draw("retrieval", "Retrieval", f"{text} (of {len(known)} questions)", paint)
        if known
        else ""
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _shares(axes: Axes, which: str) -> None:
    """Scale an axis from 0 to 1 in per cent, with room for the marks at its ends."""
    ticks = [0, 0.25, 0.5, 0.75, 1]
    for axis in which:
        axes.set(
            **{
                f"{axis}lim": (-0.03, 1.03),
                f"{axis}ticks": ticks,
                f"{axis}ticklabels": [share(tick) for tick in ticks],
            }
        )


def _draw(
    name: str, title: str, text: str, paint: Callable[[Axes], None], height: float = _HEIGHT
) -> str:
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        paint(figure.subplots())
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata=_NO_METADATA)
    return _for_a_page(file.getvalue(), name, f"{title}: {text}")


def _for_a_page(svg: str, name: str, words: str) -> str:
    """Fit a stand-alone SVG into a page: ids, style, font and colours must not meet the page's."""
    size = re.search(r'viewBox="[^"]*"', svg)
    assert size is not None, "matplotlib writes a viewBox"
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    body = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", body, flags=re.S)
    used = set(re.findall(r'(?:href="|url\()#([\w-]+)', body))
    body = re.sub(
        r' id="([^"]+)"', lambda match: f' id="{name}-{match[1]}"' if match[1] in used else "", body
    )
    body = re.sub(r'href="#|url\(#', lambda match: f"{match[0]}{name}-", body)
    body = re.sub(r"font-family: [^;\"]*(; )?", "", body)
    for colour, wanted in _COLOURS.items():
        body = body.replace(colour, wanted)
    return f'<svg {size[0]} role="img" aria-label="{escape(words)}">{" ".join(body.split())}'

"""The plots of an eval run: from a result to an SVG that stands in a page.

Each function returns "" where the result holds nothing to draw. The text alternative holds the
drawn figures.
"""

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from matplotlib.axes import Axes

from eval.measuring.calibration import counted, is_right
from eval.measuring.metrics import hit_at
from eval.measuring.statistics import risk_coverage
from eval.reporting.drawing import ACCENT, INK, TINT, draw, shares
from eval.reporting.numbers import duration, share
from eval.types import Estimate, Result, Row

_STAGES = ("retrieve", "evidence", "generate", "total")
_BINS = 10
_DOTTED = (0, (2, 3))


def right_by_kind(result: Result) -> str:
    """Draw the share of right answers of each kind with its interval."""
    named = ((name.removeprefix("right/"), name, found) for name, found in result.summary.items())
    kinds = [(kind, found) for kind, name, found in named if kind != name]
    if not kinds:
        return ""
    kinds.sort(key=lambda pair: (pair[1].value, pair[0]))

    def paint(axes: Axes) -> None:
        """Paint the estimate of each kind, and a line at that of all questions."""
        if "right" in result.summary:
            all_kinds = result.summary["right"].value
            axes.axvline(all_kinds, color=INK, linestyle=_DOTTED, linewidth=1)
        _paint_estimates(axes, [found for _, found in kinds])
        axes.set_yticks(range(len(kinds)), [f"{kind} ({found.n})" for kind, found in kinds])
        shares(axes, "x")
        axes.grid(axis="x")

    text = "; ".join(
        f"{kind} {share(e.value)} ({share(e.low)} to {share(e.high)}, {e.n} questions)"
        for kind, e in reversed(kinds)
    )
    return draw("kinds", "Right answers by kind", text, paint, height=0.9 + 0.48 * len(kinds))


def _paint_estimates(axes: Axes, found: Sequence[Estimate]) -> None:
    """Paint a dot and a line for each estimate, and write its value beside them."""
    places, lows, highs = range(len(found)), [e.low for e in found], [e.high for e in found]
    axes.hlines(places, lows, highs, color=ACCENT, linewidth=2)
    axes.plot([e.value for e in found], places, "o", color=ACCENT, markersize=7)
    beside = axes.get_yaxis_transform()
    for place, e in zip(places, found, strict=True):
        axes.text(1.03, place, share(e.value), transform=beside, va="center")


def risk_and_coverage(result: Result) -> str:
    """Draw the share of wrong answers among the most confident ones, also among those held back."""
    rows = counted(result.rows)
    if not rows:
        return ""
    right = [float(is_right(row)) for row in rows]
    curve = risk_coverage([row.confidence for row in rows], right)
    points = [(coverage * len(rows) / len(result.rows), risk) for coverage, risk in curve]
    given = sum(row.answered for row in rows)
    last = points[given - 1] if given else None

    def paint(axes: Axes) -> None:
        """Paint the curve, with a dot where the answers that were given end."""
        axes.plot(*zip(*points, strict=True), color=ACCENT, linewidth=2)
        if last:
            axes.plot(*last, "o", color=ACCENT, markersize=8, clip_on=False)
            axes.annotate(share(last[1]), last, (0, 9), textcoords="offset points", ha="center")
        shares(axes, "xy")
        axes.set_xlabel("coverage: share of all questions answered")
        axes.set_ylabel("risk: wrong answers")
        axes.grid()

    quarters = [points[round(quarter * (len(points) - 1) / 4)] for quarter in range(5)]
    said = [*dict.fromkeys(quarters)]
    text = "; ".join(f"{share(x)} answered, {share(y)} of them wrong" for x, y in said)
    dot = f"; given: {share(last[0])}, {share(last[1])} of them wrong" if last else ""
    return draw("risk", "Risk and coverage", f"{text}{dot}", paint)


def calibration(result: Result) -> str:
    """Draw how often the answers of each confidence are right (reliability diagram)."""
    bins: list[list[Row]] = [[] for _ in range(_BINS)]
    for row in counted(result.rows):
        bins[min(max(int(row.confidence * _BINS), 0), _BINS - 1)].append(row)
    points = [
        (fmean(row.confidence for row in group), fmean(map(is_right, group)), len(group))
        for group in bins
        if group
    ]
    if not points:
        return ""

    def paint(axes: Axes) -> None:
        """Paint a dot for each bin, larger for more answers, and a line where all would lie."""
        told, true, counts = zip(*points, strict=True)
        sizes = [25 + 175 * count / max(counts) for count in counts]
        axes.plot([0, 1], [0, 1], color=INK, linestyle=_DOTTED, linewidth=1)
        axes.plot(told, true, color=ACCENT, linewidth=1.5)
        axes.scatter(told, true, s=sizes, color=ACCENT, clip_on=False)
        shares(axes, "xy")
        axes.set_xlabel("confidence")
        axes.set_ylabel("right")
        axes.grid()

    text = "; ".join(
        f"mean confidence {share(x)}, right {share(y)} ({n} questions)" for x, y, n in points
    )
    return draw("calibration", "Calibration of the confidence", text, paint)


def latency(result: Result) -> str:
    """Draw the median and the 95th percentile of the time of each stage."""
    stages: dict[str, tuple[float, float]] = {}
    for stage in _STAGES:
        times = [row.timings_ms[stage] for row in result.rows if stage in row.timings_ms]
        if times:
            stages[stage] = tuple(np.percentile(times, [50, 95]).tolist())
    if not stages:
        return ""

    def paint(axes: Axes) -> None:
        """Paint a bar for the median and one for the percentile of each stage, with their times."""
        longest = max(map(max, stages.values())) or 1
        medians, others = zip(*stages.values(), strict=True)
        for offset, times, colour, label in (
            (-0.19, medians, ACCENT, "p50 (median)"),
            (0.19, others, TINT, "p95"),
        ):
            places = [place + offset for place in range(len(stages))]
            axes.barh(places, times, 0.36, color=colour, edgecolor=ACCENT, label=label)
            for place, time in zip(places, times, strict=True):
                axes.text(time + longest / 60, place, duration(time), va="center")
        axes.set_yticks(range(len(stages)), list(stages))
        axes.invert_yaxis()
        axes.set_xlim(0, 1.22 * longest)
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)

    text = "; ".join(
        f"{stage}: median {duration(p50)}, 95th percentile {duration(p95)}"
        for stage, (p50, p95) in stages.items()
    )
    return draw("latency", "Time by stage", text, paint)


def retrieval(result: Result) -> str:
    """Draw the share of questions whose gold sentences all stand in the best k passages."""
    known = [row.gold_ranks for row in result.rows if row.gold_ranks]
    if not known:
        return ""
    found = {k: fmean(hit_at(ranks, k) for ranks in known) for k in range(1, 11)}

    def paint(axes: Axes) -> None:
        """Paint the share for each k, written out at some of them."""
        axes.plot(list(found), list(found.values()), "o-", color=ACCENT, linewidth=2)
        for k in (1, 3, 5, 10):
            axes.annotate(
                share(found[k]), (k, found[k]), (0, -19), textcoords="offset points", ha="center"
            )
        shares(axes, "y")
        axes.set_xlim(0.3, 10.7)
        axes.set_xticks(list(found))
        axes.set_xlabel("best k passages")
        axes.set_ylabel("all gold sentences found")
        axes.grid(axis="y")

    text = "; ".join(f"best {k}: {share(value)}" for k, value in found.items())
    return draw("retrieval", "Retrieval", f"{text} (of {len(known)} questions)", paint)

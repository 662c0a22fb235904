"""An SVG for a page; with `numbers`."""

import re

import pytest
from matplotlib.axes import Axes

from eval.reporting.drawing import ACCENT, FAINT, INK, TINT, draw, shares
from eval.reporting.numbers import duration, share


def painted(axes: Axes) -> None:
    axes.plot([0, 1], [0, 1], "o-", color=ACCENT)
    axes.plot([0, 1], [1, 0], color=TINT)
    axes.grid(color=FAINT)
    axes.axvline(0.5, color=INK)
    shares(axes, "xy")


def test_a_drawing_is_told_in_words_that_cannot_leave_their_place() -> None:
    svg = draw("one", "A <plot>", 'all of "it" & more', painted)
    told = re.search(r'role="img" aria-label="([^"]*)"', svg)
    assert told is not None
    assert told[1] == "A &lt;plot&gt;: all of &#34;it&#34; &amp; more"


def test_ids_of_two_drawings_never_meet() -> None:
    one, two = (set(re.findall(r' id="([^"]+)"', draw(n, "", "", painted))) for n in ("a", "b"))
    assert one
    assert not one & two
    assert all(name.startswith("a-") for name in one)


def test_colours_are_those_of_the_page() -> None:
    svg = draw("one", "", "", painted)
    assert {"var(--accent)", "var(--tint)", "var(--line)", "currentColor"} <= set(
        re.findall(r"(?:fill|stroke): ([^;\"]+)", svg)
    )
    assert not re.search("#0[1-4]{2}", svg)


def test_axes_of_shares_go_from_nothing_to_all_in_per_cent() -> None:
    svg = draw("one", "", "", painted)
    ticks = re.findall(r">(\d+)\s%<", svg)
    assert ticks == ["0", "25", "50", "75", "100"] * 2


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (0.5, 0, "50\u00a0%"),
        (1, 0, "100\u00a0%"),
        (0.1234, 1, "12.3\u00a0%"),
        (0, 2, "0.00\u00a0%"),
    ],
)
def test_a_share_is_said_in_per_cent(value: float, digits: int, said: str) -> None:
    assert share(value, digits) == said


@pytest.mark.parametrize(
    ("ms", "said"),
    [(0.2, "0\u00a0ms"), (940, "940\u00a0ms"), (999.6, "1.0\u00a0s"), (12345, "12.3\u00a0s")],
)
def test_a_time_is_said_in_seconds_from_one_second_on(ms: float, said: str) -> None:
    assert duration(ms) == said

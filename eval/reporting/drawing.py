"""Draw with matplotlib: an SVG that stands in a page and takes the page's colours."""

import io
import re
from collections.abc import Callable

import matplotlib
from markupsafe import escape
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

from eval.reporting.numbers import share

INK, ACCENT, TINT, FAINT = "#010101", "#020202", "#030303", "#040404"  # stand for the page's own
_COLOURS = {
    INK: "currentColor",
    ACCENT: "var(--accent)",
    TINT: "var(--tint)",
    FAINT: "var(--line)",
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
    "grid.color": FAINT,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_WIDTH, _HEIGHT = 5.0, 3.3


def draw(
    name: str, title: str, text: str, paint: Callable[[Axes], None], height: float = _HEIGHT
) -> str:
    """Return what `paint` draws as an SVG; `name` keeps its ids apart from those of others.

    Title and text are its text alternative.
    """
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        paint(figure.subplots())
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata=_NO_METADATA)
    return _for_a_page(file.getvalue(), name, f"{title}: {text}")


def shares(axes: Axes, which: str) -> None:
    """Scale an axis from 0 to 1 in per cent, with room for the marks at its ends."""
    ticks = [0, 0.25, 0.5, 0.75, 1]
    labels = [share(tick) for tick in ticks]
    for axis in which:
        scale = {"lim": (-0.03, 1.03), "ticks": ticks, "ticklabels": labels}
        axes.set(**{f"{axis}{what}": value for what, value in scale.items()})


def _for_a_page(svg: str, name: str, words: str) -> str:
    """Fit a stand-alone SVG into a page: ids, style, font and colours must not meet the page's."""
    size = re.search(r'viewBox="[^"]*"', svg)
    assert size is not None, "matplotlib writes a viewBox"
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    body = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", body, flags=re.S)
    used = set(re.findall(r'(?:href="|url\()#([\w-]+)', body))

    def own(found: re.Match[str]) -> str:
        """Put the name of the plot before an id that is used; drop another."""
        return f' id="{name}-{found[1]}"' if found[1] in used else ""

    body = re.sub(r' id="([^"]+)"', own, body)
    body = re.sub(r'href="#|url\(#', lambda match: f"{match[0]}{name}-", body)
    body = re.sub(r"font-family: [^;\"]*(; )?", "", body)
    for colour, wanted in _COLOURS.items():
        body = body.replace(colour, wanted)
    return f'<svg {size[0]} role="img" aria-label="{escape(words)}">{" ".join(body.split())}'

"""Write an eval run as one HTML file for people.

It opens from disk, offline, and needs nothing beside it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval.measuring.calibration import is_right
from eval.reporting import plots
from eval.reporting.numbers import duration, share
from eval.types import Estimate, Result, Row

_WITHOUT = "questions without an answer"
CARDS = {
    "right": ("Right answers", "answerable questions", "higher"),
    "declined_unanswerable": ("Declined when not answerable", _WITHOUT, "higher"),
    "declined_answerable": ("Wrongly declined", "answerable questions", "lower"),
    "citation_precision": ("Citation precision", "answers’ quotes", "higher"),
    "citation_recall": ("Citation recall", "answers’ gold sentences", "higher"),
    "unsupported": ("Answers with unsupported numbers", "answers", "lower"),
    "p50_total_ms": ("Median time", "questions", "lower"),
}
PLOTS: tuple[tuple[str, str, Callable[[Result], str]], ...] = (
    (
        "Right answers by kind",
        "Dot: share right. Line: 95 % interval. Dotted: all kinds. In brackets: questions.",
        plots.right_by_kind,
    ),
    (
        "Risk and coverage",
        "Most confident answers first, also those held back: how many are wrong. "
        "The dot is all answers given.",
        plots.risk_and_coverage,
    ),
    (
        "Calibration",
        "A dot on the dotted line keeps its promise; below it, too confident. "
        "Larger dots: more questions.",
        plots.calibration,
    ),
    (
        "Time by stage",
        "Half of the questions take no longer than p50, 95 in 100 no longer than p95.",
        plots.latency,
    ),
    (
        "Retrieval",
        "Questions with every gold sentence within the best k passages.",
        plots.retrieval,
    ),
)
MEANINGS = {
    "right": "answerable questions answered rightly",
    "items": "items of the accepted answers found",
    "exact": "answers that are an accepted wording exactly",
    "f1": "words shared with an accepted answer (F1)",
    "declined_unanswerable": "questions without an answer that were declined",
    "declined_answerable": "answerable questions that were declined",
    "decline_precision": "declined questions that were not answerable",
    "citation_precision": "quotes that are gold sentences",
    "citation_recall": "gold sentences that are quoted",
    "citation_hit": "answers that quote a gold sentence",
    "own_words": "answers that are no part of what they quote",
    "words": "words of an answer, median",
    "unsupported": "answers with a number that is not in their quotes",
    "mrr": "one divided by the rank of the first gold passage",
    "ndcg@10": "order of the ten best passages",
    "ece": "mean gap between confidence and share right",
    "aurc": "mean risk over all coverages",
}
_PREFIXES = {
    "right/": "right answers of the kind ",
    "hit@": "questions with all gold sentences within the best passages: ",
    "p50_": "median time: ",
    "p95_": "95th percentile of the time: ",
}
_PLAIN_NUMBERS = ("words", "mrr", "ndcg", "ece", "aurc", "f1")
_HEADING = ("set", "date", "commit", "models")
_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_report(result: Result, path: Path) -> None:
    """Write the report of a run to a file."""
    about, summary = result.about, result.summary
    html = _environment.get_template("report.html").render(
        set=_words(about.get("set", "Known questions")),
        facts=[(key, _words(about[key])) for key in _HEADING[1:] if key in about],
        cards=[(*CARDS[key], *_figures(key, summary[key])) for key in CARDS if key in summary],
        measures=[(key, _meaning(key), *_figures(key, found)) for key, found in summary.items()],
        plots=[(title, note, Markup(svg)) for title, note, draw in PLOTS if (svg := draw(result))],  # noqa: S704
        rows=[_shown(row) for row in result.rows],
        filters=_filters(result.rows),
        about=list(_pairs(about)),
    )
    path.write_text(html, "utf-8")


def verdict(row: Row) -> str:
    """Name what became of a question: right, wrong or declined."""
    if not row.answered:
        return "declined"
    return "right" if is_right(row) else "wrong"


def _figures(key: str, found: Estimate) -> tuple[str, str, int]:
    """Return a value, its interval and its number of questions, in words.

    The interval names a shared unit once.
    """
    low, high = _figure(key, found.low), _figure(key, found.high)
    number, _, unit = low.partition("\u00a0")
    return _figure(key, found.value), f"{number if high.endswith(unit) else low} to {high}", found.n


def _figure(key: str, value: float) -> str:
    if key.endswith("_ms"):
        return duration(value)
    return f"{value:.3f}" if key.startswith(_PLAIN_NUMBERS) else share(value, 1)


def _meaning(key: str) -> str:
    prefixes = (
        meaning + key.removeprefix(prefix).removesuffix("_ms")
        for prefix, meaning in _PREFIXES.items()
        if key.startswith(prefix)
    )
    return MEANINGS.get(key) or next(prefixes, "")


def _filters(rows: Sequence[Row]) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Return the choices of each filter with the number of questions that they leave."""
    counts = {
        "kind": Counter(row.kind for row in rows),
        "verdict": Counter(verdict(row) for row in rows),
        "fault": Counter(row.fault or "none" for row in rows),
    }
    labels = {"kind": "Kind", "verdict": "Verdict", "fault": "What went wrong"}
    return [(name, labels[name], sorted(found.items())) for name, found in counts.items()]


def _shown(row: Row) -> dict[str, object]:
    """Return a row as the template shows it."""
    lost = "not in the best ten passages"
    ranks = [lost if rank is None else f"passage {rank}" for rank in row.gold_ranks]
    ranks += [""] * (len(row.gold) - len(ranks))
    return {
        "row": row,
        "verdict": verdict(row),
        "faults": list(_faults(row)),
        "gold": list(zip(row.gold, ranks, strict=False)),
        "confidence": share(row.confidence),
        "time": duration(row.timings_ms["total"]) if "total" in row.timings_ms else "–",
    }


def _faults(row: Row) -> Iterator[str]:
    """Say in words what went wrong, and that a question was declined rightly."""
    if row.fault:
        yield row.fault
    if not row.answerable:
        yield "not answerable"
    if row.unsupported:
        yield f"not in the quotes: {', '.join(row.unsupported)}"


def _pairs(
    about: Mapping[object, object] | Mapping[str, object], before: str = ""
) -> Iterator[tuple[str, str]]:
    """Flatten what a run says of itself into names and values."""
    for key, value in about.items():
        if isinstance(value, Mapping) and value:
            yield from _pairs(value, f"{before}{key}: ")
        else:
            yield f"{before}{key}", _words(value)


def _words(value: object) -> str:
    """Return a value of `about` on one line."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_words(item)}" for key, item in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return ", ".join(_words(item) for item in value)
    return str(value)

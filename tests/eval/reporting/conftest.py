"""A result made by hand: twelve questions about a village, and the report of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.reporting.html_report import write_report
from eval.types import Estimate, Result, Row

EVIL = "<script>alert('x')</script>"
BELLS = "Eight bells hang in the tower."
FAST = {"retrieve": 40, "evidence": 100, "first_token": 500, "generate": 2000, "total": 2140}
SLOW = {"retrieve": 50, "evidence": 120, "generate": 8000, "total": 8170}
RIGHT = Row(
    id="q-01",
    kind="number",
    split="test",
    question="How many bells hang in the tower?",
    answerable=True,
    answered=True,
    right=True,
    answer="Eight bells [1].",
    answers=(("8", "eight"),),
    confidence=0.95,
    items=1.0,
    exact=0.0,
    f1=0.8,
    cited=1.0,
    precise=1.0,
    unsupported=(),
    quotes=(BELLS,),
    gold=(BELLS,),
    gold_ranks=(1,),
    fault="",
    timings_ms=FAST,
)
WRONG: dict[str, Any] = {
    "right": False,
    "answer": "Nine bells [1].",
    "quotes": ("Nine ropes are kept.",),
    "cited": 0.0,
    "precise": 0.0,
    "gold_ranks": (4,),
}
DECLINED: dict[str, Any] = {
    **WRONG,
    "answered": False,
    "answer": "The articles do not say.",
    "quotes": (),
    "fault": "wrong decline",
    "confidence": 0.3,
}
NO_GOLD: dict[str, Any] = {"answerable": False, "answers": (), "gold": (), "gold_ranks": ()}
NOT_ANSWERABLE = {**DECLINED, **NO_GOLD, "kind": "near-miss", "fault": "", "confidence": 0.05}
ITEMS: dict[str, Any] = {
    "kind": "list",
    "answers": (("mill", "the mill"), ("weir",)),
    "gold_ranks": (2, 7),
    "gold": ("A mill.", "A weir."),
}
CHANGES: tuple[dict[str, Any], ...] = (
    {},
    {"confidence": 0.85, "timings_ms": SLOW},
    ITEMS,
    {"kind": "list", "confidence": 0.75, "answer": "Both https://example.org/a and more."},
    {**WRONG, "confidence": 0.8, "fault": "evidence", "unsupported": ("9",)},
    {**WRONG, "kind": "why", "confidence": 0.7, "fault": "retrieval", "gold_ranks": (None,)},
    {**WRONG, "kind": "list", "confidence": 0.6, "fault": "generation", "answer": EVIL},
    {**DECLINED, "question": f"What is {EVIL} & what “is” not?"},
    {**DECLINED, "kind": "why", "confidence": 0.2, "timings_ms": {}},
    NOT_ANSWERABLE,
    {**NOT_ANSWERABLE, "kind": "off-topic", "confidence": 0.0},
    {**WRONG, **NO_GOLD, "kind": "near-miss", "confidence": 0.55, "fault": "wrong answer"},
)
ROWS = tuple(replace(RIGHT, id=f"q-{n:02}", **fields) for n, fields in enumerate(CHANGES, 1))
SUMMARY = {
    "right": Estimate(4 / 9, 0.11, 0.78, 9),
    "declined_unanswerable": Estimate(2 / 3, 0.0, 1.0, 3),
    "declined_answerable": Estimate(2 / 9, 0.0, 0.5, 9),
    "citation_precision": Estimate(0.571, 0.2, 0.9, 7),
    "unsupported": Estimate(0.125, 0.0, 0.375, 8),
    "p95_first_token_ms": Estimate(9100.0, 940.0, 12345.0, 11),
    "mrr": Estimate(0.5, 0.25, 0.75, 9),
    "p50_total_ms": Estimate(2140.0, 940.0, 8170.0, 11),
    "right/number": Estimate(0.5, 0.0, 1.0, 4),
    "right/<list>": Estimate(2 / 3, 0.0, 1.0, 3),
}
ABOUT: dict[str, object] = {
    "set": "village",
    "date": "2026-01-02",
    "commit": "abc1234",
    "models": {"generator": "Tiny <1B>", "embedder": "Mini"},
    "splits": ["dev", "test"],
}


@pytest.fixture(scope="session")
def village() -> Result:
    return Result(ABOUT, SUMMARY, ROWS)


@pytest.fixture(scope="session")
def report(village: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the report."""
    file = tmp_path_factory.mktemp("village") / "report.html"
    write_report(village, file)
    return file


@pytest.fixture(scope="session")
def html(report: Path) -> str:
    return report.read_text("utf-8")

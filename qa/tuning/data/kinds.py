"""Questions with their kinds: those written for this project, and those that public sets tell.

A record tells its kind by its answer: "yes" or "no", three items and more, a few words.
"""

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

from qa.question.kinds import Kind
from qa.tuning.data.noise import mistyped
from qa.tuning.data.records import Record, read_lines

WRITTEN = Path(__file__).parent / "written" / "kinds.jsonl.gz"
_MOST = {Kind.FACT: 900, Kind.LIST: 350, Kind.COMPARISON: 200, Kind.YES_NO: 200, Kind.WHY: 100}
_ITEMS = re.compile(r"[^,]{1,50}(, [^,]{1,50}){1,6},? (and|&) [^,]{1,50}")
_ASKS_ITEMS = re.compile(
    r"\b(list|names?|(what|which|who) (are|were)|(what|which) (\w+ ){0,2}[a-z]{3,}(?<![sui])s)\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(more|less|fewer|than|difference|older|younger|longer|larger|combined|or|change)\b",
    re.I,
)
_EXPLAINS = re.compile(
    r"\b(why|how (?!many|much|long|old|far|high|tall|large|big|often)\w+)\b", re.I
)
# "What is ..." may ask for a definition, or for a fact.
_DEFINES = re.compile(r"(what|who)( is| are| was| were|['’]s)\b", re.I)
_FEW = 4  # words of the answer that is one fact

Labelled = tuple[str, Kind]


def labelled(records: Sequence[Record], seed: int) -> list[Labelled]:
    """Return all written questions, and of those of records some of each kind, shuffled."""
    chance = random.Random(seed)  # noqa: S311
    found = [(row["question"], Kind(row["kind"])) for row in map(json.loads, read_lines(WRITTEN))]
    told: dict[Kind, list[str]] = {}
    for record in records:
        if kind := kind_of_record(record):
            told.setdefault(kind, []).append(record["question"])
    for kind, questions in sorted(told.items()):
        distinct = sorted(set(questions))
        found += [
            (asked, kind)
            for asked in chance.sample(distinct, min(len(distinct), _MOST.get(kind, 0)))
        ]
    chance.shuffle(found)
    return found


def kind_of_record(record: Record) -> Kind | None:
    """Return the kind that a record's answer tells, None where it leaves that open."""
    question, answer = record["question"], (record["answers"] or [""])[0]
    if not answer or record.get("history"):
        return None
    if answer.lower() in ("yes", "no"):
        return Kind.YES_NO
    if record.get("answer_type") in ("arithmetic", "comparison"):
        return Kind.COMPARISON if _COMPARES.search(question) else None
    if re.match(r"why\b", question, re.I):
        return Kind.WHY
    if any(shape.search(question) for shape in (_EXPLAINS, _COMPARES)):
        return None
    if _ITEMS.fullmatch(answer):
        return Kind.LIST if _ASKS_ITEMS.search(question) else None
    is_fact = len(answer.split()) <= _FEW and not _DEFINES.match(question)
    return Kind.FACT if is_fact else None


def as_typed(question: str, chance: random.Random) -> str:
    """Return a question as people type it: some without capitals, end, or care."""
    if chance.random() < 0.25:
        question = question.lower()
    if chance.random() < 0.3:
        question = question.rstrip("?.! ") or question
    return mistyped(question, chance) if chance.random() < 0.15 else question

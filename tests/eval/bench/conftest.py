"""The benchmarks keep what they make beside the index of the tests, and measure a small set."""

import json

import pytest

from eval.questions.known import FOLDER, load_questions
from eval.questions.sets import NAMED
from qa.wiring import Wellspring

ARTICLES = (
    "cheese-cooperative-minutes.txt",
    "ferry-timetable.md",
    "library-annual-report.md",
    "marrowby-viaduct.md",
)


@pytest.fixture
def data_dir(well: Wellspring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLSPRING_DATA_DIR", str(well.settings.data_dir))


@pytest.fixture(scope="session")
def small_set(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the almanac's questions about four of its articles as a public set of records."""
    passages = []
    for name in ARTICLES:
        title, _, text = (NAMED["almanac"] / name).read_text("utf-8").partition("\n")
        passages.append({"title": title.strip("# "), "text": text.strip()})
    lines = []
    for question in load_questions(FOLDER / "almanac.jsonl"):
        gold = [ARTICLES.index(one.article) for one in question.evidence if one.article in ARTICLES]
        if gold and len(gold) == len(question.evidence):
            said = [
                part
                for turn in question.history
                for part in (
                    {"role": "user", "text": turn.question},
                    {"role": "assistant", "text": turn.answer},
                )
            ]
            record = {
                "id": question.id,
                "question": question.question,
                "answers": list(question.answers[0]),
                "passages": passages,
                "gold": gold,
                "answerable": True,
                "evidence": [one.text for one in question.evidence],
                "history": said,
            }
            lines.append(json.dumps(record) + "\n")
    file = tmp_path_factory.mktemp("sets") / "small.jsonl"
    file.write_text("".join(lines), "utf-8")
    return str(file)

from pathlib import Path

from eval.questions import SEED_QUESTIONS, load_questions
from eval.report import table
from eval.runner import run, write_rows
from qa.answerer import Answerer


def test_known_questions_run_through_the_real_pipeline(answerer: Answerer, tmp_path: Path) -> None:
    questions = [q for q in load_questions(SEED_QUESTIONS, split="dev") if q.kind in ("date", "off-topic")]
    rows = run(answerer, questions)
    assert [row.id for row in rows] == [question.id for question in questions]
    assert not any(row.unsupported for row in rows)
    assert sum(row.right for row in rows if row.answerable) >= 4
    assert all(not row.answered for row in rows if not row.answerable)
    assert table(rows).row_count == 4
    write_rows(rows, tmp_path / "rows.jsonl")
    assert len((tmp_path / "rows.jsonl").read_text().splitlines()) == len(rows)

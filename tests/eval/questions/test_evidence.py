from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.questions.public import load_public


@pytest.mark.parametrize(
    ("changes", "evidence"),
    [
        ({"evidence": "It is 1,825 metres long."}, ["It is 1,825 metres long."]),
        (
            {"evidence": ["metres long. John Roebling", "not there"]},
            ["It is 1,825 metres long.", "John Roebling designed it."],
        ),
        ({"evidence": "not there"}, ["John Roebling designed it."]),
        (
            {"question": "When was the bridge opened?", "answers": ["yes"]},
            ["The bridge was opened in 1883."],
        ),
        (
            {"question": "Is it long, in metres?", "answers": ["3,650"]},
            ["It is 1,825 metres long."],
        ),
        (
            {"answers": ["1,825 metres long. John Roebling"]},
            ["It is 1,825 metres long.", "John Roebling designed it."],
        ),
        (
            {"question": "How long did the digging take?", "answers": ["It"], "gold": [0, 1]},
            ["It is 1,825 metres long.", "It took nine years."],
        ),
    ],
)
def test_the_evidence_of_a_record_is_what_it_quotes_or_holds_the_answer_or_is_closest(
    record: Callable[..., dict[str, Any]],
    write_lines: Callable[..., Path],
    changes: dict[str, Any],
    evidence: list[str],
) -> None:
    (question,) = load_public(write_lines("set.jsonl", record(**changes))).questions
    assert [gold.text for gold in question.evidence] == evidence

import gzip
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from qa.text.windows import LONGEST
from qa.tuning.data.answers import ANSWERS, answered
from qa.tuning.data.examples import Example
from qa.tuning.data.statements import statements
from qa.tuning.data.windows import windowed

FILLER = "Many boats come here in the long summer. " * 20
TEXT = f"{FILLER}The harbour was opened in 1874. {FILLER}"
GOLD = (TEXT.index("The harbour"), TEXT.index("1874.") + 5)
RECORDS: list[dict[str, object]] = [
    {
        "id": f"harbour-{n}",
        "question": "When was the harbour opened?",
        "answers": ["1874"],
        "passages": [{"title": f"Bergen {n}", "text": TEXT}],
        "gold": [0],
        "answerable": True,
    }
    for n in range(12)
]
SEVERAL = {
    "id": "two",
    "question": "Which is older, Bergen or Lenn?",
    "answers": ["Bergen"],
    "passages": [
        {"title": "Bergen", "text": "It is of 1070."},
        {"title": "Lenn", "text": "It is of 1874."},
    ],
    "gold": [0, 1],
    "answerable": True,
    "evidence": ["It is of 1070.", "It is of 1874."],
}


def test_a_long_text_is_cut_to_windows_with_the_answer_and_without() -> None:
    example = Example(
        "When was it opened?", "Bergen", TEXT, (GOLD,), (TEXT.index("1874"), TEXT.index("1874") + 4)
    )
    made = [window for seed in range(20) for window in windowed(example, random.Random(seed))]
    assert all(len(window.text) <= LONGEST for window in made)
    with_answer = [window for window in made if window.gold]
    assert len(with_answer) == 20
    assert {window.text[slice(*(window.span or ()))] for window in with_answer} == {"1874"}
    assert 0 < len(made) - 20 < 20
    assert all("1874" not in window.text for window in made if not window.gold)


def test_a_short_text_is_one_window() -> None:
    example = Example("Who?", "", "It was opened in 1874. Nobody came.", ((0, 22),), (17, 21))
    assert list(windowed(example, random.Random(0))) == [example]


def test_right_answers_are_proven_by_their_sentence_and_wrong_ones_by_none(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    pairs = list(answered(RECORDS, answers_of(RECORDS)))
    made = statements(pairs, seed=0)
    right = [example for example in made if example.gold]
    assert len(right) == 2 * len(RECORDS)
    for example in right:
        assert example.question.endswith("opened.")
        assert [example.text[a:b] for a, b in example.gold] == ["The harbour was opened in 1874."]
    wrong = [example for example in made if example.question.endswith("burnt.")]
    assert len(wrong) == 2 * len(RECORDS)
    assert all(not example.gold and "1874" in example.text for example in wrong)
    assert any(
        not example.gold and "1874" not in example.text
        for example in made
        if example.question.endswith("opened.")
    )
    assert not any(example.knows_span for example in right)


def test_several_pieces_of_evidence_are_read_together(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    [pair] = answered([SEVERAL], answers_of([SEVERAL]))
    assert pair.text == "Bergen: It is of 1070. Lenn: It is of 1874."
    assert pair.sentences == ["Bergen: It is of 1070.", "Lenn: It is of 1874."]
    assert {len(example.gold) for example in statements([pair], seed=0)} == {0, 2}


def test_written_answers_are_kept_apart_for_measuring_by_their_title(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    many = [
        {**RECORDS[0], "id": f"b-{n}", "passages": [{"title": f"Town {n}", "text": TEXT}]}
        for n in range(200)
    ]
    held = [pair.held_out for pair in answered(many, answers_of(many))]
    assert 5 < sum(held) < 40


def test_the_written_answers_are_whole() -> None:
    rows = [
        json.loads(line) for line in gzip.decompress(ANSWERS.read_bytes()).decode().splitlines()
    ]
    assert len({row["id"] for row in rows}) == len(rows) > 12_000
    assert all(row["answer"].strip() and row["answer"] != row.get("wrong") for row in rows)
    assert sum("wrong" in row for row in rows) > 7_000

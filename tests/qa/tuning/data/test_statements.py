from collections.abc import Callable, Sequence
from pathlib import Path

from qa.tuning.data.answers import answered
from qa.tuning.data.statements import as_draft, statements
from tests.qa.tuning.data.conftest import SEVERAL

FILLER = "Many boats come here in the long summer. " * 20
TEXT = f"{FILLER}The harbour was opened in 1874. {FILLER}"
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


def test_a_changed_answer_is_proven_by_nothing(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    [pair] = answered([{**RECORDS[0], "answer": "It opened in 1874."}], answers_of([]))
    made = statements([pair], seed=0)
    changed = [example for example in made if example.question != pair.answer]
    assert 1 <= len(changed) <= 3
    assert all(not example.gold and not example.span for example in changed)
    assert all("The harbour was opened in 1874." in example.text for example in changed)


def test_a_draft_to_be_changed_has_the_sentences_that_prove_the_answer(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    [pair] = answered([SEVERAL], answers_of([SEVERAL]))
    draft = as_draft(pair)
    assert draft.evidence == ("Bergen: It is of 1070. Lenn: It is of 1874.",)
    assert (draft.text, draft.question) == ("two opened.", SEVERAL["question"])


def test_the_same_seed_makes_the_same_statements(
    answers_of: Callable[[Sequence[dict[str, object]]], Path],
) -> None:
    pairs = list(answered(RECORDS, answers_of(RECORDS)))
    assert statements(pairs, seed=3) == statements(pairs, seed=3)
    assert statements(pairs, seed=3) != statements(pairs, seed=4)

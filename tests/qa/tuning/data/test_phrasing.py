from collections.abc import Callable, Sequence
from pathlib import Path

from qa.tuning.data.answers import answered
from qa.tuning.data.phrasing import drafts, pairs_of
from tests.qa.tuning.data.conftest import RECORDS

AnswersOf = Callable[[Sequence[dict[str, object]]], Path]


def test_drafts_answer_from_their_sentence_and_the_one_before(
    answers_of: AnswersOf,
) -> None:
    pairs = list(answered(RECORDS, answers_of(RECORDS)))
    made = drafts(pairs, seed=0)
    assert len(made) == len(RECORDS)
    assert made == drafts(pairs, seed=0)
    assert {draft.target for draft in made} == {f" {record['id']} opened." for record in RECORDS}
    for draft in made:
        assert "It was opened in 18" in draft.prompt
        assert "Ships come" not in draft.prompt
    assert 0 < sum("is deep" in draft.prompt for draft in made) < len(made)
    assert 0 < sum("Short answer: 18" in draft.prompt for draft in made) < len(made)


def test_a_short_answer_that_is_cut_wrongly_has_a_few_words_more_of_its_sentence(
    answers_of: AnswersOf,
) -> None:
    made = drafts(list(answered(RECORDS * 10, answers_of(RECORDS))), seed=1)
    shorts = [line for draft in made for line in draft.prompt.splitlines() if "Short ans" in line]
    wrong = {line for line in shorts if not line.removeprefix("Short answer: ").isdigit()}
    assert wrong
    assert len([line for line in shorts if line in wrong]) < len(shorts) / 3
    assert all("in 18" in line for line in wrong)
    assert all(line == line.rstrip(" .,;") for line in shorts)


def test_several_pieces_of_evidence_are_all_shown(answers_of: AnswersOf) -> None:
    both = ["It is of 1070.", "It is of 1874."]
    record = {**RECORDS[0], "evidence": both, "question": "Which is older?"}
    for seed in range(5):
        (draft,) = drafts(list(answered([record], answers_of([record]))), seed)
        assert all(piece in draft.prompt for piece in both)


def test_some_questions_are_typed_badly_and_most_are_not(answers_of: AnswersOf) -> None:
    made = drafts(list(answered(RECORDS * 10, answers_of(RECORDS))), seed=2)
    well = sum("Question: When was the harbour of " in draft.prompt for draft in made)
    assert 0.75 < well / len(made) < 1


def test_of_the_answers_over_records_so_many_are_learnt_and_those_over_texts_if_asked() -> None:
    records = [{**record, "answer": "It was opened then."} for record in RECORDS]
    every, few = (sum(map(len, pairs_of(records, most, 0))) for most in (None, 3))
    assert (every, few) == (len(RECORDS), 3)
    learnt, kept = pairs_of([], None, 0, texts=True)
    assert len(learnt) > 800
    assert len(kept) > 50


def test_an_answer_that_would_not_be_shown_is_not_learnt() -> None:
    records = [{**record, "answer": "It was opened in 1600."} for record in RECORDS]
    learnt, kept = pairs_of(records, None, 0)
    assert learnt == []
    assert len(kept) < len(RECORDS)

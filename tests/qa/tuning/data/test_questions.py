from qa.tuning.data.questions import asking_drafts
from tests.qa.tuning.data.conftest import RECORDS


def test_questions_to_an_answer_name_the_sentence_that_holds_it() -> None:
    made = asking_drafts(RECORDS, 10, seed=0)
    assert len(made) == 10
    for draft in made:
        assert draft.target.strip().startswith("When was the harbour")
        assert draft.prompt.endswith("Question:")
        assert "opened in" in draft.prompt


def test_no_more_questions_are_learnt_than_are_wanted_or_there() -> None:
    assert asking_drafts(RECORDS, 0, seed=0) == []
    assert len(asking_drafts(RECORDS, 1000, seed=0)) == len(RECORDS)
    assert asking_drafts(RECORDS, 10, seed=1) != asking_drafts(RECORDS, 10, seed=0)


def test_records_that_teach_no_question_are_left_out() -> None:
    (record, *_) = RECORDS
    useless: list[dict[str, object]] = [
        {**record, "answerable": False},
        {**record, "question": "Tell me of the harbour."},
        {**record, "gold": []},
        {**record, "answers": ["1999"]},
        {**record, "passages": [{"title": "", "text": "It was opened " * 20 + "in 1870."}]},
    ]
    assert asking_drafts(useless, 10, seed=0) == []

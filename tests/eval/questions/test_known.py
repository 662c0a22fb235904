import json
from collections import Counter
from pathlib import Path

import pytest

from eval.measuring.metrics import holds
from eval.questions.known import (
    FOLDER,
    KINDS,
    SEED_QUESTIONS,
    UNANSWERABLE,
    load_questions,
)
from eval.types import Gold, Question
from index.reading.readers import ReadArticle, iter_articles
from index.types import WellspringError
from qa.types import Turn

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "seeds", ROOT / "eval" / "almanac")
FILES = ("seeds.jsonl", "almanac.jsonl", "seeds-kinds.jsonl", "almanac-kinds.jsonl")
COMPUTED = {"seeds-209", "seeds-210", "seeds-211"}  # differences, which no sentence states
# Their answers are computed, in the sets of kinds.
COUNTED = ("comparison", "count", "yes-no", "follow-up")
OF_KINDS = (
    *("yes-no", "why", "how", "definition", "comparison", "list", "count", "summary"),
    *("collection", "article-data", "near-miss", "follow-up", "small-talk", "other-language"),
)


@pytest.fixture(params=FILES, scope="module")
def questions(request: pytest.FixtureRequest) -> list[Question]:
    return load_questions(FOLDER / request.param)


def texts_of(folder: Path) -> dict[str, str]:
    """Return the texts of a folder's articles by their file names."""
    read = [item for item in iter_articles(folder, {}) if isinstance(item, ReadArticle)]
    return {Path(item.source).name: item.text for item in read}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {name: text for folder in FOLDERS for name, text in texts_of(folder).items()}


def test_every_quote_is_in_its_article(questions: list[Question], texts: dict[str, str]) -> None:
    missing = [
        question.id
        for question in questions
        for gold in question.evidence
        if gold.text not in texts[gold.article]
    ]
    assert missing == []


def test_every_item_has_a_wording_that_its_evidence_holds(questions: list[Question]) -> None:
    lacking = [
        question.id
        for question in questions
        if not ("-k" in question.id and question.kind in COUNTED)
        for item in question.answers
        if not any(
            holds(" ".join(gold.text for gold in question.evidence), wording) for wording in item
        )
    ]
    assert [name for name in lacking if name not in COMPUTED] == []


def test_no_question_stands_twice(questions: list[Question]) -> None:
    assert [
        text
        for text, count in Counter((q.question.lower(), q.history) for q in questions).items()
        if count > 1
    ] == []


def test_a_family_is_in_one_split_and_the_splits_are_balanced(questions: list[Question]) -> None:
    assert len({(q.family, q.split) for q in questions}) == len({q.family for q in questions})
    # of these only what nobody wrote rules for is `test`
    by_kind = all("-k" in question.id for question in questions)
    for kind in KINDS:
        of_kind = [q for q in questions if q.kind == kind]
        if of_kind:
            share = sum(q.split == "dev" for q in of_kind) / len(of_kind)
            assert 0.2 <= share <= (0.9 if by_kind else 0.6)


def test_the_seed_questions_are_many_and_of_every_kind() -> None:
    questions = load_questions(SEED_QUESTIONS)
    assert len(questions) >= 240
    assert sum(q.kind in UNANSWERABLE for q in questions) >= 50
    assert sum(bool(q.history) for q in questions) >= 8


@pytest.mark.parametrize("name", ["seeds-kinds.jsonl", "almanac-kinds.jsonl"])
def test_each_kind_is_asked_at_least_25_times_over_each_folder(name: str) -> None:
    asked = Counter(question.kind for question in load_questions(FOLDER / name))
    assert set(asked) == set(OF_KINDS)
    assert min(asked.values()) >= 25


GOOD = {
    "id": "a",
    "question": "How long?",
    "kind": "number",
    "split": "dev",
    "answerable": True,
    "answers": [["5 m"]],
    "evidence": [{"article": "a.txt", "text": "It is 5 m."}],
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "riddle"}, "no kind 'riddle'"),
        ({"split": "train"}, "no split 'train'"),
        ({"answers": []}, "needs answers"),
        ({"answerable": False}, "no answers"),
        ({"kind": "near-miss"}, "contradict"),
        ({"id": "first"}, "line 1 already"),
        ({"colour": "red"}, "colour"),
        ({"question": 5}, "question"),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(
        json.dumps({**GOOD, "id": "first"}) + "\n" + json.dumps({**GOOD, **change}) + "\n"
    )
    with pytest.raises(WellspringError, match=rf"q\.jsonl:2.*{said}"):
        load_questions(file)


@pytest.mark.parametrize("content", ["{broken\n", ""])
def test_a_broken_or_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "q.jsonl").write_text(content)
    with pytest.raises(WellspringError, match=r"q\.jsonl"):
        load_questions(tmp_path / "q.jsonl")


def test_a_limit_draws_the_same_sample_each_time_from_all_over_the_file() -> None:
    drawn, every = load_questions(SEED_QUESTIONS, limit=20), load_questions(SEED_QUESTIONS)
    assert drawn == load_questions(SEED_QUESTIONS, limit=20) == [q for q in every if q in drawn]
    assert len(drawn) == 20
    assert every.index(drawn[0]) < len(every) / 2 < every.index(drawn[-1])
    assert load_questions(SEED_QUESTIONS, limit=len(every)) == every


def test_filters_choose(tmp_path: Path) -> None:
    assert {q.kind for q in load_questions(SEED_QUESTIONS, kind="list", split="test", limit=3)} == {
        "list"
    }
    with pytest.raises(WellspringError, match="The kinds are"):
        load_questions(SEED_QUESTIONS, kind="riddle")


def test_what_may_be_left_out_of_a_line_has_a_value_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    drafted = {**GOOD, "id": "b", "family": "a", "reviewed": False, "note": "Read me."}
    turn = {"question": "Is it old?", "answer": "Yes."}
    lines = [GOOD, {**drafted, "history": [turn], "answer": "It is 5 m long."}]
    file.write_text("\n\n".join(json.dumps(line) for line in lines), "utf-8")
    first, second = load_questions(file)
    assert (first.family, first.history) == ("a", ())
    assert (second.family, second.history) == ("a", (Turn("Is it old?", "Yes."),))
    assert first.evidence == second.evidence == (Gold("a.txt", "It is 5 m."),)


def test_unusual_separators_inside_a_text_do_not_end_its_line(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    text = "One.\u2028Two.\x85Three.\x0cFour."
    lines = [{**GOOD, "evidence": [{"article": "a.txt", "text": text}]}, {**GOOD, "id": "b"}]
    file.write_text("\r\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    first, _ = load_questions(file)
    assert first.evidence == (Gold("a.txt", text),)


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "caf\xe9"}')
    for name in ("latin.jsonl", "none.jsonl"):
        with pytest.raises(WellspringError, match=rf"{name} cannot be read .*Give a JSONL file"):
            load_questions(tmp_path / name)


def test_a_split_that_is_none_and_a_choice_of_nothing_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(json.dumps(GOOD) + "\n", "utf-8")
    with pytest.raises(WellspringError, match="The splits are dev and test"):
        load_questions(file, split="train")
    for choice in ({"kind": "list"}, {"split": "test"}):
        with pytest.raises(WellspringError, match="has no such question"):
            load_questions(file, **choice)  # type: ignore[arg-type]

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.questions.public import load_public
from index.types import WellspringError

BRIDGE = "The bridge was opened in 1883. It is 1,825 metres long. John Roebling designed it."
TUNNEL = "The tunnel was dug by 40 men. It took nine years."
FERRY = "A ferry ran here before. It carried 200 people a day."
HEAD = "query-id\tcorpus-id\tscore\n"
WriteLines = Callable[..., Path]


@pytest.fixture
def works(write_lines: WriteLines) -> Path:
    """Write a folder of four documents and two queries, one of which is judged."""
    documents = [
        ("d1", "Bridge", BRIDGE),
        ("d2", "", TUNNEL),
        ("d3", "Boats", FERRY),
        ("d4", "Only a title", ""),
    ]
    lines = [{"_id": name, "title": title, "text": text} for name, title, text in documents]
    folder = write_lines("works/corpus.jsonl", *lines).parent
    queries = [{"_id": "q1", "text": "great works"}, {"_id": "q2", "text": "boats"}]
    write_lines("works/queries.jsonl", *queries)
    (folder / "qrels").mkdir()
    judge(folder, f"{HEAD}q1\td1\t1\nq1\td2\t2\nq2\td3\t0\n")
    return folder


def judge(folder: Path, judgements: str, name: str = "test") -> None:
    (folder / "qrels" / f"{name}.tsv").write_text(judgements, "utf-8")


def test_questions_have_no_answer_and_the_first_sentence_of_each_relevant_document(
    works: Path,
) -> None:
    public = load_public(works)
    (question,) = public.questions
    assert (public.name, public.left_out) == ("works", 1)
    assert (question.id, question.kind) == ("q1", "name")
    assert (question.answerable, question.answers) == (True, ())
    assert [gold.text for gold in question.evidence] == [
        "The bridge was opened in 1883.",
        "The tunnel was dug by 40 men.",
    ]
    articles = [("Bridge", BRIDGE), ("", TUNNEL), ("Boats", FERRY), ("", "Only a title")]
    assert set(public.articles.values()) == set(articles)


def test_judgements_for_tests_are_read_alone_where_there_are_some_and_all_otherwise(
    works: Path,
) -> None:
    judge(works, f"{HEAD}q2\td3\t1\n", "train")
    assert [question.id for question in load_public(works).questions] == ["q1"]
    (works / "qrels" / "test.tsv").rename(works / "qrels" / "dev.tsv")
    assert [question.id for question in load_public(works).questions] == ["q1", "q2"]


def test_a_question_with_a_relevant_document_that_is_missing_is_counted(works: Path) -> None:
    judge(works, "q1\td1\t1\nq1\td9\t1\nq2\td3\t1\n")
    public = load_public(works)
    assert ([question.id for question in public.questions], public.left_out) == (["q2"], 1)


def test_a_judgement_that_is_none_is_refused_with_its_line(works: Path) -> None:
    judge(works, f"{HEAD}q1 d1 1\n")
    with pytest.raises(WellspringError, match=r"test\.tsv:2: this line is not query-id"):
        load_public(works)


def test_a_folder_without_judgements_is_refused(works: Path) -> None:
    (works / "qrels" / "test.tsv").unlink()
    with pytest.raises(WellspringError, match=r"qrels: there is no \.tsv file"):
        load_public(works)


def test_a_document_without_an_id_is_refused_with_its_line(
    works: Path, write_lines: WriteLines
) -> None:
    write_lines("works/corpus.jsonl", {"_id": "d1", "text": BRIDGE}, {"text": TUNNEL})
    with pytest.raises(WellspringError, match=r"corpus\.jsonl:2: this line has no `_id`"):
        load_public(works)

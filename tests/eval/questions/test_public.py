from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.questions.known import SEED_QUESTIONS
from eval.questions.public import is_public, load_public, write_articles
from index.reading.readers import ReadArticle, iter_articles
from index.types import WellspringError

MakeRecord = Callable[..., dict[str, Any]]
WriteLines = Callable[..., Path]
LONG = "a man of whom it is said that he built more than 9 bridges"
FERRY = "A ferry ran here before. It carried 200 people a day."


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"answers": ["1,825 metres"]}, "number"),
        ({"answers": [LONG], "question": "Why him?"}, "why"),
        ({"answers": [LONG]}, "how"),
        (
            {
                "history": [
                    {"role": "user", "text": "Is it long?"},
                    {"role": "assistant", "text": "Yes."},
                ]
            },
            "follow-up",
        ),
    ],
)
def test_the_kind_follows_from_the_answer_and_the_history(
    record: MakeRecord, write_lines: WriteLines, changes: dict[str, Any], kind: str
) -> None:
    (question,) = load_public(write_lines("set.jsonl", record(**changes))).questions
    assert question.kind == kind


def test_records_that_cannot_be_used_are_counted(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    bad: list[dict[str, Any]] = [
        {"id": "b1", "answers": [" "]},
        {"id": "b2", "gold": []},
        {"id": "b3", "question": " "},
        {"id": "r1"},
        {"id": "b4", "passages": [{"title": "Empty", "text": ""}]},
        {"id": "b5", "passages": [{"title": "", "text": ""}]},
    ]
    file = write_lines("set.jsonl", record(), *(record(**changes) for changes in bad))
    public = load_public(file)
    assert [question.id for question in public.questions] == ["r1", "b4"]
    assert public.left_out == 5


def test_a_text_that_comes_twice_is_one_article_with_the_title_it_has_once(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    bridge, tunnel = record()["passages"]
    ferry = {"title": "Ferry", "text": FERRY}
    untitled = record(id="r0", passages=[{"text": bridge["text"]}, ferry])
    public = load_public(write_lines("set.jsonl", untitled, record()))
    passages = [(one["title"], one["text"]) for one in (bridge, ferry, tunnel)]
    assert sorted(public.articles.values()) == passages
    assert len({gold.article for question in public.questions for gold in question.evidence}) == 1


def test_a_sample_is_the_same_for_a_seed_and_brings_only_its_own_passages(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    bridge = record()["passages"][0]
    lamps = [{**bridge, "text": f"{bridge['text']} It has {n} lamps."} for n in range(30)]
    records = [record(id=f"r{n}", passages=[passage]) for n, passage in enumerate(lamps)]
    file = write_lines("set.jsonl", *records)
    sample = load_public(file, limit=5, seed=7)
    assert sample == load_public(file, limit=5, seed=7)
    assert sample.questions != load_public(file, limit=5, seed=8).questions
    assert (len(sample.questions), len(sample.articles)) == (5, 5)
    numbers = [int(question.id[1:]) for question in sample.questions]
    assert numbers == sorted(numbers)
    assert len(load_public(file, limit=99).questions) == 30


def test_written_articles_hold_the_evidence_when_they_are_read_again(
    tmp_path: Path, record: MakeRecord, write_lines: WriteLines
) -> None:
    broken = (
        "Home - Works - Bridge\nThe bridge isn\u00e2\u0080\u0099t old.\u200b "
        "John Roebling designed it.\x00\ud83d\r\nRead more here"
    )
    old: dict[str, Any] = {"question": "Is the bridge old?", "answers": ["it isn’t"]}
    passages = [{"title": " Great\nbridge ", "text": broken}]
    lines = [
        record(),
        record(id="r2", **old, passages=passages),
        record(id="r3", passages=[{"text": FERRY}]),
    ]
    public = load_public(write_lines("set.jsonl", *lines))
    folder = tmp_path / "made" / "articles"
    write_articles(public, folder)
    found = [item for item in iter_articles(folder, {}) if isinstance(item, ReadArticle)]
    read = {Path(article.source).name: article for article in found}
    assert read.keys() == public.articles.keys()
    evidence = [gold for question in public.questions for gold in question.evidence]
    assert all(gold.text in read[gold.article].text for gold in evidence)
    assert [gold.text for gold in public.questions[1].evidence] == ["The bridge isn’t old."]
    titles = {"Bridge", "Tunnel", "Great bridge", "A ferry ran here before."}
    assert {article.title for article in found} == titles
    contents = {path.read_text("utf-8") for path in folder.iterdir()}
    bridge = record()["passages"][0]["text"]
    assert {f"Bridge\n\n{bridge}\n", f"{FERRY}\n"} <= contents


def test_files_are_named_after_title_and_text_so_that_no_two_meet(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    passages = [
        {"title": "Élan / Ümlaut & Co. 2020", "text": "One."},
        {"title": "Élan / Ümlaut & Co. 2020", "text": "John Roebling designed it."},
        {"title": "x" * 80, "text": "Three."},
        {"text": "Four."},
    ]
    public = load_public(write_lines("set.jsonl", record(passages=passages, gold=[1])))
    stems = [name.rpartition("-")[0] for name in public.articles]
    assert stems == ["lan-mlaut-co-2020", "lan-mlaut-co-2020", "x" * 40, "article"]
    assert len(set(public.articles)) == 4


def test_a_public_set_is_told_from_our_own_questions(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    assert is_public(write_lines("records.txt", record()))
    assert not is_public(SEED_QUESTIONS)


def test_a_set_of_no_usable_question_and_a_sample_of_nothing_are_refused(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    file = write_lines("bad.jsonl", record(answers=[]))
    with pytest.raises(WellspringError, match=r"bad\.jsonl: none of the 1 records can be used"):
        load_public(file)
    with pytest.raises(WellspringError, match="Give 1 or more"):
        load_public(file, limit=0)

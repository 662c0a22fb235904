from collections.abc import Callable
from pathlib import Path

import pytest

from eval.questions.public import load_public
from index.types import WellspringError

BRIDGE = "The bridge was opened in 1883. It is 1,825 metres long. John Roebling designed it."
TUNNEL = "The tunnel was dug by 40 men. It took nine years."
FERRY = "A ferry ran here before. It carried 200 people a day."


def qa(name: str, question: str, *answers: str, **more: object) -> dict[str, object]:
    return {
        "id": name,
        "question": question,
        "answers": [{"text": answer, "answer_start": 0} for answer in answers],
        **more,
    }


@pytest.fixture
def squad(write_json: Callable[[str, object], Path]) -> Path:
    """Write an article of two paragraphs and three questions, and one of one of each."""
    long = qa("s1", "How long is the bridge?", "1,825 metres", "1,825 metres", "1,825")
    paid, dug = qa("s2", "Who paid for it?", is_impossible=True), qa("s3", "Who dug it?")
    carried = qa("s4", "How many people did it carry?", "200", is_impossible=False)
    works = [{"context": BRIDGE, "qas": [long]}, {"context": TUNNEL, "qas": [paid, dug]}]
    articles = [
        {"title": "Great_works", "paragraphs": works},
        {"title": "Boats", "paragraphs": [{"context": FERRY, "qas": [carried]}]},
    ]
    return write_json("dev.json", {"version": "v2.0", "data": articles})


def test_a_question_has_one_item_the_sentence_that_holds_it_and_all_paragraphs(squad: Path) -> None:
    public = load_public(squad)
    long, paid, people = public.questions
    assert (public.name, public.left_out) == ("dev", 1)
    works = [("Boats", FERRY), ("Great works", BRIDGE), ("Great works", TUNNEL)]
    assert sorted(public.articles.values()) == works
    assert (long.id, long.kind, long.split) == ("s1", "number", "test")
    assert long.answers == (("1,825 metres", "1,825"),)
    assert [gold.text for gold in long.evidence] == ["It is 1,825 metres long."]
    assert [public.articles[gold.article][0] for gold in long.evidence] == ["Great works"]
    assert (paid.id, paid.kind, paid.answerable) == ("s2", "near-miss", False)
    assert (paid.answers, paid.evidence) == ((), ())
    assert [gold.text for gold in people.evidence] == ["It carried 200 people a day."]


def test_a_sample_brings_all_paragraphs_of_the_articles_it_touches_and_no_others(
    squad: Path,
) -> None:
    samples = [load_public(squad, limit=1, seed=seed) for seed in range(12)]
    assert {len(sample.questions) for sample in samples} == {1}
    expected = {"s1": {BRIDGE, TUNNEL}, "s2": {BRIDGE, TUNNEL}, "s4": {FERRY}}
    assert all(
        {text for _, text in sample.articles.values()} == expected[sample.questions[0].id]
        for sample in samples
    )
    assert len({sample.questions[0].id for sample in samples}) > 1


def test_a_part_that_is_missing_is_named(write_json: Callable[[str, object], Path]) -> None:
    paragraph = {"context": "A.", "qas": [{"id": "a"}]}
    file = write_json("bad.json", {"data": [{"title": "A", "paragraphs": [paragraph]}]})
    said = r"bad\.json: `data\.0\.paragraphs\.0\.qas\.0\.question`: Field required"
    with pytest.raises(WellspringError, match=said):
        load_public(file)

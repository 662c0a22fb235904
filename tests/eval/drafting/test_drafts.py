import json
import re
from collections import Counter
from pathlib import Path

import pytest

from eval.drafting.clozes import LEAD
from eval.drafting.drafts import draft_questions
from eval.drafting.pieces import BLANK
from eval.measuring.metrics import holds
from eval.questions.known import load_questions
from eval.types import Question
from index.reading.readers import ReadArticle, iter_articles
from index.types import Article, WellspringError

ROOT = Path(__file__).parents[3]
FOLDERS = {"seeds": ROOT / "seeds", "almanac": ROOT / "eval" / "almanac"}
ALL = 1000  # more than the folders hold


def articles_of(folder: Path) -> list[Article]:
    read = (item for item in iter_articles(folder, {}) if isinstance(item, ReadArticle))
    return [Article(item.id, item.title, item.text, item.source, item.sha256, "") for item in read]


def drafted(folder: Path, tmp_path: Path, count: int, seed: int = 0) -> list[Question]:
    """Draft questions and read them back the way a person's file is read."""
    file = tmp_path / "drafts.jsonl"
    lines = draft_questions(articles_of(folder), count, seed)
    assert all(line.pop("reviewed") is False for line in lines)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return load_questions(file)


def one_article(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "port.txt").write_text(f"The port\n\n{text}\n", "utf-8")
    return folder


@pytest.fixture(params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    return FOLDERS[request.param]


@pytest.fixture
def texts(folder: Path) -> dict[str, str]:
    return {Path(article.source).name: article.text for article in articles_of(folder)}


def test_every_evidence_is_verbatim_in_its_article_and_holds_the_answer(
    folder: Path, texts: dict[str, str], tmp_path: Path
) -> None:
    answerable = [question for question in drafted(folder, tmp_path, ALL) if question.answerable]
    assert len(answerable) > 50
    for question in answerable:
        (gold,), ((answer,),) = question.evidence, question.answers
        assert gold.text in texts[gold.article]
        assert holds(gold.text, answer)
        assert len(gold.text.split()) >= 6


def test_a_cloze_gives_its_sentence_back_when_filled_in_and_does_not_tell_the_answer(
    folder: Path, tmp_path: Path
) -> None:
    questions = drafted(folder, tmp_path, ALL)
    assert len(questions) > 50
    for question in questions:
        assert question.question.startswith(LEAD)
        assert question.question.count(BLANK) == 1
        if question.answerable:
            filled = question.question.removeprefix(LEAD).replace(BLANK, question.answers[0][0])
            assert " ".join(question.evidence[0].text.split()).endswith(filled)
            assert not holds(question.question, question.answers[0][0])


def test_a_near_miss_names_a_year_or_name_that_no_article_holds(
    folder: Path, texts: dict[str, str], tmp_path: Path
) -> None:
    everything = "\n".join(texts.values()).lower()
    near_misses = [
        question for question in drafted(folder, tmp_path, ALL) if question.kind == "near-miss"
    ]
    assert len(near_misses) > 10
    for question in near_misses:
        asked = question.question.removeprefix(LEAD).replace(BLANK, "")
        changed = [
            word
            for word in re.findall(r"[A-Z][a-z]+|\b\d{4}\b", asked)
            if word.lower() not in everything
        ]
        assert len(changed) == 1, question.question
        assert not question.answers
        assert not question.evidence


def test_the_drafts_are_of_all_kinds_from_all_over_the_folder_in_both_splits(
    tmp_path: Path,
) -> None:
    questions = drafted(FOLDERS["almanac"], tmp_path, 40)
    kinds = Counter(question.kind for question in questions)
    assert [question.id for question in questions] == [
        f"draft-{number:03d}" for number in range(1, 41)
    ]
    assert set(kinds) == {"number", "date", "name", "near-miss"}
    assert min(kinds.values()) >= 5
    assert len({gold.article for question in questions for gold in question.evidence}) == len(
        list(FOLDERS["almanac"].iterdir())
    )
    assert abs(sum(question.split == "dev" for question in questions) - 20) <= 7


def test_a_seed_draws_the_same_drafts_again_and_another_seed_draws_others(folder: Path) -> None:
    assert draft_questions(articles_of(folder), 12, seed=3) == draft_questions(
        articles_of(folder), 12, seed=3
    )
    assert draft_questions(articles_of(folder), 12, seed=3) != draft_questions(
        articles_of(folder), 12, seed=4
    )


@pytest.mark.parametrize(
    ("sentence", "kind", "answer"),
    [
        ("By then the port had moved 1.2 million tonnes of fish.", "number", "1.2 million tonnes"),
        ("The new quay cost the town €3.5 million.", "number", "€3.5 million"),
        ("The share of herring fell to 12.5 per cent.", "number", "12.5 per cent"),
        ("The wind blew at 30 metres per second.", "number", "30 metres per second"),
        ("The last boat left the old harbour in 1987.", "date", "1987"),
        ("The new harbour was opened on 12 March 1988.", "date", "12 March 1988"),
        ("The quay was built by the engineer Mary Holm.", "name", "Mary Holm"),
        ("- The quay was built by the engineer Mary Holm.", "name", "Mary Holm"),
        ("The quay was paid for by the Bank of Marrow.", "name", "Bank of Marrow"),
    ],
)
def test_a_piece_is_taken_out_whole(tmp_path: Path, sentence: str, kind: str, answer: str) -> None:
    (draft,) = drafted(one_article(tmp_path, sentence), tmp_path, 5)
    asked = sentence.removeprefix("- ").replace(answer, BLANK)
    assert (draft.kind, draft.answers, draft.question) == (kind, ((answer,),), LEAD + asked)
    assert [(gold.article, gold.text) for gold in draft.evidence] == [("port.txt", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port moved 5 tonnes.",  # short
        "It had moved 5 tonnes of fish by then.",  # points back
        "Number of boats in the harbour: 5",  # no sentence
        "The port has 5 boats, and 5 is enough.",  # tells its answer
        "The boats leave the harbour at 10:30 every morning.",  # a part of a time is no number
        "Nobody knows how many boats there are.",
    ],
)
def test_a_sentence_that_makes_no_question_is_left_alone(tmp_path: Path, sentence: str) -> None:
    with pytest.raises(WellspringError, match="Add articles in prose"):
        draft_questions(articles_of(one_article(tmp_path, sentence)), 5)


def test_a_near_miss_takes_the_nearest_year_that_no_article_holds(tmp_path: Path) -> None:
    sentences = [
        f"By the end of {year} the port had moved {tonnes} tonnes of fish."
        for year, tonnes in zip(range(2016, 2020), (11, 12, 13, 14), strict=True)
    ]
    questions = drafted(
        one_article(
            tmp_path, "\n\n".join([*sentences, "Nobody counted the boats of 2015 or 2020."])
        ),
        tmp_path,
        4,
    )
    (near_miss,) = [question.question for question in questions if question.kind == "near-miss"]
    year = re.findall(r"\d{4}", near_miss)
    assert year in (["2014"], ["2021"])
    assert near_miss == f"{LEAD}By the end of {year[0]} the port had moved {BLANK} of fish."


def test_the_drafts_of_one_article_alternate_between_the_splits_whatever_else_is_there(
    tmp_path: Path,
) -> None:
    folder = one_article(
        tmp_path,
        "\n\n".join(f"The boat in berth {number} is painted green." for number in range(1, 7)),
    )
    alone = [question.split for question in drafted(folder, tmp_path, 6)]
    (folder / "town.txt").write_text("The town has 7 churches and a market.\n", "utf-8")
    both = [
        question.split for question in drafted(folder, tmp_path, 9) if "berth" in question.question
    ]
    assert alone in (["dev", "test"] * 3, ["test", "dev"] * 3)
    assert both == alone


def test_a_bad_count_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="Ask for 1 or more"):
        draft_questions(articles_of(FOLDERS["seeds"]), 0)
    with pytest.raises(WellspringError, match="no folder"):
        draft_questions(articles_of(tmp_path / "nowhere"), 3)

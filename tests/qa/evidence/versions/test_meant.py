"""The version that is meant stands before the others, in hits and in evidence."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from index.types import Limits
from qa.evidence.versions.meant import Choice, Versions, meant_first
from qa.types import Evidence, Found

Choose = Callable[..., Choice]
TODAY = date(2026, 11, 27)
NAMES = {
    "policy-v1.md": "# Travel policy (valid until 31 December 2022)\n\nMeals: 30 euros a day.\n",
    "policy-v2.md": "# Travel policy (valid from 1 January 2023)\n\nMeals: 38 euros a day.\n",
    "canteen.md": "# The canteen in 2021\n\nThe canteen served 41,000 meals a year.\n",
}


@pytest.fixture
def index_of(tmp_path: Path, hashed: Embedder) -> Callable[[Mapping[str, str]], Index]:
    """Return a function that makes an index over articles."""

    def make(articles: Mapping[str, str]) -> Index:
        folder = tmp_path / "articles"
        folder.mkdir()
        for name, text in articles.items():
            (folder / name).write_text(text, "utf-8")
        build(folder, tmp_path / "data", hashed, lambda text: len(text.split()))
        return Index(tmp_path / "data", hashed)

    return make


@pytest.fixture
def choose(index_of: Callable[[Mapping[str, str]], Index]) -> Choose:
    """Return a function that searches and chooses among the versions of some articles."""

    def choose(question: str, articles: Mapping[str, str], most: int = 8, only: str = "") -> Choice:
        with closing(index_of(articles)) as index:
            scope = index.scope(Limits(articles=[f"articles/{only}"])) if only else None
            hits = index.search(question, most, scope)
            return Versions(index, lambda: TODAY).choose(question, hits, scope)

    return choose


def sources(choice: Choice) -> list[str]:
    return [hit.passage.source.removeprefix("articles/") for hit in choice.hits]


def test_the_passages_of_the_version_that_holds_stand_before_those_of_the_other(
    choose: Choose,
) -> None:
    choice = choose("How much can staff claim for meals a day until 31 December?", NAMES)
    assert sources(choice).index("policy-v2.md") < sources(choice).index("policy-v1.md")
    assert len(choice.instead) == 1
    assert not choice.named


def test_it_is_read_also_where_the_search_has_found_only_the_other(choose: Choose) -> None:
    choice = choose("Is it valid until 31 December?", NAMES, most=1)
    assert sources(choice) == ["policy-v2.md", "policy-v1.md"]


def test_a_year_that_no_text_tells_chooses_the_version_and_is_not_asked_for(
    choose: Choose,
) -> None:
    choice = choose("How much can staff claim for meals in 2024?", NAMES)
    assert choice.question == "How much can staff claim for meals?"
    assert choice.named


def test_a_year_that_a_text_tells_stays_in_the_question(choose: Choose) -> None:
    question = "How much could staff claim for meals in 2021?"
    choice = choose(question, NAMES)
    assert choice.question == question
    assert sources(choice).index("policy-v1.md") < sources(choice).index("policy-v2.md")


def test_a_number_that_only_the_name_of_a_file_tells_is_not_asked_for(choose: Choose) -> None:
    choice = choose("How much can staff claim according to version 1 of the policy?", NAMES)
    assert choice.question == "How much can staff claim of the policy?"
    assert sources(choice).index("policy-v1.md") < sources(choice).index("policy-v2.md")


def test_a_version_that_is_the_subject_of_a_question_stays_in_it(choose: Choose) -> None:
    assert choose("What does version 1 say of meals?", NAMES).question.startswith("What does ver")


def test_articles_that_a_question_is_limited_to_have_no_versions_beyond(choose: Choose) -> None:
    choice = choose("How much can staff claim for meals?", NAMES, only="policy-v1.md")
    assert sources(choice) == ["policy-v1.md"]
    assert not choice.instead


def test_articles_that_are_no_versions_stay_as_they_are_found(choose: Choose) -> None:
    articles = {name: NAMES[name] for name in ("policy-v1.md", "canteen.md")}
    question = "How many meals did the canteen serve in 2021?"
    choice = choose(question, articles)
    assert (choice.question, choice.instead) == (question, {})


def found(text: str, article: str, score: float) -> Found:
    evidence = Evidence(text, article, "", f"{article}.md", 0, len(text), text, score)
    return Found(evidence, odds=10 * score - 5)


OLD, NEW = found("A shift lasts 5 hours.", "old", 0.9), found("A shift lasts 4 hours.", "new", 0.6)
VEST, GATE = found("They wear a vest.", "old", 0.8), found("The gate opens at noon.", "new", 0.1)
OTHER = found("A shift of the ferry lasts 9 hours.", "ferry", 0.3)


def never(item: Found) -> bool:
    return False


def test_what_the_version_that_is_meant_says_is_evidence_and_not_what_the_other_says() -> None:
    assert meant_first([OLD, NEW, OTHER], {"old": "new"}, never) == ([NEW, OTHER], [OLD])


def test_where_it_says_nothing_of_it_the_other_is_evidence() -> None:
    found = [VEST, OTHER, GATE]
    assert meant_first(found, {"old": "new"}, never) == (found, [])


def test_a_sentence_of_the_same_words_takes_the_place_however_unlikely_it_seems() -> None:
    unlikely = found("A shift now lasts 4 hours.", "new", 0.1)
    assert meant_first([OLD, unlikely], {"old": "new"}, never) == ([unlikely], [OLD])


def test_a_sentence_in_other_words_takes_the_place_where_it_settles_the_question() -> None:
    seen: list[Found] = []

    def settles(item: Found) -> bool:
        seen.append(item)
        return True

    assert meant_first([VEST, OTHER, GATE], {"old": "new"}, settles) == ([GATE, OTHER], [VEST])
    assert seen == [GATE]


def test_without_versions_all_is_evidence() -> None:
    assert meant_first([OLD, NEW], {}, never) == ([OLD, NEW], [])
    assert meant_first([], {}, never) == ([], [])

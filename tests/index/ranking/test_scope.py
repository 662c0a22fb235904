"""What people write to limit a question (`index.ranking.scope`), and which articles are meant."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.problems import Problem
from index.ranking.search import Index
from index.types import UNLIMITED, Limits, WellspringError

if TYPE_CHECKING:
    from tests.index.conftest import Folder

BRIDGE, CHEESE, OWL = "articles/bridge.txt", "articles/cheese.txt", "articles/a/owl.txt"
RECORDS = [{"id": "one", "title": "The mill", "text": "The mill ground 40 tonnes of oats."}]
RECORDS += [{"id": "two", "title": "The inn", "text": "The inn by the river has twelve rooms."}]


@pytest.fixture
def index(quick: "Folder") -> Iterator[Index]:
    """An index of articles in folders whose names are like each other."""
    quick.write("a/owl.txt", "The owls\n\nThe observatory counted 77 owls in March.")
    quick.write("ab/fox.txt", "The fox\n\nA fox of the northern wood was seen in April.")
    quick.write("a/b/elk.txt", "The elk\n\nSeven elks crossed the frozen lake in May.")
    quick.write("100%_a/eel.txt", "The eel\n\nEels were sold at the market of the harbour.")
    quick.write("100xya/cod.txt", "The cod\n\nCods are dried on racks along the whole coast.")
    quick.write("it's/ant.txt", 'The "ant"\n\nAnts of that hill carry needles of the pine.')
    quick.write("articles/hen.txt", "The hen\n\nThe hens of the farm lay brown eggs all year.")
    quick.write("copies/owl.txt", "The owls\n\nThe observatory counted 77 owls in March.")
    quick.write("records.jsonl", "\n".join(map(json.dumps, RECORDS)))
    quick.build()
    index = quick.open()
    yield index
    index.close()


def meant(index: Index, *articles: str, folder: str | None = None) -> set[str]:
    """Return the sources of the articles that are meant."""
    scope = index.scope(Limits(articles or None, folder))
    assert scope is not None
    found = map(index.article, scope.article_ids)
    return {article.source for article in found if article}


def told(index: Index, *articles: str, folder: str | None = None) -> tuple[str, ...]:
    scope = index.scope(Limits(articles or None, folder))
    assert scope is not None
    return scope.told


def refused(index: Index, limits: Limits) -> WellspringError:
    with pytest.raises(WellspringError) as error:
        index.scope(limits)
    return error.value


def test_without_limits_all_articles_are_meant(index: Index) -> None:
    assert index.scope(UNLIMITED) is None


def test_an_article_is_named_by_its_id_its_source_or_its_title(index: Index) -> None:
    (bridge,) = index.listing("bridge")[0]
    for name in (bridge.id, BRIDGE, "bridge.txt"):
        assert meant(index, name) == {BRIDGE}
    assert meant(index, "The owls") == {OWL}
    assert meant(index, 'The "ant"', BRIDGE) == {"articles/it's/ant.txt", BRIDGE}


def test_any_source_of_an_article_names_it_and_its_own_is_told(index: Index) -> None:
    assert meant(index, "articles/copies/owl.txt") == {OWL}
    assert told(index, "copies/owl.txt") == (OWL,)
    assert meant(index, folder="copies") == {OWL}


def test_every_folder_that_is_offered_holds_articles(index: Index) -> None:
    offered = index.folders()
    assert offered == ["100%_a", "100xya", "a", "a/b", "ab", "articles", "copies", "it's"]
    for folder in offered:
        (place,) = told(index, folder=folder)
        assert place == f"articles/{folder}/"


def test_a_folder_that_holds_only_folders_is_offered_too(quick: "Folder") -> None:
    quick.write("2024/may/elk.txt", "The elk\n\nSeven elks crossed the frozen lake in May.")
    quick.build()
    with closing(quick.open()) as index:
        assert index.folders() == ["2024", "2024/may"]
        assert meant(index, folder="2024") == {"articles/2024/may/elk.txt"}


def test_a_file_of_many_articles_names_them_all_and_a_line_itself(index: Index) -> None:
    lines = {"articles/records.jsonl#one", "articles/records.jsonl#two"}
    assert meant(index, "records.jsonl") == lines
    assert meant(index, "records.jsonl#two") == {"articles/records.jsonl#two"}


def test_an_article_that_is_named_twice_counts_once(index: Index) -> None:
    assert told(index, BRIDGE, "cheese.txt", BRIDGE, "bridge.txt") == (BRIDGE, CHEESE)


@pytest.mark.parametrize("folder", ["a", "a/", "./a", "a//", "articles/a", "articles/a/"])
def test_a_folder_holds_what_lies_below_it_and_not_what_begins_like_it(
    index: Index, folder: str
) -> None:
    assert meant(index, folder=folder) == {OWL, "articles/a/b/elk.txt"}
    assert told(index, folder=folder) == ("articles/a/",)


def test_a_folder_is_a_name_and_no_pattern(index: Index) -> None:
    assert meant(index, folder="100%_a") == {"articles/100%_a/eel.txt"}
    assert meant(index, folder="it's") == {"articles/it's/ant.txt"}
    for pattern in ("%", "_", "a%", "*", "?", "[a]", "A"):
        assert refused(index, Limits(folder=pattern)).code == Problem.UNKNOWN_FOLDER


def test_a_folder_below_the_root_comes_before_the_root_of_that_name(index: Index) -> None:
    assert meant(index, folder="articles") == {"articles/articles/hen.txt"}
    assert meant(index, folder="articles/articles") == {"articles/articles/hen.txt"}


@pytest.mark.parametrize("folder", ["../x", "..", "a/../..", "/etc", "/", "", ".", "./"])
def test_what_is_no_path_below_the_folder_is_refused_with_the_way_out(
    index: Index, folder: str
) -> None:
    error = refused(index, Limits(folder=folder))
    assert error.code == Problem.UNKNOWN_FOLDER
    assert error.message.startswith(f"{folder!r} is no path below the indexed folder.")
    assert "'reports/2024'" in error.message
    assert str(index.roots().folders[0]) not in error.message


@pytest.mark.parametrize("folder", ["b", "nowhere", "bridge.txt", "a\x00", "\udce9", "x" * 9_000])
def test_a_folder_without_articles_is_told_with_where_to_look(index: Index, folder: str) -> None:
    error = refused(index, Limits(folder=folder))
    assert error.code == Problem.UNKNOWN_FOLDER
    assert "There is no article in the folder" in error.message
    assert "wellspring index status" in error.message
    assert len(error.message) < 400


@pytest.mark.parametrize(
    "name",
    ["none", "", " ", "'", "' OR 1 --", "%", "bridge_txt", f"{BRIDGE}\x00", "\udce9", "x" * 9_000],
)
def test_a_name_that_matches_nothing_is_told_with_where_to_look(index: Index, name: str) -> None:
    error = refused(index, Limits((BRIDGE, name)))
    assert error.code == Problem.UNKNOWN_ARTICLE
    assert error.message.startswith("There is no article '" if "'" not in name else "There is no")
    assert "GET /articles" in error.message
    assert "bridge.txt'" not in error.message
    assert len(error.message) < 400


def test_of_many_unknown_names_five_are_told(index: Index) -> None:
    names = tuple(f"none-{n}" for n in range(10_000))
    error = refused(index, Limits(names))
    assert "There are no articles 'none-0', 'none-1'" in error.message
    assert "'none-4' and 9995 more. " in error.message


def test_a_title_of_several_articles_is_refused_with_their_sources(
    quick: "Folder",
) -> None:
    for year in (2023, 2024):
        quick.write(f"{year}/minutes.md", f"# Minutes\n\nThe council met in the spring of {year}.")
    quick.build()
    error = refused(quick.open(), Limits(("Minutes",)))
    assert error.code == Problem.AMBIGUOUS_ARTICLE
    assert "articles/2023/minutes.md, articles/2024/minutes.md" in error.message
    assert "by its source" in error.message


def test_no_name_at_all_is_refused(index: Index) -> None:
    error = refused(index, Limits(articles=()))
    assert (error.code, "leave the list out" in error.message) == (Problem.EMPTY_SCOPE, True)


def test_with_names_and_a_folder_those_in_both_are_meant(index: Index) -> None:
    assert told(index, OWL, BRIDGE, folder="a") == (OWL,)
    error = refused(index, Limits((BRIDGE, CHEESE), "a"))
    assert (error.code, "folder 'a'" in error.message) == (Problem.EMPTY_SCOPE, True)


def test_an_article_that_was_removed_is_unknown_from_then_on(quick: "Folder", index: Index) -> None:
    assert meant(index, OWL) == {OWL}
    quick.remove("a/owl.txt")
    quick.remove("copies/owl.txt")
    quick.build()
    assert refused(index, Limits((OWL,))).code == Problem.UNKNOWN_ARTICLE
    assert meant(index, folder="a") == {"articles/a/b/elk.txt"}

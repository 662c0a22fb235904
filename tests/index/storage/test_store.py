from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.types import Order
from tests.index.conftest import as_pages

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_articles_are_listed_by_source_a_stretch_at_a_time_and_counted(folder: "Folder") -> None:
    folder.write("owls/owl.txt", "The observatory counted 77 owls.")
    folder.write(
        "records.jsonl",
        '{"title": "The mill", "text": "The mill ground 40 tonnes of oats.", "id": "mill"}\n',
    )
    folder.build()
    index = folder.open()
    sources = [
        "articles/bridge.txt",
        "articles/cheese.txt",
        "articles/owls/owl.txt",
        "articles/records.jsonl#mill",
    ]
    listed, total = index.listing(limit=3)
    rest, same_total = index.listing(limit=3, offset=3)
    assert [article.source for article in listed + rest] == sources
    assert (total, same_total) == (4, 4)
    assert [article.file.removeprefix("articles/") for article in rest] == ["records.jsonl"]
    for row in listed + rest:
        article = index.article(row.id)
        assert article is not None
        assert (row.title, row.characters, row.indexed_at, row.published) == (
            article.title,
            len(article.text),
            article.indexed_at,
            article.published,
        )


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("bridge", ["articles/bridge.txt"]),
        ("  MARROW   The ", ["articles/bridge.txt"]),
        ("articles .TXT", ["articles/bridge.txt", "articles/cheese.txt", "articles/street.txt"]),
        ("ÉLAN strasse", ["articles/street.txt"]),
        ("bridge cheese", []),
        ("%", []),
        ("' OR 1", []),
        ("_ridge", []),
    ],
)
def test_a_listing_is_searched_for_all_words_in_title_and_source_whatever_their_case(
    folder: "Folder", search: str, found: list[str]
) -> None:
    folder.write("street.txt", "# Élan in der Große Straße\n\nIt has 12 houses.")
    folder.build()
    listed, total = folder.open().listing(search)
    assert [article.source for article in listed] == found
    assert total == len(found)


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.TITLE, ["owl", "bridge", "cheese", "mill"]),
        (Order.NEWEST, ["owl", "mill", "bridge", "cheese"]),
        (Order.OLDEST, ["mill", "owl", "bridge", "cheese"]),
    ],
)
def test_a_listing_has_an_order_in_which_what_has_no_date_comes_last(
    folder: "Folder", order: Order, found: list[str]
) -> None:
    folder.write("mill.md", "---\ndate: 1999-05-04\n---\n# The mill\n\nIt ground 40 tonnes.")
    folder.write("owl.md", "---\ndate: 2020-01-02\n---\n# Owls\n\nThey were counted: 77.")
    folder.build()
    index = folder.open()
    listed = [index.listing(limit=1, offset=at, order=order)[0][0].source for at in range(4)]
    assert [source.split("/")[1].split(".")[0] for source in listed] == found


def test_each_build_that_changes_something_is_named_anew(folder: "Folder") -> None:
    folder.build()
    first = folder.open().stored_as()
    folder.build()
    assert folder.open().stored_as() == first
    folder.write("mill.md", "# The mill\n\nIt ground 40 tonnes.")
    folder.build()
    assert folder.open().stored_as() != first


def test_a_duplicate_is_not_listed_beside_its_article(folder: "Folder") -> None:
    folder.write("copy.txt", "The bridge at Marrow was opened in 1874. It is 240 metres long.")
    folder.build()
    listed, total = folder.open().listing()
    assert ([article.source for article in listed], total) == (
        ["articles/bridge.txt", "articles/cheese.txt"],
        2,
    )
    folder.remove("bridge.txt")
    folder.build()
    listed, total = folder.open().listing()
    assert ([article.source for article in listed], total) == (
        ["articles/cheese.txt", "articles/copy.txt"],
        2,
    )


def test_the_passages_of_an_article_cover_it_in_order(folder: "Folder") -> None:
    folder.write(
        "long.txt",
        " ".join(
            f"The tower of town {number} is {number + 3} metres high." for number in range(200)
        ),
    )
    folder.build()
    index = folder.open()
    (article,) = index.listing("long.txt")[0]
    places = index.passages_of(article.id)
    assert len(places) > 3
    assert (places[0][0], places[-1][1]) == (0, article.characters)
    assert places == sorted(places)
    assert all(tokens > 0 for *_, tokens in places)
    assert index.passages_of("none") == []


def test_a_passage_is_of_the_page_that_it_begins_on(quick: "Folder") -> None:
    texts = [f"The {name} is old. {'Its walls are thick. ' * 90}" for name in ("mill", "inn")]
    quick.write("hill.pdf", as_pages([texts[0], "", texts[1]]))
    quick.build()
    with closing(quick.open()) as index:
        passages = [hit.passage for hit in index.search("old thick walls", 50)]
        (hill,) = {one.article_id for one in passages if one.source == "articles/hill.pdf"}
        article = index.article(hill)
    assert article is not None
    assert [page for _, page in article.pages] == [1, 2, 3]
    third = article.text.index("The inn")
    assert article.pages[1:] == ((third, 2), (third, 3))
    told = {one.start: one.page for one in passages if one.article_id == hill}
    assert told == {start: 1 if start < third else 3 for start in told}
    assert set(told.values()) == {1, 3}
    assert {one.page for one in passages if one.article_id != hill} == {None}

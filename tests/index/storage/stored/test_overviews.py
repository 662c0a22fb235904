from dataclasses import replace
from typing import TYPE_CHECKING

from index.reading.readers import ReadArticle
from index.storage.writing import WritableStore
from index.types import Overview, Stated

if TYPE_CHECKING:
    from tests.index.conftest import Folder

OWL = ReadArticle("owl-1", "Owls", "By Ann Lee. The owls numbered 77.", "a/owl.txt", "f00", ())
INN = ReadArticle("inn-1", "The inn", "The inn has 12 rooms.", "a/inn.txt", "f11", ())
OF_OWL = Overview(
    "owl-1", "Owls", "a/owl.txt", Stated("Ann Lee", 0, 11), key=((12, 33),), topics=("owls", "Lee")
)


def test_an_overview_is_read_back_as_it_was_stored(store: WritableStore) -> None:
    store.add(OWL, OWL.source, 1)
    store.add_overview(replace(OF_OWL, title="Birds", topics=("wings",)))
    store.add_overview(OF_OWL)
    assert store.overview("owl-1") == OF_OWL
    assert store.overview("inn-1") is None


def test_overviews_come_by_source_a_stretch_at_a_time(store: WritableStore) -> None:
    for article in (OWL, INN):
        store.add(article, article.source, 1)
        store.add_overview(Overview(article.id, article.title, article.source))
    assert [one.article_id for one in store.overviews(50, 0)] == ["inn-1", "owl-1"]
    assert [one.article_id for one in store.overviews(1, 1)] == ["owl-1"]


def test_an_overview_goes_with_its_article(store: WritableStore) -> None:
    store.add(OWL, OWL.source, 1)
    store.add_overview(OF_OWL)
    store.remove(OWL.source)
    assert (store.overview("owl-1"), store.overviews(9, 0), store.topics(9)) == (None, [], [])


def test_topics_of_most_articles_come_first_whatever_their_form(store: WritableStore) -> None:
    for article, topics in ((OWL, ("owls", "barns")), (INN, ("rooms", "Barn"))):
        store.add(article, article.source, 1)
        store.add_overview(Overview(article.id, article.title, article.source, topics=topics))
    assert store.topics(2) == ["barns", "owls"]


def test_every_article_of_a_build_has_an_overview(quick: "Folder") -> None:
    quick.build()
    quick.write("owl.txt", "The observatory counted 77 owls.")
    quick.remove("cheese.txt")
    quick.build()
    index = quick.open()
    overviews = index.overviews()
    assert [one.source for one in overviews] == ["articles/bridge.txt", "articles/owl.txt"]
    assert [index.overview(one.article_id) for one in overviews] == overviews


def test_articles_that_are_called_the_same_but_for_their_versions_are_related(
    quick: "Folder",
) -> None:
    quick.write("policy-v1.md", "# Travel policy, version 1\n\nMeals: 30 euros a day.\n")
    quick.write("policy-v2.md", "# Travel policy, version 2\n\nMeals: 38 euros a day.\n")
    quick.write("walks.md", "# A walk\n\nIt leads along the river.\n")
    quick.write("more/walks.md", "# A walk\n\nIt leads through the wood.\n")  # neither is a version
    quick.build()
    index = quick.open()
    ids = {one.source.removeprefix("articles/"): one.article_id for one in index.overviews()}
    related = index.related(ids.values())
    first, second = ids["policy-v1.md"], ids["policy-v2.md"]
    assert related == {first: [index.overview(second)], second: [index.overview(first)]}
    quick.remove("policy-v1.md")
    quick.build()
    assert quick.open().related(ids.values()) == {}


def test_a_name_that_many_articles_have_relates_none(store: WritableStore) -> None:
    for number in range(41):
        source = f"a/{number}.txt"
        store.add(ReadArticle(f"i-{number}", "Start", "x", source, "f", ()), source, number)
        version = Stated(f"version {number}", 0, 0)
        store.add_overview(
            Overview(f"i-{number}", "Start", source, version=version, series=("start",))
        )
    assert store.related(["i-0"]) == {}
    store.remove("a/40.txt")
    assert len(store.related(["i-0"])["i-0"]) == 39

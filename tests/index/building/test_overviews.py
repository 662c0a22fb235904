from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.building.overviews import sum_up
from index.reading.readers import ReadArticle
from index.storage.writing import WritableStore
from index.types import Article, Overview

if TYPE_CHECKING:
    from tests.index.conftest import Folder

OWL = ReadArticle("owl-1", "Owls", "The owls numbered 77.", "a/owl.txt", "f00", ())


def test_an_overview_that_fails_costs_no_article(store: WritableStore) -> None:
    store.add(OWL, OWL.source, 1)

    def failing(article: Article, *_: object) -> Overview:
        raise ValueError(article.title)

    assert list(sum_up(store, ["owl-1"], failing)) == [1]
    assert store.overview("owl-1") == Overview("owl-1", "Owls", "a/owl.txt")


def test_a_fault_that_is_none_of_the_text_ends_the_build(store: WritableStore) -> None:
    store.add(OWL, OWL.source, 1)

    def failing(article: Article, *_: object) -> Overview:
        raise OSError(article.title)

    with pytest.raises(OSError, match="Owls"):
        list(sum_up(store, ["owl-1"], failing))


def test_only_new_and_changed_articles_are_summed_up_again(quick: "Folder") -> None:
    quick.build()
    quick.write("cheese.txt", "By Ann Lee\n\nThe cooperative makes 1,200 wheels of cheese a year.")
    before = [one.article_id for one in quick.open().overviews()]
    steps: list[tuple[str, int, int]] = []
    build(quick.articles, quick.data, quick.embedder, len, lambda *step: steps.append(step))
    assert [step for step in steps if step[0] == "Summing up articles"] == [
        ("Summing up articles", 1, 1)
    ]
    assert [one.article_id for one in quick.open().overviews()] == before
    bridge, cheese = quick.open().overviews()
    assert bridge.author is None
    assert cheese.author is not None
    assert cheese.author.value == "Ann Lee"


TEMPLATE = (
    "Weather report of {place}\n\nThis report is made by the office every day. "
    "It rained in {place} for {n} hours, and the {thing} of {place} was closed. "
    "The {thing} will open again when the rain ends. Call the office for more reports.\n"
)


def test_articles_of_one_template_are_told_apart_by_what_is_their_own(quick: "Folder") -> None:
    things = "harbour market library bridge tunnel school".split()
    for n, thing in enumerate(things * 10):
        place = f"{'BCDFGHKLMN'[n % 10]}{'aeiou'[n % 5]}{thing[:3]}ton"
        quick.write(f"t{n:02}.txt", TEMPLATE.format(place=place, n=n + 100, thing=thing))
    quick.build()
    told = [one for one in quick.open().overviews(99) if one.source.startswith("articles/t")]
    assert len(told) > 50
    for one in told:
        place = one.title.removeprefix("Weather report of ")
        assert one.topics[0] == place
        assert 1 <= len(one.key) <= 5


@pytest.mark.parametrize(
    "text", ["Hello", "- - -\na", "|a|b|\n|-|-|\n", "# #\n\n1", "？！\n零", "\u200fא"]
)
def test_whatever_a_file_holds_it_has_an_overview(quick: "Folder", text: str) -> None:
    quick.write("odd.md", text)
    quick.build()
    (odd,) = [one for one in quick.open().overviews() if one.source.endswith("odd.md")]
    assert odd.title
    assert odd.key

from typing import TYPE_CHECKING

import pytest

from index.building.duplicates import band_keys, is_near_duplicate, text_key

if TYPE_CHECKING:
    from tests.index.conftest import Folder

STORY = " ".join(
    f"In the year {1900 + n} the village had {n * 7} houses, a mill by the river "
    "and a road to the coast."
    for n in range(12)
)


def changed(old: str, new: str) -> str:
    assert old in STORY
    return STORY.replace(old, new, 1)


def test_white_space_makes_no_other_text() -> None:
    assert text_key("A", "one two\nthree") == text_key("B", " one  two three ")
    assert text_key("Report 2019", "one") != text_key("Report 2020", "one")


def test_a_text_that_lacks_a_few_words_is_found_as_near() -> None:
    near = changed("a mill by the river", "a mill by river")
    assert set(band_keys(near)) & set(band_keys(STORY))
    assert is_near_duplicate(near, STORY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1905", "1906"),
        ("35 houses", "36 houses"),
        ("had 21 houses", "never had 21 houses"),
        ("a mill by the river", "a mill by the Lenn river"),
        ("a mill by the river", "a mill near the river"),
    ],
)
def test_another_number_name_negation_or_word_makes_another_article(old: str, new: str) -> None:
    assert not is_near_duplicate(changed(old, new), STORY)


def test_a_text_that_adds_nothing_to_a_longer_one_is_near_but_not_the_other_way_round() -> None:
    longer = f"By Ruth Maddern. {STORY}"
    assert is_near_duplicate(STORY, longer)
    assert not is_near_duplicate(longer, STORY)


@pytest.mark.parametrize("line", ["Draft", "Valid until 2022", "This is no longer in force."])
def test_a_version_that_says_otherwise_how_long_it_holds_is_another_article(line: str) -> None:
    assert is_near_duplicate(STORY, f"Story\n\n{STORY}")
    assert not is_near_duplicate(STORY, f"{line}\n\n{STORY}")


def test_short_texts_are_never_near() -> None:
    assert band_keys("The bridge is closed on Sundays.") == []


def test_duplicates_are_indexed_once_reported_and_listed_on_the_article(folder: "Folder") -> None:
    folder.write("story.txt", STORY)
    folder.write("story copy.txt", f"{STORY}\n\n")
    folder.write("story near.md", changed("a mill by the river", "a mill by river"))
    report = folder.build()
    assert {(one.source, one.kind, one.same_as) for one in report.duplicates} == {
        ("articles/story near.md", "near", "articles/story copy.txt"),
        ("articles/story.txt", "exact", "articles/story copy.txt"),
    }
    assert report.articles == 3
    assert folder.stored()["story copy.txt"].sources == (
        "articles/story copy.txt",
        "articles/story near.md",
        "articles/story.txt",
    )
    assert folder.build().changed is False


def test_when_the_article_goes_a_duplicate_takes_its_place(folder: "Folder") -> None:
    folder.write("a.txt", STORY)
    folder.write("b.txt", STORY)
    folder.write("c.txt", STORY)
    folder.build()
    folder.remove("a.txt")
    report = folder.build()
    assert report.removed == ("articles/a.txt",)
    assert folder.stored()["b.txt"].sources == ("articles/b.txt", "articles/c.txt")
    assert "houses" in folder.first("How many houses had the village?")


def test_a_duplicate_that_changes_becomes_an_article(folder: "Folder") -> None:
    folder.write("a.txt", STORY)
    folder.write("b.txt", STORY)
    folder.build()
    folder.write("b.txt", "The village has a new bakery with 4 ovens.")
    folder.build()
    assert folder.stored()["a.txt"].sources == ("articles/a.txt",)
    assert "4 ovens" in folder.first("How many ovens has the bakery?")


def test_lines_of_one_file_can_be_duplicates(folder: "Folder") -> None:
    owl, cat = '{"text": "The owl is 7 years old."}', '{"text": "The cat is 3."}'
    folder.write("a.jsonl", f"{owl}\n{owl}\n{cat}\n")
    assert [(one.source, one.same_as) for one in folder.build().duplicates] == [
        ("articles/a.jsonl#2", "articles/a.jsonl#1")
    ]
    folder.write("a.jsonl", f"{owl.replace('7', '8')}\n{owl}\n")
    report = folder.build()
    assert (set(report.read), report.removed) == (
        {"articles/a.jsonl#1", "articles/a.jsonl#2"},
        ("articles/a.jsonl#3",),
    )
    assert {"a.jsonl#1", "a.jsonl#2"} < folder.stored().keys()


def test_a_line_whose_twin_later_in_the_file_changes_is_kept(folder: "Folder") -> None:
    owl, cat = '{"text": "The owl is 7 years old."}', '{"text": "The cat is 3."}'
    folder.write("a.jsonl", f"{cat}\n{owl}\n{cat}\n")
    folder.build()
    folder.write("a.jsonl", f"{owl}\n{owl}\n{cat}\n")  # now line 1 is a duplicate of line 2
    folder.build()
    folder.write("a.jsonl", f"{owl}\n{cat}\n{cat}\n")
    folder.build()
    assert folder.stored()["a.jsonl#1"].text == "The owl is 7 years old."
    assert {
        source
        for article in folder.stored().values()
        for source in article.sources
        if "jsonl" in source
    } == {f"articles/a.jsonl#{n}" for n in (1, 2, 3)}

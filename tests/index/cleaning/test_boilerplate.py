"""Lines that many articles of a site repeat: `boilerplate`, and `repeated`, which drops them."""

from typing import TYPE_CHECKING

import pytest

from index.cleaning.boilerplate import REPEATED, repeatable_lines, without_lines
from index.storage.store import Store

if TYPE_CHECKING:
    from tests.index.conftest import Folder

FOOT = "Get the latest news by email"
ANIMALS = ("owl", "cat", "hen", "fox", "elk", "ant")


def story(animal: str, foot: str = FOOT) -> str:
    seen = f"The {animal} of the town was seen on many days."
    body = f"{seen}\nThe {animal} likes the park and the old garden."
    return f"About the {animal}\n\n{body}\n\n{foot}\n"


@pytest.mark.parametrize(
    "fact",
    [
        "Place: small hall of the Anchor inn",
        "Minutes taken by Tom Arkell, secretary",
        "Held in the small hall",
        "Admission free for children",
        "Town News is printed on paper from 3 local mills.",
        "© 2024 Town News",
        "Animalia > Chordata > Mammalia",
        "Cardiology | Neurology | Oncology",
        "Location / Capacity / Price",
        "Original",
        "Home",
    ],
)
def test_what_all_articles_say_of_themselves_stays_in_each(folder: "Folder", fact: str) -> None:
    for animal in ANIMALS:
        folder.write(
            f"{animal}.txt",
            f"About the {animal}\n{fact}\n\nThe {animal} was seen.\nIt likes the park.\n",
        )
    folder.build()
    assert [
        fact in article.text for source, article in folder.stored().items() if source[:3] in ANIMALS
    ] == [True] * len(ANIMALS)


def test_only_lines_that_say_nothing_are_looked_at() -> None:
    text = """Skip to content
Home | News | Sport | Contact us
The title of it all
By the town reporter
# A heading
| a | b | c d e |
Status: closed
The last line of words.

Print this page
- Share this page
Back to top
Privacy policy"""
    assert list(repeatable_lines("The title of it all", text).values()) == [
        "Skip to content",
        "Home | News | Sport | Contact us",
        "Print this page",
        "Back to top",
        "Privacy policy",
    ]


def test_a_label_of_what_stands_below_is_not_looked_at() -> None:
    assert repeatable_lines("", "The office is open.\n\nContact us\n\nRosalind Peake") == {}


@pytest.mark.parametrize("code", ["```\nPrint this page\n```", "    Print this page"])
def test_code_is_not_looked_at(code: str) -> None:
    assert repeatable_lines("", f"Call it so.\n\n{code}\n\nIt prints.") == {}


def test_links_by_their_markup_are_looked_at_around_the_text_only() -> None:
    text = "Wards and visits\n\nThe ward is open.\n\nJoan Aldous\n\nIt is quiet.\n\nWork for us"
    links = frozenset({"Wards and visits", "Joan Aldous", "Work for us"})
    assert list(repeatable_lines("", text, links).values()) == ["Wards and visits", "Work for us"]


def test_an_article_of_nothing_else_stays() -> None:
    keys = set(repeatable_lines("", f"The owl was seen.\n{FOOT}"))
    assert without_lines(FOOT, keys) == (FOOT, [], ())
    text, changes, _ = without_lines(story("owl"), keys)
    assert FOOT not in text
    assert [(change.rule, change.before, change.after) for change in changes] == [
        (REPEATED, FOOT, "")
    ]


def test_the_pages_of_an_article_stay_with_their_text_when_lines_go() -> None:
    keys = set(repeatable_lines("", f"The owl was seen.\n{FOOT}"))
    text = f"One owl.\n\n{FOOT}\n\nTwo owls.\n\n{FOOT}\n\nThree owls."
    pages = ((0, 1), (text.index("Two"), 2), (text.index("Three"), 3))
    left, _, moved = without_lines(text, keys, pages)
    assert [(left[start:].split()[0], page) for start, page in moved] == [
        ("One", 1),
        ("Two", 2),
        ("Three", 3),
    ]


def with_foot(folder: "Folder") -> set[str]:
    return {source for source, article in folder.stored().items() if FOOT in article.text}


def test_a_line_that_most_articles_repeat_and_that_says_nothing_goes_and_is_listed(
    folder: "Folder",
) -> None:
    for animal in ANIMALS:
        folder.write(f"{animal}.txt", story(animal))
    folder.build()
    assert not with_foot(folder)
    store = Store(folder.data / "index.sqlite")
    listed = {
        source
        for source, change in store.changes()
        if (change.rule, change.before) == (REPEATED, FOOT)
    }
    store.close()
    assert listed == {f"articles/{animal}.txt" for animal in ANIMALS}


def test_a_site_is_a_folder_with_what_lies_below_it(folder: "Folder") -> None:
    for animal in ANIMALS:
        folder.write(f"zoo/{animal}/{animal}.txt", story(animal))
        folder.write(f"other/{animal}.txt", story(animal, "The end of it."))
    for animal in ANIMALS[:2]:
        folder.write(f"two/{animal}.txt", story(f"wild {animal}"))
    folder.build()
    assert with_foot(folder) == {f"two/{animal}.txt" for animal in ANIMALS[:2]}


def test_a_line_of_half_of_the_articles_stays(folder: "Folder") -> None:
    for i, animal in enumerate(ANIMALS):
        folder.write(f"site/{animal}.txt", story(animal, FOOT if i % 2 else "The end of it."))
    folder.build()
    assert len(with_foot(folder)) == 3

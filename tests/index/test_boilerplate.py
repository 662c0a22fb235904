from typing import TYPE_CHECKING

from index.boilerplate import edge_lines, without_lines
from index.store import Store

if TYPE_CHECKING:
    from tests.index.conftest import Folder

FOOT = "Town News is printed on paper from 3 local mills."
ANIMALS = ("owl", "cat", "hen", "fox", "elk", "ant")


def story(animal: str, foot: str = FOOT) -> str:
    body = f"The {animal} of the town was seen on many days.\nThe {animal} likes the park and the old garden."
    return f"About the {animal}\n\n{body}\n\n{foot}\n"


def test_only_lines_at_the_ends_that_could_repeat_are_looked_at() -> None:
    top = "The title of it all\nBy the town reporter\nA middle line of words.\n# A heading of four words\n"
    text = f"{top}| a | b | c d e |\nStatus: closed\nThe last line of words."
    assert list(edge_lines("The title of it all", text).values()) == ["By the town reporter", "The last line of words."]


def test_an_article_keeps_half_of_its_text_at_least() -> None:
    keys = set(edge_lines("", FOOT))
    assert without_lines(f"A short line.\n{FOOT}", keys) == (f"A short line.\n{FOOT}", [])
    text, changes = without_lines(story("owl"), keys)
    assert FOOT not in text
    assert [(change.rule, change.before, change.after) for change in changes] == [("boilerplate", FOOT, "")]


def with_foot(folder: "Folder") -> list[str]:
    return [source for source, article in folder.stored().items() if FOOT in article.text]


def test_a_line_that_many_articles_repeat_stays_in_one_and_is_listed_for_the_others(folder: "Folder") -> None:
    for animal in ANIMALS:
        folder.write(f"{animal}.txt", story(animal))
    folder.build()
    (keeper,) = with_foot(folder)
    store = Store(folder.data / "index.sqlite")
    listed = {source for source, change in store.changes() if (change.rule, change.before) == ("boilerplate", FOOT)}
    store.close()
    assert listed == {f"articles/{animal}.txt" for animal in ANIMALS} - {f"articles/{keeper}"}
    assert FOOT in folder.first("Which paper is Town News printed on?")


def test_when_the_article_that_keeps_the_line_goes_another_one_has_it(folder: "Folder") -> None:
    for animal in ANIMALS:
        folder.write(f"{animal}.txt", story(animal))
    folder.build()
    (keeper,) = with_foot(folder)
    folder.remove(keeper)
    folder.build()
    assert len(with_foot(folder)) == 1
    folder.write(with_foot(folder)[0], "Something else was written about this animal.")
    folder.build()
    assert len(with_foot(folder)) == 1


def test_a_line_that_four_articles_share_stays(folder: "Folder") -> None:
    for animal in ANIMALS[:4]:
        folder.write(f"{animal}.txt", story(animal))
    folder.build()
    assert len(with_foot(folder)) == 4

import pytest

from index.reading.titles import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A heading\n\nText.", "A heading"),
        ("A headline\n\nThe text is here.", "A headline"),
        ("---\ndate: 2020\n---\n# A heading\nText.", "A heading"),
        ("#\n\nhello", "hello"),
        ("Oslo is a town. It is old.", "Oslo is a town."),
        ("word " * 60, "word " * 23 + "word …"),
    ],
)
def test_the_title_is_the_headline_or_the_first_words(text: str, title: str) -> None:
    assert title_of(text) == title


def test_a_menu_above_the_headline_is_no_title() -> None:
    menu = "Home\nNews\nSport\nContact us\n\nSkip to content\nHome | News | Log in"
    assert title_of(f"{menu}\n\nThe bridge\n\nIt is long.") == "The bridge"
    assert title_of("- [Home](/)\n- [Wards](/w)\n\n# The bridge\n") == "The bridge"
    assert title_of("Contact us") == "Contact us"

"""Which words only work a page: `furniture`."""

import pytest

from index.cleaning.furniture import (
    has_figure,
    is_act,
    is_menu_line,
    is_offer,
    plain,
    points_elsewhere,
    says_nothing,
    starts_at_root,
)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12", True),
        ("٣", True),
        ("½", True),
        ("Ⅳ", True),
        ("三", True),
        ("5 €", True),
        ("£", True),
        ("a@b.example", True),
        ("", False),
        ("twelve", False),
        ("§ & %", False),
    ],
)
def test_a_figure_is_a_number_of_any_script_a_sum_or_a_mailbox(text: str, figure: bool) -> None:
    assert has_figure(text) is figure


@pytest.mark.parametrize(
    "line",
    [
        "Back to top",
        "↑ Back to top ↑",
        "  SHARE THIS STORY  ",
        "Share this story on Facebook",
        "Please share this article",
        "Print this page",
        "View our full report here",
        "Skip to content",
    ],
)
def test_a_line_of_words_that_work_the_page_says_nothing(line: str) -> None:
    assert says_nothing(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "…",
        "Share this story on 3 May",
        "Share capital",
        "Print this page for Marrow",
        "Bridge",
        "Back to top " * 20,
        "Share this story @marrow",
        "Call 112",
    ],
)
def test_a_line_with_a_subject_a_figure_or_nothing_at_all_is_no_furniture(line: str) -> None:
    assert not says_nothing(line)


def test_a_request_has_two_words_at_least_and_starts_with_what_to_do() -> None:
    assert is_act("Share this page")
    assert is_act("Or print this page")
    assert not is_act("Share")
    assert not is_act("This page share")


def test_a_request_points_elsewhere_by_a_word_that_only_a_page_has() -> None:
    assert points_elsewhere("Read the original article here")
    assert points_elsewhere("See the full minutes here")
    assert not points_elsewhere("Read more")


@pytest.mark.parametrize(
    ("heading", "offer"),
    [
        ("Related articles", True),
        ("## Related articles", True),
        ("More from the valley", True),
        ("Most read", True),
        ("You may also like", True),
        ("More from: the valley", False),
        ("Related parties", False),
        ("The latest", False),
        ("", False),
    ],
)
def test_an_offer_names_other_pages_and_no_subject(heading: str, offer: bool) -> None:
    assert is_offer(heading) is offer


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("Home | News | Contact us", True),
        ("Home · News · Contact us · Sport of all kinds", True),
        ("Home | News", False),
        ("Home | 12 News | Contact us", False),
        ("Home | News: today | Contact us", False),
        ("Oak | Ash | Elm", False),
        ("Home News Contact us", False),
        ("Home | " * 60, False),
    ],
)
def test_a_menu_in_a_line_has_three_rooms_two_of_them_of_every_site(line: str, menu: bool) -> None:
    assert is_menu_line(line) is menu


def test_a_trail_has_three_stations_and_starts_at_the_start_page() -> None:
    assert starts_at_root("Home > Mills > Water")
    assert not starts_at_root("Home > Mills")
    assert not starts_at_root("Animalia > Chordata > Aves")


def test_a_plain_line_is_small_letters_without_marks_around() -> None:
    assert plain("  » *Read  MORE* … ") == "read more"
    assert plain("→") == ""

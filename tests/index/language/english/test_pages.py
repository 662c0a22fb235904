import pytest

from index.language.english.pages import FULL_THING, LISTS, OFFER


@pytest.mark.parametrize("heading", ["related articles", "more from the city", "most read"])
def test_headings_that_offer_other_pages_are_known(heading: str) -> None:
    assert OFFER.fullmatch(heading)


@pytest.mark.parametrize(
    "heading", ["related work", "more is needed", "the most read book of 1874"]
)
def test_headings_that_say_something_are_not(heading: str) -> None:
    assert not OFFER.fullmatch(heading)


def test_a_link_to_the_whole_of_something_is_known() -> None:
    assert FULL_THING.fullmatch("read the full report here")
    assert not FULL_THING.fullmatch("the full report cost £40")


def test_every_list_has_entries_in_small_letters() -> None:
    assert {"rooms", "offers", "sayings", "acts", "networks", "nouns", "small"} <= set(LISTS)
    assert all(entry == entry.lower() for entries in LISTS.values() for entry in entries)

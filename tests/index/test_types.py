import pytest

from index.types import Article, Pages

PAGES = ((0, 1), (40, 2), (90, 1), (120, 3), (120, 4))  # a note of page 1 stands behind page 2


@pytest.mark.parametrize(
    ("start", "page"),
    [(0, 1), (39, 1), (40, 2), (89, 2), (90, 1), (119, 1), (120, 4), (5000, 4)],
)
def test_a_range_is_of_the_page_that_it_begins_on(start: int, page: int) -> None:
    assert article(PAGES).page_at(start) == page


def test_what_stands_before_the_first_page_is_of_it() -> None:
    assert article(((3, 2), (9, 3))).page_at(1) == 2


def test_a_format_without_pages_has_none() -> None:
    assert article(()).page_at(0) is None


def article(pages: Pages) -> Article:
    return Article("a", "A", "Text.", "a/a.pdf", "0", "2024", pages=pages)

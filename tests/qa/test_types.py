from index.types import Article
from qa.types import Evidence, cite, told_place

TEXT = "The mill was built in 1790. It burnt down in 1928."
SECOND = TEXT.index("It burnt")


def cited(*pages: tuple[int, int]) -> int | None:
    """Cite the second sentence of an article with pages, and return the page that is told."""
    article = Article("mill-1", "The mill", TEXT, "a/mill.pdf", "0", "2024", pages=pages)
    place = "mill-1", "The mill", "a/mill.pdf", SECOND, len(TEXT)
    return cite(1, Evidence(TEXT[SECOND:], *place, TEXT, 0.9), article).page


def test_a_citation_is_of_the_page_that_its_quote_begins_on() -> None:
    assert cited((0, 1), (SECOND, 2)) == 2
    assert cited((0, 1), (SECOND + 3, 2)) == 1


def test_a_citation_of_an_article_without_pages_has_none() -> None:
    assert cited() is None


def test_a_place_is_told_with_its_page_where_it_has_one() -> None:
    assert told_place("a/mill.pdf", 2) == "a/mill.pdf, page 2"
    assert told_place("a/mill.txt", None) == "a/mill.txt"

import pytest

from index.types import Overview, Stated
from qa.text.validity import in_words, source_of, validity_of
from qa.types import ALWAYS, Citation, Evidence, Validity


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        (ALWAYS, ""),
        (Validity(valid_until="2022"), "valid until 2022"),
        (Validity("version 2", "1 May 2020"), "version 2, valid from 1 May 2020"),
        (Validity("version 3", draft=True), "version 3, draft"),
        (Validity(superseded=True), "superseded"),
    ],
)
def test_validity_is_told_in_a_few_words(validity: Validity, words: str) -> None:
    assert in_words(validity) == words
    evidence = Evidence("It is long.", "a-1", "A", "a.txt", 0, 11, "It is long.", 0.9)
    told = f"a.txt, {words}" if words else "a.txt"
    assert source_of(Citation(1, evidence, validity=validity)) == told


def test_it_is_that_of_the_overview_but_for_a_year_that_the_title_has_already() -> None:
    overview = Overview(
        "a", "A", "a.txt", version=Stated("2021", 0, 9), valid_until=Stated("2022", 3, 9)
    )
    assert validity_of(overview) == Validity(valid_until="2022")
    assert validity_of(overview, in_text=True) == Validity("2021", valid_until="2022")
    assert validity_of(None) == ALWAYS


def test_what_only_the_name_of_the_file_tells_is_not_told_by_the_text() -> None:
    overview = Overview("a", "A", "a.txt", version=Stated("v2", 0, 0), draft=Stated("draft", 4, 9))
    assert validity_of(overview) == Validity("v2", draft=True)
    assert validity_of(overview, in_text=True) == Validity(draft=True)

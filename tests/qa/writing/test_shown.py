import time

import pytest

from qa.writing.shown import as_shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("- It is 5 m long.", "It is 5 m long."),
        ("• It is long.", "It is long."),
        ("* It is long.", "It is long."),
        ("A: It is long.", "It is long."),
        ("**Answer:** It is long.", "It is long."),
        ("• A: It is long.", "It is long."),
        ("See [the mill](https://a.b/c_(d)) here.", "See the mill here."),
        ('See [it](mill.html "The mill") and [us](#us).', "See it and us."),
        ("In 1931[2](#fn2) it burnt.", "In 1931[2] it burnt."),
    ],
)
def test_marks_of_lists_and_links_are_not_shown(quote: str, shown: str) -> None:
    assert as_shown(quote) == shown


@pytest.mark.parametrize(
    "quote",
    [
        "2. Beat the eggs.",
        "- 5 °C was measured.",
        "-5 °C was measured.",
        "A. Holm came.",
        "Vitamin A: it is good.",
        "f[x](y) grows [sic] (see below).",
        "A:",
        "- ",
        "**Note** it.",
        "",
    ],
)
def test_all_else_is_shown_as_it_stands(quote: str) -> None:
    assert as_shown(quote) == quote


@pytest.mark.parametrize("part", ["[a](#", "[a](", "[a](/(", '[a](#b "', "[a](#[a](#)"])
def test_a_long_run_of_links_that_do_not_close_is_shown_in_time(part: str) -> None:
    begun = time.process_time()
    as_shown(part * (100_000 // len(part)))
    assert time.process_time() - begun < 6

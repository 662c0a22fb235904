import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.links import leads_on_by_link
from index.cleaning.markdown import link_text, link_texts, outside_code


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("[Home](/)", "Home"),
        ("- [Home](/)", "Home"),
        ("12. [Home](/)", "Home"),
        ("[Home](/) | [News](/n)", "Home News"),
        ("[Home](</a b>)", None),
        ('[Home](/ "The start")', "Home"),
        ("[A [b] c](/x)", "A [b] c"),
        ("[Mill](/wiki/Mill_(water))", "Mill"),
        ("![A mill](mill.png)", "A mill"),
        ("See [Home](/)", None),
        ("[Home]", None),
        ("Home", None),
        ("", None),
        ("[](/)", ""),
    ],
)
def test_a_line_of_nothing_but_links_has_their_text(line: str, text: str | None) -> None:
    assert link_text(line) == text


def test_the_texts_of_links_are_found_within_a_line() -> None:
    assert link_texts("See [the mill](m) and [the inn](i), not [this].") == ["the mill", "the inn"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Read more: [Fog closes the pass](fog.md)", True),
        ("**Read more:** [Fog closes the pass](fog.md)", True),
        ("Read more: [Fog of 12 March](fog.md)", False),
        ("Architect: [Ines Corbal](ic.md)", False),
        ("Read more: fog", False),
        ("Read more: [Fog](fog.md) and rain", False),
    ],
)
def test_words_before_a_link_lead_on_when_they_say_only_that(line: str, leads: bool) -> None:
    assert leads_on_by_link(line) is leads


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("a\n```\nb\n```\nc", [0, 4]),
        ("a\n~~~\n```\nb\n~~~\nc", [0, 5]),
        ("```\nnever closed\nb", []),
        ("a\n\n    b\n\n    c\nd", [0, 1, 3, 5]),
        ("a\n    b", [0, 1]),
        ("    a\nb", [1]),
        ("a\n\n\tb", [0, 1]),
        ("", [0]),
    ],
)
def test_code_is_fenced_or_indented_under_an_empty_line(text: str, outside: list[int]) -> None:
    assert list(outside_code(text.split("\n"))) == outside


@given(st.lists(st.sampled_from(["```", "~~~", "", "    x", "\ty", "z"]), max_size=12))
def test_lines_outside_code_come_once_in_order_and_all_of_them_before_a_fence(
    lines: list[str],
) -> None:
    found = list(outside_code(lines))
    assert found == sorted(set(found))
    fence = next((i for i, line in enumerate(lines) if line in ("```", "~~~")), len(lines))
    assert all(i in found for i in range(fence) if lines[i] in ("z", ""))
    assert fence not in found

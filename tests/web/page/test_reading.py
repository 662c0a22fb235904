"""The outline of an article."""

import pytest

from web.page.reading import outline


def test_headings_are_found_with_their_depth_and_place() -> None:
    text = "# The mill\n\nIt turns.\n\n### Repairs ##\nNone.\n"
    headings = outline(text)
    assert [(heading["depth"], heading["text"]) for heading in headings] == [
        (1, "The mill"),
        (3, "Repairs"),
    ]
    assert text[int(str(headings[0]["start"])) :].startswith("The mill")


@pytest.mark.parametrize("text", ["", "No heading.", "#hashtag", "####### seven", "a # b", "# "])
def test_what_is_no_heading_is_none(text: str) -> None:
    assert outline(text) == []

"""Lists come in stretches, the same everywhere."""

from urllib.parse import parse_qs, urlsplit

import pytest

from web.page.paging import Page, address


@pytest.mark.parametrize(
    ("page", "total", "after"),
    [
        (Page(2, 0), 5, "/articles?limit=2&offset=2"),
        (Page(2, 2), 5, "/articles?limit=2&offset=4"),
        (Page(2, 4), 5, None),
        (Page(5, 0), 5, None),
        (Page(5, 9), 5, None),
        (Page(), 0, None),
    ],
)
def test_a_stretch_says_where_the_next_one_is(page: Page, total: int, after: str | None) -> None:
    wrapped = page.wrap("articles", ["a"], total, "/articles")
    assert wrapped["next"] == after
    assert list(wrapped) == ["articles", "total", "limit", "offset", "next"]


@pytest.mark.parametrize("search", ["sheep & goats", "a=b#c", "羊", "50 %"])
def test_the_next_stretch_is_of_the_same_search(search: str) -> None:
    after = Page(1, 0).wrap("articles", ["a"], 2, address("/articles", search))["next"]
    query = parse_qs(urlsplit(str(after)).query)
    assert query == {"search": [search], "limit": ["1"], "offset": ["1"]}

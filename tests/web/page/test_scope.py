"""What an answer tells of the limits of its question."""

from collections.abc import Sequence

import pytest

from web.page.scope import only_in

TEXTS = {"only_in": "In {places}.", "only_in_more": "In {places} and {count} more."}


def say(key: str, **values: object) -> str:
    return TEXTS[key].format(**values)


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (["town/mill.md"], "In town/mill.md."),
        (["town/2024/"], "In town/2024/."),
        (("a", "b", "c"), "In a, b, c."),
        (["a", "b", "c", "d", "e"], "In a, b, c and 2 more."),
    ],
)
def test_three_articles_are_named_and_the_others_counted(scope: Sequence[str], told: str) -> None:
    assert only_in(scope, say) == told

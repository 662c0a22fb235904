import pytest

from qa.checking.claims import Token, read
from qa.checking.likeness import alike


def token(text: str) -> Token:
    [found] = read(f"there is {text}")[0]
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("25 billion yuan", "RMB 25,000 million"),
        ("moved", "moves"),
        ("boats", "boat"),
        ("Lenn", "Lenn's"),
        ("May 2019", "3 May 2019"),
        ("06:40", "6:40 a.m."),
    ],
)
def test_the_same_thing_may_have_another_form(one: str, other: str) -> None:
    assert alike(token(one), token(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("25 billion yuan", "25 million yuan"),
        ("moved", "sank"),
        ("Lenn", "Lenne"),
        ("3 May 2019", "May 2019"),
        ("06:40", "6:40 p.m."),
        ("5", "boats"),
        ("boats", "5"),
        ("06:40", "400"),
        ("400", "06:40"),
        ("May 2019", "2,019"),
    ],
)
def test_what_differs_or_says_more_is_not_the_same(one: str, other: str) -> None:
    assert not alike(token(one), token(other))

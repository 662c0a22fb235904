from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.index.conftest import Folder

LONG = " ".join(f"The keeper wrote number {number} down." for number in range(80))


@pytest.fixture
def farm(quick: "Folder") -> "Folder":
    quick.write("pig.txt", "A guinea pig is no pig. It is a rodent.")
    quick.write(
        "coast.md", "# Guinea\n\nThe coast of Guinea is long. Pigs are kept in its villages."
    )
    quick.write("far.txt", f"The walrus came at noon. {LONG} An oyster was seen at night.")
    quick.build()
    return quick


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("guinea pig", ["pig"]),  # as a phrase
        ("PIGS", ["coast", "pig"]),  # in any form
        ("pigs of Guinea", ["coast"]),  # all in one passage
        ("walrus oyster", ["far"]),  # all in one article
        ("walrus pig", []),
        ("zebra", []),
        ("Marrow", ["bridge"]),
        ("…", []),
        ('"pig" OR NEAR(\x00', []),  # no syntax of the lexical index
    ],
)
def test_articles_that_hold_words_are_found(farm: "Folder", words: str, found: list[str]) -> None:
    index = farm.open()
    held = index.holding(words)
    assert sorted(article_id.rsplit("-", 1)[0] for article_id, _, _ in held) == found
    assert index.holding(words, 1) == held[:1]
    for article_id, start, end in held:
        assert (start, end) in [place[:2] for place in index.passages_of(article_id)]


def test_no_article_is_left_out_of_a_count(quick: "Folder") -> None:
    names = "amber birch cedar dogwood elder".split()
    lines = [
        f'{{"text": "The {a} and the {b} stand by the {c} where a heron nested in {n}."}}'
        for n, (a, b, c) in enumerate((a, b, c) for a in names for b in names for c in names)
    ]
    quick.write("herons.jsonl", "\n".join(lines))
    articles = quick.build().articles - 2
    assert len(quick.open().holding("heron")) == articles > 100

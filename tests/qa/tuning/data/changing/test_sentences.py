import pytest

from qa.tuning.data.changing.sentences import cut, fragments, negations
from tests.qa.tuning.data.changing.conftest import made


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("It was not opened.", {"It was opened."}),
        ("It is no longer open.", {"It is open."}),
        ("She never came.", {"She came."}),
        ("It was opened.", {"It was not opened.", "It was never opened."}),
        ("They must pay.", {"They must not pay.", "They must never pay."}),
        ("The town opened it.", {"The town never opened it."}),
        ("The town sold it.", {"The town never sold it."}),
        ("The hall holds 40 people.", {"The hall no longer holds 40 people."}),
        ("Ships everywhere.", set()),
    ],
)
def test_what_is_said_is_denied_and_what_is_denied_is_said(text: str, changed: set[str]) -> None:
    assert made(negations, text) == changed


def test_a_sentence_is_cut_behind_a_word_that_needs_another() -> None:
    changed = made(cut, "It was opened by Queen Ada in the spring of 1874.")
    assert changed == {
        "It was",
        "It was opened by",
        "It was opened by Queen Ada in",
        "It was opened by Queen Ada in the",
        "It was opened by Queen Ada in the spring of",
    }
    assert made(cut, "Ships come daily.") == set()


def test_a_fragment_begins_with_the_verb() -> None:
    changed = made(fragments, "The bridge was opened in 1874.")
    assert changed == {"was opened in 1874.", "Was opened in 1874."}


@pytest.mark.parametrize("text", ["It was opened.", "Ships come daily."])
def test_a_sentence_without_a_subject_to_lose_is_left_alone(text: str) -> None:
    assert made(fragments, text) == set()

import re

import pytest

from index.language.english import claims


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (claims.DENIES, "The mill was not sold."),
        (claims.DENIES, "The mill wasn't sold."),
        (claims.DENIES, "Nobody came, none of them."),
        (claims.GOVERNS, "unless it rains"),
        (claims.GOVERNS, "The council denied that"),
        (claims.GOVERNS, "It isn’t so that"),
        (claims.GOVERNS, "Allegedly"),
        (claims.TURNS, "but only if it rains"),
        (claims.TURNS, "which is false"),
        (claims.TURNS, ", subject to a vote"),
    ],
)
def test_what_denies_or_restricts_is_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (claims.DENIES, "The north mill was sold to a notary."),
        (claims.GOVERNS, "The mighty mill of Denham was sold"),
        (claims.TURNS, "and the butter was sold in the iffy hall"),
    ],
)
def test_words_that_only_look_so_are_not(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)


@pytest.mark.parametrize(
    ("sentence", "particle"),
    [("Yes, it was.", "Yes"), ("No, it was not.", "No"), ("No boats came.", None)],
)
def test_a_particle_stands_before_a_comma(sentence: str, particle: str | None) -> None:
    match = claims.PARTICLE.match(sentence)
    assert (match and match[1]) == particle


def test_a_sentence_may_begin_with_a_condition_but_not_with_and() -> None:
    assert {"and", "or", "which"} <= claims.NO_OPENINGS
    assert not {"when", "if", "although"} & claims.NO_OPENINGS


def test_a_sentence_may_end_with_a_pronoun_but_not_with_an_article() -> None:
    assert {"the", "of", "and"} <= claims.OPEN_ENDS
    assert not {"that", "this", "her", "no"} & claims.OPEN_ENDS

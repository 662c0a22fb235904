"""The words of a search, marked in what it found."""

import pytest

from web.page.marking import excerpt, marked_words


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Loans for a mill.", "loan", "<mark>Loans</mark> for a mill."),
        ("The mill was closed.", "the closing", "The mill was <mark>closed</mark>."),
        ("Who is who?", "who", "<mark>Who</mark> is <mark>who</mark>?"),
        ("Café Élan", "elan cafe", "<mark>Café</mark> <mark>Élan</mark>"),
        ("村里的小额贷款发放", "小额贷款", "村里的<mark>小额贷款</mark>发放"),
        ("一座老桥", "桥", "一座老<mark>桥</mark>"),
        ("a < b & mill", "mill", "a &lt; b &amp; <mark>mill</mark>"),
        ("Nothing here.", "?!", "Nothing here."),
        ("الجسر القديم", "الجسر", "<mark>الجسر</mark> القديم"),
    ],
)
def test_words_and_their_forms_are_marked_and_all_is_escaped(
    text: str, query: str, shown: str
) -> None:
    assert marked_words(text, query) == shown


def test_of_a_long_text_those_sentences_are_shown_that_have_most_words() -> None:
    dull = "It rained all day in the valley and nobody came to the market. " * 12
    told = "The mill ground oats. It was sold in 1902."
    text = f"{dull}{told} {dull}"
    start, end = excerpt(text, "mill sold")
    assert told in text[start:end]
    assert end - start <= 400
    assert excerpt(told, "nothing of it") == (0, len(told))
    assert excerpt("", "mill") == (0, 0)

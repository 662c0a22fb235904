import re

import pytest

from index.language.english import questions as asked


@pytest.mark.parametrize(
    ("pattern", "question"),
    [
        (asked.COMPARES, "Is the mill older or the church?"),
        (asked.COMPARES, "Which pier is longer than the bridge?"),
        (asked.COMPARES, "How do the floods differ?"),
        (asked.COMPARES, "What did they cost, respectively?"),
        (asked.ASKS_SEVERAL, "Which ferries stop at Lenn?"),
        (asked.ASKS_SEVERAL, "What new rules were made?"),
        (asked.ASKS_SEVERAL, "Name two towns."),
        (asked.ASKS_SEVERAL, "How did the mill burn down?"),
        (asked.OPEN_QUESTION, "What did the town build?"),
        (asked.ASKS_ALL, "List all towns."),
        (asked.ASKS_ALL, "Tell me every date."),
        (asked.ASKS_ALL, "All towns with a harbour?"),
        (asked.ASKS_DIFFERENCE, "By how much did it grow?"),
        (asked.ASKS_DIFFERENCE, "By how many votes was it carried?"),
        (asked.ASKS_DIFFERENCE, "By how many rooms is the inn larger than the barn?"),
        (asked.ASKS_DIFFERENCE, "Is the inn larger than the barn, and by how many rooms?"),
        (asked.ASKS_DIFFERENCE, "By how many pupils has the school grown?"),
        (asked.ASKS_DIFFERENCE, "By how many did attendance drop?"),
        (asked.ASKS_DIFFERENCE, "By how many beds was the hospital enlarged?"),
        (asked.ASKS_DIFFERENCE, "By how many members was the club larger in May than in June?"),
        (asked.ASKS_DIFFERENCE, "How many boats more came in May?"),
        (asked.ASKS_SUM, "How many are there altogether?"),
        (asked.GOES_ON, "And in May?"),
        (asked.GOES_ON, "What about the pier?"),
        (asked.POINTS_BACK, "Who built it?"),
        (asked.POINTS_BACK, "How old is the other one?"),
        (asked.POINTS_BACK, "Who lives there?"),
    ],
)
def test_what_a_question_asks_for_shows_in_its_words(
    pattern: re.Pattern[str], question: str
) -> None:
    assert pattern.search(question)


@pytest.mark.parametrize(
    ("pattern", "question"),
    [
        (asked.COMPARES, "How many more boats came?"),
        (asked.ASKS_SEVERAL, "Which bus is it?"),
        (asked.ASKS_SEVERAL, "What is the status of the pier?"),
        (asked.OPEN_QUESTION, "What is the name of the town?"),
        (asked.ASKS_ALL, "Does the ferry call at all?"),
        (asked.ASKS_DIFFERENCE, "How much did it cost?"),
        (asked.ASKS_DIFFERENCE, "By how many families was it bred?"),
        (asked.ASKS_DIFFERENCE, "By how many crofters? (How many goats are kept?)"),
        (asked.ASKS_SUM, "How many are there?"),
        (asked.GOES_ON, "Andrew built what?"),
        (asked.POINTS_BACK, "How many boats are there?"),
    ],
)
def test_a_question_for_one_thing_looks_like_no_other(
    pattern: re.Pattern[str], question: str
) -> None:
    assert not pattern.search(question)


def test_how_many_asks_for_the_words_behind_it() -> None:
    match = asked.HOW_MANY.search("And how many Dolan sheep were there in 2019?")
    assert match
    assert match[1].split() == ["Dolan", "sheep", "were"]

from decimal import Decimal

import pytest

from qa.text.words import Number, counted, names, numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("25.412 billion yuan", {"25412000000"}),
        ("RMB 25.412 bn", {"25412000000"}),
        ("1,200 people or 1.2 thousand", {"1200"}),
        ("CNY 103.1 million, and 5,451 loans", {"103100000", "5451"}),
        ("in 2019, 2020.", {"2019", "2020"}),
        ("four counties", {"4"}),
        ("one of them", set()),
        ("the 13th plan", {"13"}),
        ("v2.0.1 is no number", set()),
        ("minus: -5 and 2018-2019", {"-5", "2018", "2019"}),
        ("thirty schools and twenty-one ships", {"30", "21"}),
        ("10 m long", {"10"}),
    ],
)
def test_numbers_are_read_with_their_scale(text: str, values: set[str]) -> None:
    assert {f"{number.value:f}" for number in numbers(text)} == values


def test_a_percentage_is_not_a_plain_number() -> None:
    assert numbers("5.66% or 5.66 percent") == {Number(Decimal("5.66"), percent=True)}
    assert numbers("5.66%") != numbers("5.66")


def test_names_are_capitalised_words_wherever_they_stand() -> None:
    assert names("The loan went to Li Qun's bank. Guangxi paid.") == {"li", "qun", "guangxi"}


@pytest.mark.parametrize(
    ("question", "sentence", "number"),
    [
        ("How many sheep were bred?", "By now 3583 Dolan sheep were bred by 407 families.", "3583"),
        ("By how many families?", "By now 3583 Dolan sheep were bred by 407 poor families.", "407"),
        ("How many boats came in May?", "12 boats came in May, 9 boats in June.", None),
        ("When did 12 boats come?", "12 boats came in May.", None),
    ],
)
def test_the_number_before_what_is_counted_answers_how_many(
    question: str, sentence: str, number: str | None
) -> None:
    found = counted(question, sentence)
    assert (found and sentence[slice(*found)]) == number


def test_a_function_word_with_an_elision_is_no_name() -> None:
    assert names("It's Anna's. He's there. That's all.") == {"anna"}

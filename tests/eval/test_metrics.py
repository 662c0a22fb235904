import pytest

from eval.metrics import holds, is_right, quotes_evidence, unsupported_numbers


@pytest.mark.parametrize(
    ("answer", "wording", "expected"),
    [
        ("It is 5%.", "5%", True),
        ("It is 25.412 billion yuan. [1]", "25.412 billion", True),
        ("It is 125.412 billion", "25.412 billion", False),
        ("It is 25.4123 billion", "25.412", False),
        ("It is 5.2", "5", False),
        ("It is 5,200", "5", False),
        ("It is 5.", "5", True),
        ("the “Tea Loan”", '"tea loan"', True),
        ("Shangrao County", "Rao County", False),
        ("[3]", "3", False),
    ],
)
def test_a_wording_is_held_on_word_and_number_borders(answer: str, wording: str, expected: bool) -> None:
    assert holds(answer, wording) is expected


def test_a_list_needs_every_item_and_a_why_half() -> None:
    answers = [["tea", "tea loan"], ["pig"], ["kudzu"], ["curtain"]]
    assert not is_right("tea and pig", answers, "list")
    assert is_right("tea, pig, kudzu, curtain", answers, "list")
    assert is_right("tea and pig", answers, "why")
    assert not is_right("tea", answers, "how")


def test_a_short_fact_in_a_long_answer_is_not_right() -> None:
    assert is_right("5 " + "word " * 44, [["5"]], "number")
    assert not is_right("5 " + "word " * 45, [["5"]], "number")


def test_the_share_of_gold_sentences_that_are_quoted() -> None:
    gold = ["The bridge is long.", "It was opened in 1874."]
    assert quotes_evidence(["Well: the bridge  is long. It stands."], gold) == 0.5
    assert quotes_evidence(["It was opened in 1874", "the bridge is long"], gold) == 1.0
    assert quotes_evidence([], gold) == 0.0


def test_numbers_that_no_quote_holds() -> None:
    assert unsupported_numbers("5 of 7 million, 3% [9]", ["5 and 7,000,000"]) == {"3%"}
    assert unsupported_numbers("four [1]", ["nothing"]) == set()

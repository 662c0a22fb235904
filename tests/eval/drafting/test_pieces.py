import pytest

from eval.drafting.pieces import pieces, stands_alone


def found(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quay has 1,200 boats.", [("number", "1,200")]),
        ("It fell by 12.5% in all.", [("number", "12.5%")]),
        ("It cost $5.2 million to build.", [("number", "$5.2 million")]),
        ("It is 40 square kilometres wide.", [("number", "40 square kilometres")]),
        ("It sends 30 litres per second down.", [("number", "30 litres per second")]),
        ("It left on 3rd of May 1987.", [("date", "3rd of May 1987")]),
        ("It left on May 3, 1987.", [("date", "May 3, 1987")]),
        ("It was built in 1987.", [("date", "1987")]),
        ("Between 1914 and 1918 it stood empty.", [("date", "1914"), ("date", "1918")]),
        ("The engineer was Mary van Holm.", [("name", "Mary"), ("name", "Holm")]),
        ("They met at the Bank of Marrow.", [("name", "Bank of Marrow")]),
    ],
)
def test_dates_numbers_and_names_are_found_whole(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry leaves at 10:30 from here.",
        "See version 2.0.1 for it.",
        "The road is route-66 by name.",
        "It ran from 2011–2014 without a stop.",
        "The bridge stands on Monday.",
        "- Boats are here.",
        "The hull number is HX7 today.",
    ],
)
def test_parts_of_something_longer_and_words_that_open_a_sentence_are_none(text: str) -> None:
    assert found(text) == []


def test_what_a_sentence_holds_twice_is_not_taken_out() -> None:
    assert found("The quay has 5 boats, and 5 is enough.") == []
    assert found("We saw Holm and then Holm again.") == []


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The bridge of Marrow was opened then.", True),
        ("“The bridge of Marrow was opened then.”", True),
        ("The bridge was opened.", False),
        ("They opened the bridge of Marrow then.", False),
        ("The bridge of Marrow was opened then", False),
        ("Was the bridge of Marrow opened then?", False),
        ("# The bridge of Marrow was opened then.", False),
        ("| The bridge | of Marrow was opened.", False),
        ("The **bridge of Marrow was opened then.", False),
        ("The bridge of ____ was opened then.", False),
        (f"The bridge {'long ' * 50}was opened then.", False),
    ],
)
def test_a_question_is_made_only_of_a_whole_sentence_that_points_to_nothing(
    text: str, alone: bool
) -> None:
    assert stands_alone(text) is alone

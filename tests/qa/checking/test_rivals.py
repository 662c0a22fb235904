import pytest

from qa.checking.rivals import rivals
from qa.types import Evidence, Found


def found(answer: str, text: str) -> Found:
    return Found(Evidence(text, "a", "", "a.txt", 0, len(text), text, 1.0), answer)


@pytest.mark.parametrize(
    ("statement", "answer", "evidence", "others"),
    [
        (
            "In 2023 the line carried 88,400 passengers.",
            "88,400",
            "The line carried 88,400 passengers in 2022 and 84,800 in 2023.",
            ["In 2023 the line carried 84,800 passengers."],
        ),
        (
            "The loaf was finished at 250 °C.",
            "250 °C",
            "Bake at 250 °C for 15 minutes with steam, then at 205 °C for another 40 minutes.",
            ["The loaf was finished at 205 °C."],
        ),
        (
            "The last train crossed on 3 October 1966.",
            "3 October 1966",
            "Trains for passengers ended on 3 October 1966, the last one crossed on 29 April 1983.",
            ["The last train crossed on 29 April 1983."],
        ),
        (
            "Pressure fell by 2.6 mmHg.",
            "2.6",
            "Pressure fell by 2.6 and 1.1 mmHg respectively.",
            ["Pressure fell by 1.1 mmHg."],
        ),
    ],
)
def test_another_figure_of_the_kind_takes_the_place_of_the_answer(
    statement: str, answer: str, evidence: str, others: list[str]
) -> None:
    assert [text for text, _ in rivals(statement, found(answer, evidence), "How much?")] == others


@pytest.mark.parametrize(
    ("statement", "answer", "evidence"),
    [
        # a name; two figures; what the statement does not say; no other figure of the kind
        ("It was Anna Holm.", "Anna Holm", "In 1874 it was Anna Holm, in 1880 her son."),
        ("It took a week.", "7 days", "It took 5 days and 7 days."),
        ("It took 7 days.", "7 days", "It took 7 days and cost 40 crowns in May 1874."),
        ("From 5 to 7 days.", "7 days", "It took 5 days, or 7 days."),
    ],
)
def test_where_no_other_figure_may_stand_there_is_no_rival(
    statement: str, answer: str, evidence: str
) -> None:
    assert rivals(statement, found(answer, evidence), "How much?") == []


def test_a_statement_without_the_year_of_its_question_has_no_rival() -> None:
    said = found("3,124", "The average gate was 3,214, against 3,124 in 2022.")
    statement, question = "The average gate was 3,124.", "What was the average gate in 2022?"
    assert rivals(statement, said, question) == []
    assert rivals("The average gate in 2022 was 3,124.", said, question)

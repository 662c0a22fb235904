"""Sentences that are near to a question and surely do not answer it."""

import pytest

from qa.checking.lacking import lacks_what_is_asked
from qa.types import Evidence


def _item(text: str, around: str = "") -> Evidence:
    return Evidence(text, "a", "The tram", "tram.md", 0, len(text), around or text, 1.0)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What percentage of the trams are late?", "Eleven trams were late."),
        ("By what percentage did fares grow?", "Fares grew by 20 pence."),
        ("What price does the maker ask?", "The maker wants payment in advance."),
        ("How much does a depot cost?", "The depot is dear to build."),
        ("How many drivers struck?", "The drivers struck."),
        ("How long is it in metres?", "It is longer than the old line."),
        ("Which 12 stops were closed?", "The firm closed 12 small stops."),
        ("How many rode it in 2021?", "It carried 88,400 people in 2022."),
        ("Which line ranks fourth?", "The coast line ranks fifth."),
        ("What does a child pay on it?", "Adults pay £2."),
        ("At what time is the tour in Spanish?", "The tour in English is at noon."),
        ("How much profit did it make?", "It made a loss of £2 million."),
        ("When did 4.1.2 come out?", "Version 4.1.3 came out in May."),
    ],
)
def test_what_has_not_the_kind_of_thing_that_is_asked_for(question: str, text: str) -> None:
    assert lacks_what_is_asked(question, _item(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What percentage of the trams are late?", "A third of the trams were late."),
        ("What price does the maker ask?", "The maker asks £2 million."),
        ("How much does it cost for a child?", "Children ride free."),
        ("How many drivers struck?", "All drivers struck."),
        ("When did 4.1.3 come out?", "Version 4.1.3 came out in May."),
        ("What is new in 4.1.3?", "Since 4.1.0 it runs at night."),
        ("What happened on 4.1.2024?", "It was closed on 5.1.2024."),
        ("Which 12 stops were closed?", "The 12 stops are: Mill, Quay and ten more."),
        ("Which two stops were closed?", "Mill and Quay, two old stops, closed."),
        ("How many rode it in 2021?", "It carried 88,400 people."),
        ("What does a child pay on it?", "Adults pay £2, children £1."),
        ("Apart from Mondays, when is it shut?", "It is shut on Sundays."),
        ("Is summer or winter dearer?", "Winter is dearer."),
        ("When may it run?", "It runs in June."),
        ("What did it charge in 2021?", "It charged £2, more than in 2020."),
        ("How many rode it since 2021?", "It carried 88,400 people in 2022."),
        ("How many rode it in 2021?", "From 2020 to 2022 it carried 200 a day."),
    ],
)
def test_what_has_it_in_some_form_lacks_nothing(question: str, text: str) -> None:
    assert not lacks_what_is_asked(question, _item(text))


def test_a_year_may_stand_in_the_passage_around_a_sentence() -> None:
    text = "It carried 88,400 people, more than in 2020."
    around = f"The year 2021 went well. {text}"
    assert not lacks_what_is_asked("How many rode it in 2021?", _item(text, around))

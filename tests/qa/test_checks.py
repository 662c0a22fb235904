import pytest

from qa.checks import attribute
from qa.types import Evidence


def evidence(text: str, passage: str = "") -> Evidence:
    return Evidence(text, "a", "The harbour of Bergen", "folder/a.txt", 0, len(text), passage or text, 1.0)


SENTENCES = [
    evidence("By the end of 2019 the port had moved 25.412 billion tonnes of fish.", "Director Anna Holm spoke. By the end of 2019 …"),
    evidence("The ferry costs 40 kroner and runs four times a day."),
]


@pytest.mark.parametrize(
    ("answer", "support"),
    [
        ("By the end of 2019 the port had moved 25.412 billion tonnes.", [0]),
        ("The ferry costs 40 kroner. [1]", [1]),
        ("The ferry runs 4 times a day.", [1]),
        ("The port moved 25,412 million tonnes of fish.", [0]),
        ("The port had moved tonnes of fish and the ferry costs 40 kroner.", [0, 1]),
    ],
)
def test_an_answer_in_the_words_of_the_evidence_is_attributed(answer: str, support: list[int]) -> None:
    attributed = attribute(answer, SENTENCES)
    assert attributed is not None
    assert [chosen for _, chosen in attributed] == [support]


@pytest.mark.parametrize(
    "answer",
    [
        "The port had moved 25.412 million tonnes of fish by the end of 2019.",
        "The port had moved 25.412 billion tonnes of fish by the end of 2018.",
        "The ferry costs 40% of the kroner.",
        "The ferry costs 40 kroner in Oslo.",
        "The ferry runs five times a day.",
        "The ferry had moved the port by the end of 2019, and fish runs 40 kroner.",
        "I do not know anything about it, sorry.",
        "",
        "[1]",
    ],
)
def test_a_number_name_or_claim_of_its_own_is_refused(answer: str) -> None:
    assert attribute(answer, SENTENCES) is None


def test_a_name_may_come_from_the_passage_around_the_evidence() -> None:
    assert attribute("The port of Anna Holm had moved 25.412 billion tonnes of fish.", SENTENCES)


def test_each_sentence_of_an_answer_has_its_own_proof() -> None:
    attributed = attribute("The ferry costs 40 kroner. The port had moved fish.", SENTENCES)
    assert attributed == [("The ferry costs 40 kroner.", [1]), ("The port had moved fish.", [0])]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The council never approved the budget of 300 pounds.", "The council approved the budget of 300 pounds."),
        ("The overdue rate was not 5% in 2019.", "The overdue rate was 5%."),
        ("The budget of 300 pounds was approved.", "The budget of 300 pounds was not approved."),
        ("The rate in 2018 was 2% and in 2019 it was 3%.", "The rate in 2018 was 3%."),
        ("The town has thirty schools.", "The town has forty schools."),
        ("It was -5 degrees in the town.", "It was 5 degrees in the town."),
        ("The port had moved 25.4 million tonnes of fish.", "The port had moved 25.4 million pounds of fish."),
        ("In the harbour of the town the rate rose to 5%.", "In the harbour of the town the rate fell to 5%."),
    ],
)
def test_a_draft_that_turns_its_evidence_round_is_refused(source: str, draft: str) -> None:
    assert attribute(source, [evidence(source)])
    assert attribute(draft, [evidence(source)]) is None

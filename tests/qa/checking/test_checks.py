import pytest

from qa.checking.checks import attribute
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


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The town has four hundred boats.", "The town has four thousand boats."),
        ("It cost one million yuan.", "It cost one billion yuan."),
        ("The bank earned $5.2bn.", "The bank earned $5.2mn."),
        ("The town paid GBP 5m.", "The town paid GBP 5k."),
        ("总投资为5亿元。", "总投资为5元。"),
        ("总投资为5亿。", "总投资为5。"),
        ("It weighs 1.234,5 kg.", "It weighs 1.234 kg."),
        ("It grew two to three per cent.", "It grew three to two per cent."),
        ("The road is 5 km long.", "The road is 5 kg long."),
        ("The road cost $5.", "The road cost €5."),
        ("It rose by 5 per cent.", "It rose by 5 percentage points."),
        ("Permit 118 was issued on 03/05/2024.", "Permit 118 was issued on 3 May 2024."),
        ("It was founded before 1874.", "It was founded after 1874."),
        ("Most farms grow rice.", "All farms grow rice."),
        ("Most farms grow rice.", "Farms grow rice."),
        ("The plant may close.", "The plant will close."),
        ("Holm beat Lind in 1998.", "Lind beat Holm in 1998."),
        ("Some 5,000 or more households were helped, about 460 of them twice.", "460 of them were helped twice."),
        ('Dexing\'s "curtain loan" and Wuyuan\'s "tea loan" helped farmers.', 'Wuyuan\'s "curtain loan" helped farmers.'),
        ("Amal Haddad and Deborah Katz ran the shop.", "Amal Katz ran the shop."),
    ],
)
def test_a_changed_number_unit_name_order_or_mode_is_refused(source: str, draft: str) -> None:
    assert attribute(source, [evidence(source)])
    assert attribute(draft, [evidence(source)]) is None


MARCH = "At the end of March, the balance of targeted loans was 183.939 billion yuan, a year-on-year increase of 13.91%."


@pytest.mark.parametrize(
    "draft",
    [
        "At the end of March the balance had grown by 13.91 % on the year.",
        "The balance of targeted loans was RMB 183,939 million at the end of March.",
    ],
)
def test_a_draft_may_turn_the_question_round(draft: str) -> None:
    assert attribute(draft, [evidence(MARCH)], "By how much had the balance grown on the year at the end of March?")


def test_the_question_lends_words_but_no_numbers_and_no_opposites() -> None:
    question = "By how much had the balance fallen in 2020 at the end of March?"
    assert attribute("At the end of March the balance had fallen by 13.91 %.", [evidence(MARCH)], question) is None
    assert attribute("At the end of March 2020 the balance had grown by 13.91 %.", [evidence(MARCH)], question) is None


@pytest.mark.parametrize(
    "draft",
    [
        'Wuyuan\'s "curtain loan", Wannian\'s "tea loan"',
        "At the end of March the balance of",
        "At the end of March the balance of targeted loans was 183.939 billion yuan, a",
        "Was 183.939 billion yuan at the end of March.",
        "the balance of targeted loans was 183.939 billion yuan.",
    ],
)
def test_what_begins_or_ends_in_the_middle_is_refused(draft: str) -> None:
    assert attribute(draft, [evidence(MARCH)]) is None

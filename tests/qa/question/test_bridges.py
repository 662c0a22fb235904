import pytest

from qa.question.bridges import bridge_of


@pytest.mark.parametrize(
    ("question", "asked", "through"),
    [
        (
            "How many pups were counted on the island where Route 1 goes?",
            "In which island Route 1 goes?",
            "How many pups were counted on Orrin?",
        ),
        (
            "Who runs the bank that lent the money for the mill?",
            "Which bank lent the money for the mill?",
            "Who runs Orrin?",
        ),
        (
            "When did the county on the Loess Plateau pass its check?",
            "Which county is on the Loess Plateau?",
            "When did Orrin pass its check?",
        ),
        (
            "How large is the island on which the bishop was born?",
            "In which island the bishop was born?",
            "How large is Orrin?",
        ),
        (
            "Who built the boat which sank in 1911?",
            "Which boat sank in 1911?",
            "Who built Orrin?",
        ),
    ],
)
def test_what_is_described_is_asked_for_and_named(question: str, asked: str, through: str) -> None:
    bridge = bridge_of(question)
    assert bridge
    assert (bridge.asked, bridge.question_about("Orrin")) == (asked, through)


@pytest.mark.parametrize(
    "question",
    [
        "How tall is the tower?",
        "How much did the work at the end of March cost?",
        "The ship that sank in 1911?",
        "Why does the bank say that prices rise?",
        "Who chaired the meeting on Monday?",
        "How large was the increase in March?",
        "that",
        "",
    ],
)
def test_what_describes_nothing_is_no_bridge(question: str) -> None:
    assert bridge_of(question) is None

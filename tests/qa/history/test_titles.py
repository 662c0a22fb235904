import pytest

from qa.history.titles import MAX_TITLE, title_of


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How many sheep were contracted for breeding?", "Sheep contracted for breeding"),
        ("What was the loan overdue rate in Guangxi?", "Loan overdue rate in Guangxi"),
        ("When was the\nOrrin bridge opened?", "Orrin bridge opened"),
        ("Tell me about the mill of Ardle.", "Mill of Ardle"),
        ("Who built the mill?", "Who built the mill"),
        ("Who was the miller of Ardle?", "Miller of Ardle"),
        ("How many sheep have been sold?", "Sheep sold"),
        ("What did the heirs get in the will of 1790?", "Heirs get in the will of 1790"),
        ("How do I open the can of paint?", "Open the can of paint"),
        ("What cannot be returned?", "Cannot be returned"),
        ("Where is the mill that was burned?", "Mill that was burned"),
        ("Why is that?", "Why is that"),
        ("What's it?", "What's it"),
        ("粮仓在哪里？", "粮仓在哪里"),
        ("?", "?"),
    ],
)
def test_a_title_is_what_the_question_is_about(question: str, title: str) -> None:
    assert title_of(question) == title


def test_a_title_is_never_too_long() -> None:
    assert len(title_of("word " * 400)) <= MAX_TITLE

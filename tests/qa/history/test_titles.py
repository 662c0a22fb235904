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

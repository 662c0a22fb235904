import pytest

from qa.types import Evidence
from qa.writing.chat.asking import LONGEST_ANSWER, MOST, fitted, messages_for
from qa.writing.served.generator import estimated_tokens

OPENED = "The bridge was opened in 1874."


def evidence(text: str) -> Evidence:
    return Evidence(text, "a", "The Orrin bridge - The Courier", "a.txt", 0, len(text), text, 0.9)


def words(text: str) -> int:
    return len(text.split())


def test_sentences_are_numbered_under_their_titles_the_best_first() -> None:
    [asked] = messages_for("When?", [evidence(OPENED), evidence("It\nis long.")], words, 2048)
    assert asked["role"] == "user"
    assert (
        f"[1] The Orrin bridge: {OPENED}\n[2] The Orrin bridge: It is long.\n" in asked["content"]
    )
    assert asked["content"].endswith("Question: When?")


def test_no_more_than_eight_are_shown() -> None:
    [asked] = messages_for("When?", [evidence(OPENED)] * 20, words, 100_000)
    assert f"[{MOST}]" in asked["content"]
    assert f"[{MOST + 1}]" not in asked["content"]


@pytest.mark.parametrize("context", [600, 800, 1024, 2048, 100_000])
@pytest.mark.parametrize("text", [OPENED * 2000, "x" * 100_000, "桥" * 20_000, "1" * 50_000])
@pytest.mark.parametrize("question", ["When?", "when " * 400, "桥" * 2000])
def test_long_evidence_and_long_questions_fit_into_every_context(
    context: int, text: str, question: str
) -> None:
    given = [evidence(OPENED), *[evidence(text)] * 7]
    messages = messages_for(question, given, estimated_tokens, context)
    told = "".join(message["content"] for message in messages)
    assert estimated_tokens(told) <= max(0, context - LONGEST_ANSWER)
    assert bool(messages) == (f"[1] The Orrin bridge: {OPENED[:20]}" in told)


def test_a_line_is_cut_where_it_must_be() -> None:
    assert fitted(OPENED, words, 20) == OPENED
    assert fitted(OPENED * 1, words, 3) == ""
    cut = fitted("word " * 100, words, 20)
    assert cut.endswith(" …")
    assert 15 < words(cut) <= 20

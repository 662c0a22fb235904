import pytest

from qa.writing.chat.reading import (
    MOST,
    Said,
    declines,
    goes_round,
    is_too_long,
    sentences_of,
)

OPENED, COST = "The bridge was opened in 1874.", "It cost 40,000 crowns."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"{OPENED[:-1]} [1]. {COST} [2, 3]", [Said(OPENED, (1,)), Said(COST, (2, 3))]),
        (f"{OPENED} [1] {COST}[2][4]", [Said(OPENED, (1,)), Said(COST, (2, 4))]),
        (f"{OPENED}【2】", [Said(OPENED, (2,))]),
        (f"{OPENED} [1]. {COST} [2].", [Said(OPENED, (1,)), Said(COST, (2,))]),
        (f"{OPENED} [1-3]", [Said(OPENED, (1, 2, 3))]),
        (f"{OPENED} [999]", [Said(OPENED, (999,))]),
        (f"<think>It was 1999, I think. [1]</think>\n{OPENED} [1]", [Said(OPENED, (1,))]),
        ("<think>I go on and on", []),
        (f"Here is the answer:\n\n**{OPENED}** [1]", [Said(OPENED, (1,))]),
        (f"```text\n{OPENED} [1]\n```", [Said(OPENED, (1,))]),
        (f"## {OPENED} [1]", [Said(OPENED, (1,))]),
        (
            "- Anna Holm [1]\n* Carl Berg [2]\n3. Ada Lorne",
            [
                Said("Anna Holm", (1,), listed=True),
                Said("Carl Berg", (2,), listed=True),
                Said("Ada Lorne", (), listed=True),
            ],
        ),
        (
            "The [bridge](http://evil.example/x) was opened. [1]",
            [Said("The bridge was opened.", (1,))],
        ),
        (
            "桥于1874年开通。[1]耗资四万克朗。[2]",
            [Said("桥于1874年开通。", (1,)), Said("耗资四万克朗。", (2,))],
        ),
        ("", []),
        ("[1][2] ... !!", []),
    ],
)
def test_sentences_are_read_with_their_marks(written: str, said: list[Said]) -> None:
    assert sentences_of(written) == said


def test_an_answer_without_an_end_is_read_to_a_limit() -> None:
    assert len(sentences_of(f"{OPENED} " * 500)) == MOST


@pytest.mark.parametrize("text", ["word " * 10_000, "x" * 100_000])
def test_one_sentence_of_ten_thousand_words_is_none(text: str) -> None:
    assert all(map(is_too_long, sentences_of(text)))
    assert not is_too_long(Said(OPENED))


@pytest.mark.parametrize(
    ("written", "denies"),
    [
        ("NOT SAID", True),
        ("NOT SAID.", True),
        ("**NOT SAID**", True),
        ("<think>Hm.</think> NOT SAID", True),
        ("The sentences do not say when it was opened.", True),
        ("I'm sorry, the given sentences do not contain this information.", True),
        ("The provided text doesn't mention a bridge.", True),
        (OPENED, False),
        ("The council did not say why it was closed.", False),
        ("The bridge is not open.", False),
        ("", False),
    ],
)
def test_a_model_that_denies_says_so_at_the_start(written: str, *, denies: bool) -> None:
    assert declines(written) is denies


@pytest.mark.parametrize(
    ("written", "round_"),
    [
        ("1. " * 60, True),
        ("".join(f"{n}. Guangxi loan overdue rate: 1.679 billion yuan\n" for n in range(9)), True),
        ("", False),
        (f"{OPENED} [1] {COST} [2]", False),
        ("".join(f"- The {n} bridge opened in {1870 + n}. [{n}]\n" for n in range(9)), False),
    ],
)
def test_a_model_that_goes_round_is_noticed(written: str, *, round_: bool) -> None:
    assert any(goes_round(written[:end]) for end in range(len(written))) is round_

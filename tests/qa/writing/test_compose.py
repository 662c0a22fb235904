import pytest

from qa.question.forms import what_is_asked
from qa.types import Evidence, Found, Statement
from qa.writing.compose import (
    DIFFER,
    INCOMPLETE,
    as_sentence,
    quote,
    says_answer,
    told_in,
    with_addition,
)


def found(text: str, answer: str = "", score: float = 0.9, article: str = "a") -> Found:
    evidence = Evidence(text, article, "", "folder/a.txt", 0, len(text), text, score)
    return Found(evidence, answer, text.rfind(answer))


def whole(item: Found) -> Statement:
    return Statement(item.evidence.text, (item.evidence,))


def quoted(question: str, items: list[Found]) -> list[Statement]:
    return quote(question, items, what_is_asked(question))


def test_a_question_that_may_want_all_of_a_sentence_gets_it_whole() -> None:
    sentence = f"The port handled {'crates of fish, ' * 15}and nets; the lateness rate was 0.32%."
    item = found(sentence, "0.32%")
    assert quoted("What did it handle?", [item]) == [whole(item)]
    assert quoted("What was the lateness rate?", [item]) != [whole(item)]


def test_a_simple_question_gets_one_sentence() -> None:
    bridge, road = found("The bridge is 5 m long."), found("The road is 9 m long.")
    assert quoted("How long is the bridge?", [bridge, road]) == [whole(bridge)]


def test_a_name_that_the_best_sentence_lacks_brings_a_second_one() -> None:
    items = [found("The bridge of Marrow: 1874."), found("Lenn: 1880.", score=0.3)]
    chosen = quoted("Is the bridge of Marrow older than that of Lenn?", items)
    assert chosen == [whole(item) for item in items]


def test_what_marks_a_quote_in_its_article_is_not_said() -> None:
    item = found("- A: The [bridge](https://a.b/c) is 5 m long.", "5 m")
    [said] = quoted("How long is the bridge?", [item])
    assert said == Statement("The bridge is 5 m long.", (item.evidence,))


def test_a_list_takes_every_likely_sentence() -> None:
    items = [found("Tea."), found("Pigs.", score=0.8), found("Rain.", score=0.1)]
    said = quoted("Which products are named?", items)
    assert said == [whole(item) for item in items[:2]]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [("The rate was 0.32%.", True), ("The rate was low.", False), ("The rate was 0.33%.", False)],
)
def test_a_draft_counts_when_it_says_what_the_reader_found(draft: str, expected: bool) -> None:
    assert says_answer(draft, [found("the lateness rate was 0.32%", "0.32%")]) is expected


def test_most_of_the_words_of_a_long_answer_are_enough() -> None:
    items = found(
        "It failed because the old pumps of the lower mill broke in the frost.",
        "the old pumps of the lower mill broke in the frost",
    )
    assert says_answer("It failed because the old pumps of the mill broke in the frost.", [items])
    assert not says_answer("It failed in the frost.", [items])


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many ambulances did it buy for the two counties?", 1),
        ("What was the rate at the end of March?", 1),
        ("Which county is to get a chain for breeding pigs?", 1),
        ("Which products are named?", 2),
        ("Why was it closed?", 2),
        ("Who are the members?", 2),
        ("Is Oslo larger than Bergen?", 2),
        ("Which is larger, Oslo or Bergen?", 2),
    ],
)
def test_the_form_of_the_question_says_how_many_sentences(question: str, count: int) -> None:
    assert len(quoted(question, [found("Tea."), found("Pigs.", score=0.8)])) == count


def test_a_question_for_all_gets_every_likely_sentence_and_says_when_more_may_be_left() -> None:
    items = [found(f"Town {n} has a harbour.", score=0.9 - n / 20) for n in range(12)]
    question = "List all towns that have a harbour."
    eight, two, goes_on = quoted(question, items), items[:2], Statement(INCOMPLETE)
    assert len(eight) == 8
    asks_all, asks_one = what_is_asked(question), what_is_asked("Which town has a harbour?")
    both = quoted(question, two)
    assert with_addition(asks_all, "", eight, items, more=False) == [*eight, goes_on]
    assert with_addition(asks_all, "", both, two, more=False) == both
    assert with_addition(asks_all, "", both, two, more=True) == [*both, goes_on]
    assert with_addition(asks_one, "", eight, items, more=True) == eight


def test_a_difference_comes_first_with_the_marks_of_both_operands() -> None:
    items = [found("Marrow has 252 boats."), found("Lenn has 1,921 boats.")]
    question = "How many more boats has Lenn than Marrow?"
    quotes = quoted(question, items)
    difference, *others = with_addition(
        what_is_asked(question), question, quotes, items, more=False
    )
    proof = tuple(item.evidence for item in items)
    result = Statement("The difference is 1,669 boats (1,921 − 252).", proof, "1,669 boats")
    assert difference == result
    assert others == quotes
    other = "How many more seals came to Lenn in year two than in year one?"
    said = with_addition(what_is_asked(other), other, quotes, items, more=False)
    assert said == quotes


BRIDGE = found("The bridge of Marrow is 240 metres long.", "240 metres")


def test_articles_that_differ_are_both_stated() -> None:
    other = found("The old bridge of Marrow is 236 metres long.", "236 metres", article="b")
    said = quoted("How long is the bridge of Marrow?", [BRIDGE, other])
    assert [one.proof for one in said] == [(BRIDGE.evidence,), (other.evidence,)]
    assert [one.text for one in said] == [DIFFER + BRIDGE.evidence.text, other.evidence.text]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("since 2014", "Since 2014."),
        ("3583", "3583."),
        ("Heart-to-Heart Bridge”", "Heart-to-Heart Bridge."),
        ("“Shen Yin Tong” and “Shen Nong Hui”", "“Shen Yin Tong” and “Shen Nong Hui”."),
        ("(RMB", "RMB."),
        ("a boy,", "A boy."),
        ("iPhone", "iPhone."),
        ("the U.S.", "The U.S."),
    ],
)
def test_a_short_answer_is_written_as_a_sentence(answer: str, sentence: str) -> None:
    assert as_sentence(answer) == sentence


def test_the_short_answer_is_told_as_the_text_has_it() -> None:
    assert told_in("Since 2014. [1]", "since 2014") == "Since 2014"
    assert told_in("It opened in 1874. [1]", "since 2014") == ""

import pytest

from qa.question.forms import what_is_asked
from qa.types import Evidence, Found, Statement
from qa.writing.compose import (
    DIFFER,
    INCOMPLETE,
    addition,
    as_sentence,
    contradicting,
    quote,
    says_answer,
    told_in,
)
from qa.writing.cutting import part


def found(text: str, answer: str = "", score: float = 0.9, article: str = "a") -> Found:
    evidence = Evidence(text, article, "", "folder/a.txt", 0, len(text), text, score)
    return Found(evidence, answer, text.rfind(answer))


def whole(item: Found) -> Statement:
    return Statement(item.evidence.text, (item.evidence,))


def quoted(question: str, items: list[Found]) -> list[Statement]:
    return quote(question, items, what_is_asked(question))


LONG = (
    "The port, which was built by the town in the years after the great fire and has been widened "
    "four times since then, handled "
    "18.8 million crates of fish, with a loss of 2 percent; the ferry terminal sold 16.42 million "
    "tickets; the lateness rate was 0.32%, "
    "and the harbour master, who had served for thirty years, called it the best year that he had "
    "ever seen."
)


def test_a_long_sentence_is_cut_to_the_clauses_around_its_answer() -> None:
    cut = part(found(LONG, "0.32%"))
    assert "the lateness rate was 0.32%" in cut
    assert len(cut.split()) <= 42
    assert cut.startswith("… ")
    assert cut.strip("… ") in LONG


def test_a_question_that_may_want_all_of_a_sentence_gets_it_whole() -> None:
    item = found(LONG, "0.32%")
    assert quoted("What did it handle?", [item]) == [whole(item)]
    assert quoted("What was the lateness rate?", [item]) != [whole(item)]


def test_numbers_are_never_cut_at_their_comma() -> None:
    sentence = (
        "word " * 30
        + "and so on, they counted 1,200,345 crates of 3,000 kinds in the year before the last, "
        + "word " * 30
    )
    assert "1,200,345 crates of 3,000 kinds" in part(found(sentence, "1,200,345"))
    assert "1,200,345 crates of 3,000 kinds" in part(found(sentence, "3,000"))


@pytest.mark.parametrize(
    ("sentence", "answer"), [("It is 5 m long.", "5 m"), (LONG, ""), (LONG, "not in it")]
)
def test_a_short_sentence_or_an_unknown_answer_leaves_the_sentence_whole(
    sentence: str, answer: str
) -> None:
    assert part(found(sentence, answer)) == sentence


def test_a_simple_question_gets_one_sentence() -> None:
    bridge, road = found("The bridge is 5 m long."), found("The road is 9 m long.")
    assert quoted("How long is the bridge?", [bridge, road]) == [whole(bridge)]


def test_a_name_that_the_best_sentence_lacks_brings_a_second_one() -> None:
    items = [found("The bridge of Marrow: 1874."), found("Lenn: 1880.", score=0.3)]
    chosen = quoted("Is the bridge of Marrow older than that of Lenn?", items)
    assert chosen == [whole(item) for item in items]


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


def test_a_cut_keeps_the_clause_that_the_question_names() -> None:
    sides = ["the northern yards built 20 boats a year", "the southern yards built 30 boats a year"]
    before, behind = "and so it went on for a while, " * 4, "as all could see, " * 8
    sentence = (
        f"In the long years of the old harbour, {before}{sides[0]}, {sides[1]}, {behind}of course."
    )
    assert sides[1] in part(found(sentence, "20"), "How many boats did the southern yards build?")
    assert sides[0] in part(found(sentence, "30"), "How many boats did the northern yards build?")


def test_a_cut_follows_the_place_that_the_reader_found() -> None:
    built = f"By the end of 2015 the town had built, {'with much work, ' * 15}a quay"
    sentence = f"{built}, and it kept 5 ferries, {'old and new, ' * 8}at sea."
    assert "kept 5 ferries" in part(found(sentence, "5"))


@pytest.mark.parametrize(
    "opening", ["If the council does not agree", "The minister denied", "He claimed"]
)
def test_a_sentence_stays_whole_when_what_would_go_governs_the_rest(opening: str) -> None:
    before, behind = "as was said before, " * 10, "as they say, " * 5
    claim = "that the bridge cost 40 million pounds"
    sentence = f"{opening}, {before}{claim}, {behind}it is done."
    assert part(found(sentence, "40 million")) == sentence


def test_a_question_for_all_gets_every_likely_sentence_and_says_when_more_may_be_left() -> None:
    items = [found(f"Town {n} has a harbour.", score=0.9 - n / 20) for n in range(12)]
    question = "List all towns that have a harbour."
    eight, two, goes_on = quoted(question, items), items[:2], [Statement(INCOMPLETE)]
    assert len(eight) == 8
    asks_all, asks_one = what_is_asked(question), what_is_asked("Which town has a harbour?")
    assert addition(asks_all, eight, items, more=False) == goes_on
    assert addition(asks_all, quoted(question, two), two, more=False) == []
    assert addition(asks_all, quoted(question, two), two, more=True) == goes_on
    assert addition(asks_one, eight, items, more=True) == []


def test_a_difference_is_added_with_the_marks_of_both_operands() -> None:
    items = [found("Marrow has 252 boats."), found("Lenn has 1,921 boats.")]
    question = "How many more boats has Lenn than Marrow?"
    told = addition(what_is_asked(question), quoted(question, items), items, more=False)
    assert told == [
        Statement("Difference: 1,669 boats (1,921 − 252).", tuple(item.evidence for item in items))
    ]


BRIDGE = found("The bridge of Marrow is 240 metres long.", "240 metres")


def test_articles_that_differ_are_both_stated() -> None:
    other = found("The old bridge of Marrow is 236 metres long.", "236 metres", article="b")
    assert contradicting("How long is the bridge of Marrow?", [BRIDGE, other]) == other
    said = quoted("How long is the bridge of Marrow?", [BRIDGE, other])
    assert [one.proof for one in said] == [(BRIDGE.evidence,), (other.evidence,)]
    assert [one.text for one in said] == [DIFFER + BRIDGE.evidence.text, other.evidence.text]


@pytest.mark.parametrize(
    "other",
    [
        found("The old bridge of Marrow is 236 metres long.", "236 metres"),  # the same article
        found(
            "The bridge of Lenn is 236 metres long.", "236 metres", article="b"
        ),  # of something else
        found("The bridge of Marrow is 240 metres long.", "240 metres", article="b"),  # agrees
        found(
            "The bridge of Marrow is 236 metres long.", "236 metres", score=0.2, article="b"
        ),  # unlikely
        found("Per saw 236 ships there.", "236 ships", article="b"),  # says something else
    ],
)
def test_what_is_no_contradiction_is_not_stated(other: Found) -> None:
    assert contradicting("How long is the bridge of Marrow?", [BRIDGE, other]) is None


def test_a_sentence_whose_end_takes_its_claim_back_stays_whole() -> None:
    claim = (
        "The harbour moved 25 million tonnes of fish in 2019, "
        + "and it was a long year for all of its crews, " * 4
    )
    text = claim + "which auditors never confirmed."
    assert part(found(text, "25 million tonnes")) == text


def test_a_cut_never_begins_without_its_subject() -> None:
    sentence = (
        "With a loan that the county council had given it in the spring of 2020, when the first "
        "patients came, and with the gifts of many "
        "people in the valley, the hospital ordered 1,200,000 masks, bought 18 ambulances, and "
        "hired forty nurses from the towns around."
    )
    cut = part(found(sentence, "18 ambulances"), "How many ambulances did the hospital buy?")
    assert "hospital ordered 1,200,000 masks, bought 18 ambulances" in cut
    assert not cut.startswith("… bought")


def test_a_clause_without_a_subject_follows_the_one_that_it_shares() -> None:
    sentence = (
        "The hospital, which had closed its old wing in spring after a storm that took the roof "
        "off and broke every window, "
        "hired three doctors from the coast, and bought 18 ambulances for the villages in the "
        "hills that have no road in winter."
    )
    cut = part(found(sentence, "18 ambulances"), "How many ambulances did it buy?", longest=25)
    assert cut.startswith("The hospital … ")
    assert cut.endswith(
        "and bought 18 ambulances for the villages in the hills that have no road in winter."
    )


def test_what_is_listed_after_a_verb_follows_subject_and_verb() -> None:
    sentence = (
        "Such work includes repairing the harbour wall and its three lamps after every storm of "
        "the winter, "
        "and keeping the 12 boats of the northern villages in good order for the season."
    )
    cut = part(found(sentence, "12"), "How many boats?", longest=20)
    clause = "keeping the 12 boats of the northern villages in good order for the season."
    assert cut == f"Such work includes … and {clause}"


def test_a_subject_is_not_shared_with_a_clause_that_has_its_own() -> None:
    sentence = (
        "The council repaired the harbour wall and its three lamps after every storm of the "
        "winter, "
        "the northern villages bought 12 boats, and sold their old nets to the museum for the "
        "season."
    )
    assert part(found(sentence, "the museum"), "To whom?", longest=20).startswith(
        "… the northern villages"
    )


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

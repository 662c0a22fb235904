from dataclasses import replace

from qa.types import Evidence, Found, Statement
from qa.ways.inquiry import Reply
from qa.ways.several import together

MILL = Evidence("It was built by Orrin.", "a", "Mill", "m.md", 0, 22, "It was built by Orrin.", 0.9)
PIER = Evidence("It is long.", "b", "Pier", "p.md", 0, 11, "It is long.", 0.8)
BUILT = Reply([Statement("Orrin built it.", (MILL,))], 0.9, short="Orrin")
LONG = Reply([Statement("It is long.", (PIER,)), Statement("The sum is 5.", (MILL,))], 0.7)
NOTHING = Reply([], 0.1)


def test_each_question_is_answered_on_a_line_of_its_own() -> None:
    reply = together(["Who?", "How long?"], [BUILT, LONG])
    assert [said.text for said in reply.statements] == [
        "Orrin built it.",
        "It is long. The sum is 5.",
    ]
    assert reply.statements[1].proof == (PIER, MILL)
    assert (reply.listed, reply.confidence, reply.short) == (True, 0.7, "")


def test_what_is_not_answered_is_told_with_its_question() -> None:
    reply = together(["Why?", "Who?"], [NOTHING, BUILT])
    assert [said.text for said in reply.statements] == [
        "“Why?” The articles do not say.",
        "Orrin built it.",
    ]
    assert reply.confidence == 0.9


def test_questions_that_were_left_out_are_told() -> None:
    reply = together(["Who?"] * 30, [BUILT] * 4)
    assert "26 more" in reply.statements[-1].text


def test_one_question_or_nothing_answered_stays_as_it_is() -> None:
    assert together(["Who?"], [BUILT]) is BUILT
    assert together(["Why?", "How?"], [NOTHING, NOTHING]) is NOTHING


def test_what_was_read_for_any_of_them_is_kept_and_nothing_is_compared() -> None:
    read = Found(MILL, "Orrin", 16), Found(PIER, "long", 6)
    parts = [replace(BUILT, found=[read[0]], sides=["Mill"]), replace(LONG, found=[read[1]])]
    reply = together(["Who?", "How long?"], parts)
    assert (reply.found, reply.sides) == ([*read], ())

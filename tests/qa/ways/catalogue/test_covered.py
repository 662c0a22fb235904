"""What a collection covers, what articles note of themselves, and the parts of an article."""

from collections.abc import Callable, Mapping

import pytest

from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.ways.catalogue.overviews import told_by_overviews
from qa.ways.catalogue.summaries import asked_number
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reply

TALK = """A talk with the miller

Herald: How did you become a miller?

Gwen Tarrant: I was a nurse in the town of Corbridge until 2006.

Herald: What do you grind?

Gwen Tarrant: Wheat and rye, and Oster County buys all of it.
"""
RULES = """# Tramway rules

## Lost property

What is found is kept for 28 days at the office. A fee of 3 pounds is charged for each thing.
It goes to the charity shop in Bell Street after that. Nobody may keep what he finds in a tram.

## Dogs

Dogs need a lead. No dog may sit on a seat.
"""
Seen = Callable[[Mapping[str, str]], View]


@pytest.fixture
def view(seen: Seen) -> View:
    return seen({"talk.txt": TALK, "rules.md": RULES})


def asked(view: View, question: str, kind: Kind) -> Reply | None:
    return told_by_overviews(view, Inquiry(question, question, what_is_asked(question, kind)))


def lines(reply: Reply | None) -> list[str]:
    assert reply
    return [said.text for said in reply.statements]


def test_interviews_are_known_by_who_answers_in_them(view: View) -> None:
    head, *told = lines(asked(view, "Are there interviews among the texts?", Kind.COLLECTION))
    assert head == "1 of the 2 articles is an interview:"
    assert len(told) == 1
    assert told[0].endswith("with Gwen Tarrant")


def test_names_of_a_kind_are_those_that_tell_it(view: View) -> None:
    reply = asked(view, "Which counties and towns are covered by the articles?", Kind.COLLECTION)
    head, *names = lines(reply)
    assert "counties / towns" in head
    assert set(names) == {"- town of Corbridge", "- Oster County"}
    assert reply
    assert all(said.proof for said in reply.statements[1:])


def test_what_no_word_of_a_name_tells_is_not_listed(view: View) -> None:
    reply = asked(view, "Which countries or counties do the articles cover?", Kind.COLLECTION)
    assert not reply or "- Oster County" not in lines(reply)


def test_what_words_do_not_tell_is_not_counted(view: View) -> None:
    reply = asked(view, "How many articles start with a place and a date?", Kind.COUNT)
    assert reply
    assert not reply.statements[0].proof
    assert reply.statements[0].text.startswith("That is not told by the words of the articles")


def test_topics_are_told_each_with_its_sentence(view: View) -> None:
    reply = asked(view, "What are the main topics?", Kind.COLLECTION)
    assert lines(reply)[0].startswith("They are mostly about ")
    assert reply
    assert all(said.proof for said in reply.statements[1:])


def test_a_part_is_summed_up_by_its_section_in_order(view: View) -> None:
    head, *told = lines(asked(view, "Summarise the part on lost property.", Kind.SUMMARY))
    assert head == "Tramway rules: Lost property"
    assert told[0] == "- What is found is kept for 28 days at the office."
    assert not any("Dogs" in one for one in told)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Sum it up in a sentence or two.", 2),
        ("the bakery story in three sentences please", 3),
        ("Give me the choir text in one sentence.", 1),
        ("Three points from the viaduct article please.", 3),
        ("Short version, max 5 sentences", 5),
        ("Summarise the article.", 0),
    ],
)
def test_a_summary_is_as_long_as_it_is_asked_to_be(question: str, number: int) -> None:
    assert asked_number(question) == number

from collections.abc import Callable

import pytest

from index.ranking.search import Index
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.ways.comparisons import Comparisons
from qa.ways.inquiry import Inquiry, Reply
from qa.wiring import Wellspring

Way = Callable[[str, str], Reply | None]


@pytest.fixture
def compared(index: Index, well: Wellspring) -> Way:
    """Return a function that answers a question which is taken apart in a given way."""

    def answer(question: str, written: str) -> Reply | None:
        evidence = ReaderEvidence(index, well.readers, well.confidence)
        way = Comparisons(index, evidence, lambda _: written, 0.3)
        asked = what_is_asked(question, Kind.COMPARISON)
        return way.reply(Inquiry(question, question, asked))

    return answer


BALANCES = "Which is higher, the loan balance of Guangxi or the loan balance of Shangrao?"


def test_each_side_is_cited_and_the_greater_one_named(compared: Way) -> None:
    reply = compared(
        BALANCES,
        "the loan balance of Guangxi; the loan balance of Shangrao; which is highest of #1 , #2",
    )
    assert reply
    assert reply.statements[0].text.startswith("Guangxi: 183.939 billion")
    assert {item.source[:3] for one in reply.statements for item in one.proof} == {"000", "001"}


def test_a_question_that_is_not_taken_apart_is_left_to_others(compared: Way) -> None:
    assert compared(BALANCES, "") is None


def test_a_side_that_the_articles_do_not_tell_leaves_nothing_to_compare(compared: Way) -> None:
    question = "Which is higher, the loan balance of Guangxi or the height of Mount Fuji?"
    written = "the loan balance of Guangxi; the height of Mount Fuji; which is highest of #1 , #2"
    assert compared(question, written) is None

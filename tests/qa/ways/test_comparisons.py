from collections.abc import Callable

import pytest

from index.ranking.search import Index
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.ways.comparisons import Comparisons
from qa.ways.inquiry import Inquiry, Reply
from qa.wiring import Wellspring
from tests.qa.ways.conftest import returned

Way = Callable[[str], Reply | None]


@pytest.fixture
def compared(index: Index, well: Wellspring) -> Way:
    """Return a function that answers a question with two sides."""
    way = Comparisons(index, ReaderEvidence(index, well.readers, well.confidence), 0.3)

    def answer(question: str) -> Reply | None:
        asked = what_is_asked(question, Kind.COMPARISON)
        return returned(way.reply(Inquiry(question, question, asked)))

    return answer


def test_each_side_is_cited_and_the_greater_one_named(compared: Way) -> None:
    reply = compared("Which project has lent more, Shen Yin Tong or Shen Nong Hui?")
    assert reply
    text = " ".join(said.text for said in reply.statements)
    assert text == "Shen Yin Tong: CNY 103.1 million, against CNY 80.8 million."
    assert len(reply.statements[0].proof) == 2
    assert list(reply.sides) == ["Shen Yin Tong", "Shen Nong Hui"]
    assert ["80.8" in fact.answer for fact in reply.found] == [False, True]


def test_what_has_no_two_sides_is_left_to_others(compared: Way) -> None:
    assert compared("How tall is Mount Fuji?") is None


def test_of_two_sides_it_is_told_which_is_not_known(compared: Way) -> None:
    reply = compared("Which has lent more, Shen Yin Tong or the Mount Fuji project?")
    assert reply
    assert not reply.statements
    assert (reply.reason, list(reply.missing)) == ("one-side", ["the Mount Fuji project"])
    assert ["103.1 million" in item.text for item in reply.nearest] == [True]

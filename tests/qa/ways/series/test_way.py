from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.ranking.search import Index
from qa.question.forms import what_is_asked
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reply
from qa.wiring import Wellspring
from tests.qa.ways.conftest import returned

REPORTS = {
    "January": "4,120 visitors. There were 3 accidents. The plant was launched 27 times.",
    "February": "3,980 visitors. There was one accident. The plant was started up 31 times.",
    "March": "4,410 visitors. There were no accidents. The plant was launched 18 times.",
}
Ask = Callable[..., Reply | None]


@pytest.fixture
def ask(tmp_path: Path, well: Wellspring) -> Iterator[Ask]:
    """Return what asks an index over three monthly reports and another article."""
    folder, data = tmp_path / "articles", tmp_path / "data"
    folder.mkdir()
    for number, (month, told) in enumerate(REPORTS.items(), 1):
        head = f"# Monthly report of the ice rink\n\nPeriod: {month} 2023\n\n"
        (folder / f"2023-0{number}.md").write_text(f"{head}The rink counted {told}\n", "utf-8")
    (folder / "rules.md").write_text("# Rules of the ice rink\n\nA ticket costs 6 pounds.\n")
    well.build_index(folder, data_dir=data)
    with closing(Index(data, well.embedder)) as index:
        series, view = well.ways_over(index, 0.4).series, View(index, well.embedder)

        def reply(question: str, standalone: str = "") -> Reply | None:
            asked = what_is_asked(question)
            return returned(series.reply(view, Inquiry(question, standalone or question, asked)))

        yield reply


def text_of(reply: Reply | None) -> str:
    assert reply
    return " ".join(said.text for said in reply.statements)


def test_all_articles_of_a_series_answer_what_one_alone_cannot(ask: Ask) -> None:
    told = text_of(ask("In which month did the ice rink have the most visitors?"))
    assert told.startswith("March 2023: The rink counted 4,410 visitors. It is the highest")


def test_articles_that_say_it_in_other_words_are_read(ask: Ask) -> None:
    told = text_of(ask("In which month was the plant launched most often?"))
    assert told.startswith("February 2023: The plant was started up 31 times.")


def test_the_article_of_a_period_is_asked_alone(ask: Ask) -> None:
    assert text_of(ask("How many accidents were there in March 2023?")) == (
        "March 2023: There were no accidents."
    )
    followed = ask("And in February?", "And in February? accidents ice rink March 2023")
    assert "one accident" in text_of(followed)


def test_an_amount_of_no_period_is_told_for_each(ask: Ask) -> None:
    told = text_of(ask("How many visitors did the ice rink have?"))
    assert all(month in told for month in REPORTS)


@pytest.mark.parametrize(
    "question", ["What does a ticket cost?", "Was the rink cold?", "How many tigers were born?"]
)
def test_what_is_no_question_over_the_series_is_left_to_others(ask: Ask, question: str) -> None:
    assert ask(question) is None


def test_what_an_article_of_a_period_lacks_is_not_told_by_another(ask: Ask) -> None:
    reply = ask("How much was spent on lamps in March 2023?")
    assert reply is None or not reply.statements

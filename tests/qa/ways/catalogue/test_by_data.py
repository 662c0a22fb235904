"""Articles are chosen and told by their dates, authors, lengths, kinds and files."""

from collections.abc import Callable, Mapping

import pytest

from qa.question.forms import what_is_asked
from qa.question.kinds import Kind, kind_by_form
from qa.ways.catalogue.named import limited_to_file
from qa.ways.catalogue.overviews import told_by_overviews
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reply

Seen = Callable[[Mapping[str, str]], View]
OFFICE = {
    "2021-03-08_travel.md": "---\ntitle: Travel policy\nauthor: Bettina Krahl\ndate: 2021-03-08\n"
    "---\n\nStaff book the cheapest fare by rail.\n",
    "remote.txt": "Working from home\nLast updated: 3 May 2022\n\nStaff may work from home on two "
    "days a week. Nobody may take paper files home.\n",
    "memo_12.06.2023.txt": "Memo of 12 June 2023\nFrom: Ingrid Solano\n\nThe garage is closed.\n",
    "first.md": "# First days at work\n\nA badge is handed out at the porter on the first day. The "
    "mentor shows the rooms and the printers, and explains the hours of the porter.\n",
}
HARBOUR = {
    **{
        f"log-2022-0{month}.md": f"# Harbour log, 0{month}/2022\n\nBoats: {month}. {more}\n"
        for month, more in ((1, ""), (2, "The crane broke."), (3, "The crane was mended."))
    },
    "dues.md": "# Harbour dues\n\nA boat pays 12 pounds. The crane costs extra.\n",
}


def said(view: View, question: str, kind: Kind) -> Reply | None:
    return told_by_overviews(view, Inquiry(question, question, what_is_asked(question, kind)))


@pytest.mark.parametrize(
    ("question", "kind", "told", "proof"),
    [
        (
            "When was the travel policy written?",
            Kind.ARTICLE_DATA,
            "The file of the article gives the date 2021-03-08.",
            "Staff book the cheapest fare by rail.",
        ),
        (
            "When was the article on working from home last updated?",
            Kind.ARTICLE_DATA,
            "The article is dated 3 May 2022.",
            "Last updated: 3 May 2022",
        ),
        (
            "What is the newest file?",
            Kind.ARTICLE_DATA,
            "The newest of the 4 articles is “Memo of 12 June 2023” (articles/memo_12.06.2023.txt):"
            " it is from 12 June 2023.",
            "Memo of 12 June 2023",
        ),
        (
            "Which is the oldest article?",
            Kind.ARTICLE_DATA,
            "The oldest of the 4 articles is “Travel policy” (articles/2021-03-08_travel.md): it is"
            " from 2021-03-08.",
            "Staff book the cheapest fare by rail.",
        ),
        (
            "Which document is the longest?",
            Kind.ARTICLE_DATA,
            "The longest of the 4 articles is “First days at work” (articles/first.md): it has 31"
            " words.",
            "",
        ),
        (
            "How many words has the memo?",
            Kind.ARTICLE_DATA,
            "The article has 12 words.",
            "The garage is closed.",
        ),
        (
            "Who wrote the newest article?",
            Kind.ARTICLE_DATA,
            "Ingrid Solano wrote the article.",
            "From: Ingrid Solano",
        ),
    ],
)
def test_an_article_is_told_with_what_shows_it(
    seen: Seen, question: str, kind: Kind, told: str, proof: str
) -> None:
    reply = said(seen(OFFICE), question, kind)
    assert reply
    assert reply.statements[0].text == told
    assert proof in reply.statements[0].proof[0].text


def test_that_some_articles_have_no_date_is_told(seen: Seen) -> None:
    reply = said(seen(OFFICE), "Which is the latest file?", Kind.ARTICLE_DATA)
    assert reply
    assert reply.statements[-1].text == "1 of them has no date."


@pytest.mark.parametrize(
    ("question", "kind", "listed"),
    [
        ("List the files of 2022.", Kind.COLLECTION, ["remote.txt"]),
        ("How many articles were published in June 2023?", Kind.COUNT, ["memo_12.06.2023.txt"]),
        ("Which articles did Bettina Krahl write?", Kind.COLLECTION, ["2021-03-08_travel.md"]),
        ("How many articles by Ingrid Solano?", Kind.COUNT, ["memo_12.06.2023.txt"]),
    ],
)
def test_articles_are_listed_by_date_and_by_author(
    seen: Seen, question: str, kind: Kind, listed: list[str]
) -> None:
    reply = said(seen(OFFICE), question, kind)
    assert reply
    head, *lines = reply.statements
    assert head.text.startswith(f"{len(listed)} of the 4 articles is ")
    assert [item.source for line in lines for item in line.proof] == [
        f"articles/{name}" for name in listed
    ]


def test_that_no_article_is_of_a_date_is_no_answer(seen: Seen) -> None:
    reply = said(seen(OFFICE), "Which articles are from 2019?", Kind.COLLECTION)
    assert reply
    assert reply.statements[0].text == "None of the 4 articles is dated 2019."
    assert not any(statement.proof for statement in reply.statements)


def test_articles_that_are_called_so_are_counted(seen: Seen) -> None:
    view = seen(HARBOUR)
    reply = said(view, "How many harbour logs are there?", Kind.COUNT)
    assert reply
    assert reply.statements[0].text == "3 articles are called so:"
    reply = said(view, "How many harbour logs mention the crane?", Kind.COUNT)
    assert reply
    assert reply.statements[0].text == "2 of the 3 articles mention “crane”:"


def test_what_no_article_is_called_is_not_taken_for_a_kind(seen: Seen) -> None:
    reply = said(seen(HARBOUR), "How many annual reports mention the crane?", Kind.COUNT)
    assert reply
    assert "of the 4 articles" in reply.statements[0].text


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("In which harbour log is the crane first mentioned?", "articles/log-2022-02.md"),
        ("In which log was the crane last mentioned?", "articles/log-2022-03.md"),
        ("What is the first document that mentions the crane?", "articles/log-2022-02.md"),
    ],
)
def test_the_first_article_that_mentions_something_is_found(
    seen: Seen, question: str, source: str
) -> None:
    reply = said(seen(HARBOUR), question, Kind.ARTICLE_DATA)
    assert reply
    assert source in reply.statements[0].text
    proof = reply.statements[0].proof
    assert {item.source for item in proof} == {source}
    assert "crane" in proof[0].text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which file talks about celadon glaze?", Kind.COLLECTION),
        ("Tell me which of the documents deal with insurance", Kind.COLLECTION),
        ("Which articles did Bettina Krahl write?", Kind.COLLECTION),
        ("How many minutes are there?", Kind.COUNT),
        ("How many minutes are there in a half?", None),
        ("Which file do I have to hand in?", None),
        ("Which report did the council commission?", None),
    ],
)
def test_the_form_of_a_question_may_tell_that_it_is_about_articles(
    question: str, kind: Kind | None
) -> None:
    assert kind_by_form(question) is kind


def test_a_question_that_names_a_file_is_limited_to_it(seen: Seen) -> None:
    index = seen(OFFICE).index
    [remote] = [one.id for one in index.articles() if one.source.endswith("remote.txt")]
    question, scope = limited_to_file(index, "What is the file Remote.txt about?")
    assert question == "What is the article about?"
    assert scope
    assert scope.article_ids == {remote}


@pytest.mark.parametrize(
    "question",
    ["What is gone.txt about?", "Is remote.txt newer than first.md?", "What is a remote desk?"],
)
def test_a_question_that_names_no_file_or_several_is_left_as_it_is(
    seen: Seen, question: str
) -> None:
    assert limited_to_file(seen(OFFICE).index, question) == (question, None)

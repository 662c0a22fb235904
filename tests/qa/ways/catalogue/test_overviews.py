from dataclasses import replace

import pytest

from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.ways.catalogue.overviews import told_by_overviews
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Inquiry, Reply


def asked(view: View, question: str, kind: Kind) -> Reply | None:
    return told_by_overviews(view, Inquiry(question, question, what_is_asked(question, kind)))


def text_of(reply: Reply | None) -> str:
    assert reply
    return "\n".join(said.text for said in reply.statements)


def test_a_collection_is_told_by_its_articles_and_topics(view: View) -> None:
    reply = asked(view, "What is this all about?", Kind.COLLECTION)
    text = text_of(reply)
    assert text.startswith("There are 5 articles:")
    assert "poverty alleviation" in text
    assert reply
    assert sum(bool(said.proof) for said in reply.statements) == 5


@pytest.mark.parametrize("kind", [Kind.COLLECTION, Kind.COUNT])
def test_articles_that_mention_something_are_counted_and_named(view: View, kind: Kind) -> None:
    reply = asked(view, "How many articles mention pigs?", kind)
    assert text_of(reply).startswith("2 of the 5 articles mention “pigs”:")
    assert reply
    assert all("pig" in said.proof[0].text.lower() for said in reply.statements[1:])


def test_that_no_article_mentions_something_is_said_without_proof(view: View) -> None:
    reply = asked(view, "How many articles mention dragons?", Kind.COUNT)
    assert text_of(reply) == "None of the 5 articles mentions “dragons”."


def test_words_that_are_typed_badly_are_read_as_the_articles_spell_them(view: View) -> None:
    reply = asked(view, "how many artikles talk about insurrance", Kind.COUNT)
    assert text_of(reply).startswith("3 of the 5 articles mention “insurance”:")


def test_a_count_of_other_things_is_left_to_the_articles(view: View) -> None:
    assert asked(view, "How many villages have a bank branch?", Kind.COUNT) is None


def test_those_that_a_follow_up_counts_are_articles_only_where_these_were_asked_for(
    view: View,
) -> None:
    question = "How many of them got loans?"
    asked = what_is_asked(question, Kind.COUNT)
    farmers = Inquiry(question, f"{question} farmers", asked)
    assert told_by_overviews(view, farmers) is None
    assert told_by_overviews(view, replace(farmers, standalone=f"{question} articles"))


def test_an_article_that_is_named_is_summed_up_by_its_key_sentences(view: View) -> None:
    reply = asked(view, "Summarise the Guangxi article for me.", Kind.SUMMARY)
    assert reply
    head, *said = reply.statements
    assert head.text.endswith(":")
    assert {item.source for one in said for item in one.proof} == {"seeds/000_7e7d25b61ab8a1d5.txt"}


def test_what_an_article_says_of_one_thing_is_summed_up_by_what_is_near_it(view: View) -> None:
    text = text_of(asked(view, "Sum up what SZSE did in Maigaiti.", Kind.SUMMARY))
    assert text.count("Maigaiti") >= 3


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who wrote the report from Nanning?", "Huang Yanmei wrote"),
        ("Which agency put out the report on Guangxi?", "is from China News Service"),
    ],
)
def test_an_article_tells_of_itself(view: View, question: str, answer: str) -> None:
    assert answer in text_of(asked(view, question, Kind.ARTICLE_DATA))


def test_what_each_article_tells_is_listed_where_none_is_named(view: View) -> None:
    text = text_of(asked(view, "Give me the names of all reporters.", Kind.ARTICLE_DATA))
    assert "seeds/000_7e7d25b61ab8a1d5.txt): Huang Yanmei wrote the article." in text
    assert "Luo Zhizhi" in text


def test_a_question_that_speaks_of_no_article_is_left_to_the_readers(view: View) -> None:
    assert asked(view, "And what is their volume?", Kind.ARTICLE_DATA) is None


def test_what_an_article_does_not_tell_is_left_to_the_readers(view: View) -> None:
    assert asked(view, "Who wrote the article on SZSE?", Kind.ARTICLE_DATA) is None

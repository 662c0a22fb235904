import pytest

from index.ranking.search import Index
from qa.ways.catalogue.articles import evidence_at, named_article, sentence_with, stems, subject
from qa.ways.catalogue.view import View


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("How many articles mention the People's Bank of China?", "People's Bank of China"),
        ("pigs - how many articles?", "pigs"),
        ("Summarise the Hunan article, please", "Hunan"),
        ("tl;dr of the text from Nanning pls", "Nanning"),
        ("sumarize the interveiw on hunan", "hunan"),  # typed badly
        ("What is this all about?", ""),
        ("Which articles are there about old railways?", "old railways"),
        ("How many texts are there altogether in this folder?", ""),
        ("Count the articles in which badgers occur.", "badgers"),
        ("in how many articles is animal breeding brought up?", "animal breeding"),
        ("How many articles use the picture of living water?", "living water"),
        ("Which texts can I ask about?", ""),
        ("", ""),
    ],
)
def test_what_a_question_is_about_is_left_of_it(question: str, left: str) -> None:
    assert subject(question) == left


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Nanning", "seeds/000_7e7d25b61ab8a1d5.txt"),
        ("video conference", "seeds/002_1627ca536f1e0fd9.txt"),
        ("Shangrao banking regulator", "seeds/001_e9d7b38878462443.txt"),
    ],
)
def test_an_article_is_known_by_the_words_that_name_it(view: View, words: str, source: str) -> None:
    named = named_article(view, words)
    assert named
    overview, beside = named
    assert overview.source == source
    assert beside < stems(words)


def test_no_words_name_no_article_of_several(view: View) -> None:
    assert named_article(view, "") is None


def test_the_sentence_of_a_passage_that_holds_the_words_is_its_evidence(index: Index) -> None:
    article = index.articles()[4]
    found = sentence_with(article, 0, len(article.text), "ambulances masks")
    assert "18 ambulances" in found.text
    assert article.text[found.start : found.end] == found.text
    assert evidence_at(article, found.start, found.end).text == found.text

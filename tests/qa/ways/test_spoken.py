import pytest

from index.language.english.sayings import HELP
from index.language.told import CHINESE, ENGLISH_ONLY
from index.ranking.search import Index
from qa.ways.spoken import is_strange, other_language, small_talk


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("hi", "Hello"),
        ("Good evening!", "Hello"),
        ("thank you so much", "welcome"),
        ("See you tomorrow then", "Goodbye"),
        ("who are you?", "Wellspring"),
        ("Do you speak German?", "English only"),
        ("what can you do", "Ask a question"),
        ("asdf", "Ask a question"),
        ("That is not correct.", "I can be wrong"),
    ],
)
def test_small_talk_is_met_with_a_friendly_word(said: str, answer: str) -> None:
    [statement] = small_talk(said).statements
    assert answer in statement.text
    assert not statement.proof


def test_what_fits_nothing_is_told_what_can_be_asked() -> None:
    assert small_talk("qwertz").statements[0].text == HELP


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("不良贷款率是多少？", CHINESE),
        ("貸款はいくらですか", ENGLISH_ONLY),
        ("Wie hoch war die Quote?", ENGLISH_ONLY),
    ],
)
def test_a_question_in_another_language_is_told_so(question: str, answer: str) -> None:
    assert other_language(question).statements[0].text == answer


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Wie viele Krankenwagen hat die Börse gekauft?", True),
        ("不良贷款率是多少？", True),
        ("如何看待 Guangxi 的 loan 2019？", True),
        ("Combien de loan dans le Guangxi ?", True),
        ("gegen loan??", False),  # a name of the articles
        ("waht is the overdue rate", False),
    ],
)
def test_a_question_in_words_of_the_articles_is_not_strange(
    index: Index, question: str, strange: bool
) -> None:
    assert is_strange(question, index) is strange

import pytest

from qa.question.followups import kind_of_follow_up, read_as, standalone_question
from qa.question.kinds import Kind
from qa.types import Turn

TURNS = [Turn("How long is the bridge at Marrow?", "It is 240 metres long. [1]")]


@pytest.mark.parametrize(
    "question",
    [
        "And by the end of March?",
        "Who built it?",
        "What about the tunnel?",
        "By what percentage?",
        "Why?",
        "why not",
    ],
)
def test_a_question_that_points_back_takes_the_words_of_the_last_one_along(question: str) -> None:
    assert standalone_question(question, TURNS) == f"{question} long bridge Marrow"


@pytest.mark.parametrize(
    "question",
    [
        "How many wheels of cheese does the cooperative make?",
        "How many goats are there in Lenn?",
        "Who founded Kestrel?",
        "Why was the old corn mill closed in winter?",
        "白塔公园的门票价格是多少?",
    ],
)
def test_a_change_of_topic_stays_as_asked(question: str) -> None:
    assert standalone_question(question, TURNS) == question
    assert read_as(question, TURNS) == question


def test_a_first_question_stays_as_asked() -> None:
    assert standalone_question("Who built it?", []) == "Who built it?"


def test_a_chain_of_follow_ups_reaches_back_to_the_question_that_stands_alone() -> None:
    turns = [*TURNS, Turn("And how wide?", "9 metres. [1]")]
    assert standalone_question("And how old?", turns) == "And how old? long bridge Marrow wide"


def test_people_are_told_the_questions_that_a_follow_up_is_read_with() -> None:
    turns = [*TURNS, Turn("And how wide?", "9 metres. [1]")]
    told = "And how old? (How long is the bridge at Marrow? And how wide?)"
    assert read_as(" And how old? ", turns) == told


@pytest.mark.parametrize(
    ("question", "asked", "answer", "words"),
    [
        ("Where was she then?", "Who opened the mill?", "Ada Fenn did.", "opened mill Ada Fenn"),
        ("When was he born?", "Who ran Lenn Mill?", "Tom Rill ran it.", "ran Lenn Mill Tom Rill"),
        ("Who owns it?", "What did they buy?", "They bought Holm Farm.", "buy Holm Farm"),
        ("Who owns it?", "How old is Lenn Mill?", "As old as Holm Farm.", "old Lenn Mill"),
        ("Why?", "Who opened the mill?", "Ada Fenn did.", "opened mill"),
    ],
)
def test_who_or_what_was_the_answer_is_named(
    question: str, asked: str, answer: str, words: str
) -> None:
    assert standalone_question(question, [Turn(asked, answer)]) == f"{question} {words}"


KINDS = {
    "Where did it start from?": Kind.ARTICLE_DATA,
    "Who wrote the article?": Kind.ARTICLE_DATA,
    "Who wrote it?": Kind.ARTICLE_DATA,
    "What's it supposed to do?": Kind.SMALL_TALK,
    "Thanks, that helps.": Kind.SMALL_TALK,
    "Do any run there now?": Kind.COLLECTION,
    "Summarise the mill article.": Kind.SUMMARY,
    "Do any run there now? trains Lenn": Kind.YES_NO,
}


@pytest.mark.parametrize(
    ("before", "question", "kind"),
    [
        ("How low is the rate in Lenn?", "Where did it start from?", Kind.FACT),
        ("How low is the rate in Lenn?", "Who wrote the article?", Kind.ARTICLE_DATA),
        ("Summarise the mill article.", "Who wrote it?", Kind.ARTICLE_DATA),
        ("Which pump is there?", "What's it supposed to do?", Kind.FACT),
        ("Which pump is there?", "Thanks, that helps.", Kind.SMALL_TALK),
        ("Where are trains in Lenn?", "Do any run there now?", Kind.YES_NO),
    ],
)
def test_a_follow_up_is_about_articles_only_where_it_or_the_question_before_it_is(
    before: str, question: str, kind: Kind
) -> None:
    def kind_of(asked: str) -> Kind:
        return KINDS.get(asked, Kind.FACT)

    assert kind_of_follow_up(kind_of, question, [Turn(before, "So it is.")]) is kind

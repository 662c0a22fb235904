"""Questions that are made of sentences by rule; one that would not stand alone is not made."""

import pytest

from qa.writing.questions.drafted import drafts


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("The Orrin bridge was opened in 1874.", "When was the Orrin bridge opened?"),
        ("An old ice mill was sold in May 1902.", "When was the old ice mill sold?"),
        (
            "In June 2019, Arle County passed the last check for floods.",
            "When did Arle County pass the last check for floods?",
        ),
        ("Ada Lorne came from Vilna in 1924 with a trunk.", "When did Ada Lorne come from Vilna?"),
        (
            "The Lorne tower was closed from August 14 to October 30, 2023, for repairs.",
            "When was the Lorne tower closed?",
        ),
        (
            "In 1990, the income of the farmers was 1200 yuan.",
            "What was the income of the farmers in 1990?",
        ),
        ("The average home gate was 3,214, against 3,124.", "What was the average home gate?"),
        ("The Lorne tower is 31 metres high.", "How high is the Lorne tower?"),
        ("The new Lorne roof cost $486,000.", "How much did the new Lorne roof cost?"),
        (
            "Digital lending rose by 11.8% in a single year.",
            "By how much did digital lending rise in a single year?",
        ),
        (
            "Arle Bank has lent CNY 12 million to renovate old houses.",
            "How much has Arle Bank lent to renovate old houses?",
        ),
        (
            "Tom Wren scored 19 goals in all games, 17 of them at home.",
            "How many goals did Tom Wren score in all games?",
        ),
        ("Three telescopes stand on the ridge.", "How many telescopes stand on the ridge?"),
        (
            "About 46 percent of pupils get free meals at school.",
            "What percentage of pupils get free meals at school?",
        ),
        (
            "Women made up 53% of the members.",
            "What percentage of the members did women make up?",
        ),
        ("The Lorne trial was led by Dr. Mette Sol of Arle.", "Who led the Lorne trial?"),
        ("The head cook, Bastien Rey, told the story in 2020.", "Who was the head cook?"),
        (
            "Clinic visits stopped in March because of the storm.",
            "Why did clinic visits stop in March?",
        ),
    ],
)
def test_a_sentence_is_asked_for_what_it_tells(sentence: str, question: str) -> None:
    assert list(drafts(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was opened in 1874.",
        "The bridge was opened in 1874.",  # which one?
        "The city's income was 1200 yuan.",
        "Our new mill was opened in 1874.",
        "The Lorne tower that was built in 1874 was sold.",
        "The Lorne tower was a hit in 1990.",
        "Four students were admitted by Arle College, Orrin College and others.",
        "Restrictions implemented by Arle Bank were lifted.",
        "The Orrin bridge was opened in 1874 prices",
        "“The Orrin bridge was opened in 1874.”",
        "| The Orrin bridge | was opened in 1874. |",
        "2019年底，the income of 喀什地区 was 5000元。",
        "KPA 喀什大桥 was opened in 1987.",
        "Three years later the town was bigger.",
        "Nine houses were flooded.",
        f"The Orrin bridge was opened in 1874 by {'old and ' * 60}new men.",
        "",
    ],
)
def test_a_question_that_would_not_stand_alone_is_not_made(sentence: str) -> None:
    assert list(drafts(sentence)) == []


def test_what_was_named_once_is_asked_for_by_its_name() -> None:
    text = "The Orrin Bridge crosses the Lenn. The bridge was opened in 1874."
    assert list(drafts(text)) == ["When was the Orrin Bridge opened?"]
    assert list(drafts(f"The Lorne Bridge is near. {text}")) == []


def test_a_capital_letter_at_the_front_stays_where_it_is_a_names() -> None:
    assert list(drafts("Sheep farms were closed in 1990. The new sheep came.")) == [
        "When were sheep farms closed?"
    ]
    assert list(drafts("Orrin farms were closed in 1990. People left Orrin.")) == [
        "When were Orrin farms closed?"
    ]


def test_the_parts_of_a_sentence_are_asked_for_one_by_one() -> None:
    text = "The Lorne tower was built in 1502; the Orrin mill was sold in 1611."
    assert list(drafts(text)) == [
        "When was the Lorne tower built?",
        "When was the Orrin mill sold?",
    ]


def test_only_the_sentences_of_a_range_are_asked_for() -> None:
    text = "The Lorne tower was built in 1502. The Orrin mill was sold in 1611."
    assert list(drafts(text, text.index("The Orrin"))) == ["When was the Orrin mill sold?"]
    assert list(drafts(text, 0, text.index(" The Orrin"))) == ["When was the Lorne tower built?"]

import pytest

from qa.question.comparing.reckoned import disagreement_of, reckoning_of
from qa.types import Evidence, Found
from qa.ways.reckoning.lengths import ends_of, length_within
from qa.ways.reckoning.ordered import ordered_within
from qa.ways.reckoning.sentences import reckoned_within
from qa.ways.reckoning.sources import apart_in_sources

SENT = "The guild sent 11 judges and 26 stewards to Marsh End."
FLOCK = "On the moor 38 crofters graze 1,710 goats between them."
BRED = "By now 358 ewes are bred by 40 herders."
VOTE = "The plan was passed by 31 votes to 12, with 4 abstentions."
WORK = "The parish spent £4,300 on the porch, £1,150 on the bell and £260 on candles."
FLOOD = "In all 212 houses were flooded, three people died."
BILL = "The work cost £28,000, a good deal more than the estimate of £21,000."
LINE = "The line had 26,100 passengers in 2018 and 24,600 in 2019."
DEATHS = "In ten years nine lost their lives, six of them in one accident."
PLACE = "Ashby ended up third in League Two with 71 points."
BOATS = "Two boats ply: one carries 60 passengers and 8 cars, the other 35 passengers."
PUPS = "The 310 pups on all sites are the most since 1991, when 140 were counted."
HALL = "The hall seats 640 people; 517 tickets were sold."
GRANT = "The bridge cost €8 million, of which the province paid €3 million."


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("How many did the guild send, judges and stewards?", SENT, None),  # nothing asks for a sum
        (
            "How many did the guild send together, judges and stewards?",
            SENT,
            "The sum is 37 (11 + 26).",
        ),
        ("How many goats does each of the crofters graze?", FLOCK, None),  # "each of"
        ("On average, how many goats per crofter graze?", FLOCK, "The average is 45 (1,710 ÷ 38)."),
        (
            "How many votes were there, abstentions included, in total?",
            VOTE,
            "The sum is 47 (31 + 12 +",
        ),
        (
            "What did the parish spend on porch and bell together?",
            WORK,
            "The sum is £5,450 (£4,300 + ",
        ),
        ("What did the parish spend in all?", WORK, "The sum is £5,710 (£4,300 + £1,150 + £260)."),
        ("How many times the cost of the bell was the porch?", WORK, "3.74 times (£4,300 ÷ £1,1"),
        (
            "How much more did the parish spend on the porch than the bell?",
            WORK,
            "The difference is £3,",
        ),
        ("How many seats stayed empty in the hall?", HALL, "The difference is 123 (640 − 517)."),
        ("What share of the cost of the bridge did the province pay?", GRANT, "37.5% (€3 million"),
        ("What did bridge and province cost together?", GRANT, None),  # one is a part of the other
        ("By how many herders? (How many ewes are bred?)", BRED, None),  # who, not how far apart
        ("By how many herders are the ewes bred?", BRED, None),
        ("How many houses were flooded in all?", FLOOD, None),  # people are no houses
        ("How much did the work cost in all?", BILL, None),  # one is held against the other
        ("How many passengers were there in all in 2019?", LINE, None),  # one is of another year
        (
            "How many passengers in 2018 and 2019 together?",
            LINE,
            "The sum is 50,700 (26,100 + 24,600).",
        ),
        ("How many points behind the league did Ashby end up?", PLACE, None),  # Two is no figure
        ("How many passengers do both boats carry together?", BOATS, "The sum is 95 (60 + 35)."),
        ("How many pups on all sites together?", PUPS, None),  # of different years
        ("What does a pound of tea cost per person?", "Tea costs £4 a pound, coffee £6.", None),
        ("How many lost their lives in one accident?", DEATHS, None),
        ("What did the school spend on the roof and the porch together?", WORK, None),
    ],
)
def test_figures_of_a_sentence_are_reckoned_with(
    question: str, sentence: str, told: str | None
) -> None:
    reckoning = reckoning_of(question)
    found = reckoned_within(question, reckoning, sentence, sentence) if reckoning else None
    assert (found[0] if found else "").startswith(told or "\n" * (found is not None))


def test_nothing_is_divided_by_zero() -> None:
    sentence = "On the moor 0 crofters graze 12 goats."
    question = "On average, how many goats per crofter graze?"
    reckoning = reckoning_of(question)
    assert reckoning
    assert reckoned_within(question, reckoning, sentence, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The tram leaves the quay at 17:50 and is at the fort at 18:21.", "31 minutes"),
        ("The tram leaves the quay at 9.15 a.m. and is at the fort at 11.20 a.m.", "2 hours 5 min"),
        ("The tram takes 20 minutes to the fort, from 17:50 to 18:10, by the quay.", ""),
        ("The tram leaves the quay for the fort at 17:50.", ""),
    ],
)
def test_two_times_tell_how_long_it_takes(sentence: str, told: str) -> None:
    found = length_within(
        "How long is the tram ride from the quay to the fort?", sentence, sentence
    )
    assert (found[1] if found else "").startswith(told)
    assert bool(found) == bool(told)


def said(text: str, article: str, answer: str = "") -> Found:
    evidence = Evidence(text, article, article, article, 0, len(text), text, 0.9)
    return Found(evidence, answer, text.find(answer))


def test_beginning_and_end_may_stand_in_two_sentences_of_one_article() -> None:
    first, last = said("The mayor opened the fair at 9.30.", "a"), said("It closed at 16.00.", "a")
    assert ends_of([last.evidence, first.evidence]) == (first.evidence, last.evidence)
    assert ends_of([first.evidence, said("It closed at 16.00.", "b").evidence]) is None


def test_two_articles_that_disagree_are_held_against_each_other() -> None:
    asked = disagreement_of("How many metres lie between the two heights given for the kiln?")
    assert asked
    assert asked.asked == "What is the height of the kiln?"
    one = said("The kiln is 14 metres high.", "a", "14 metres")
    two = said("A kiln of 17.5 metres stands there.", "b", "17.5 metres")
    told = apart_in_sources(asked, [one, two])
    assert told
    assert told.text == "The difference is 3.5 metres (17.5 metres − 14 metres)."
    assert told.proof == (one.evidence, two.evidence)
    assert apart_in_sources(asked, [one, said("The kiln weighs 3 tonnes.", "b", "3 t")]) is None
    dated = disagreement_of("By how many years do the two texts disagree on the kiln's opening?")
    assert dated
    assert (dated.asked, dated.dated) == ("When was the kiln's opening?", True)


FINES = "Lark & Sons paid a fine of £1,900, the Weaver Company one of £740."


def _text_for(question: str) -> str:
    if "night" in question:
        return "The inn has 11 rooms at £60 a night; the hostel has 40 beds at £15 a night."
    return FINES if "fine" in question else LINE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who paid the bigger fine, Lark & Sons or the Weaver Company?", "Lark & Sons: £1,900, ag"),
        ("Who paid the smaller fine, Lark & Sons or the Weaver Company?", "The Weaver Company: £7"),
        ("Who paid the bigger fine, Lark & Sons or the Fuller Company?", ""),
        ("Who paid the bigger fine, Lark & Sons or Lark & Sons?", ""),
        (
            "Is a night dearer in the hostel or the inn?",
            "The inn: £60 a night, against £15 a night",
        ),
        ("Was Lark & Sons fined more than the Weaver Company?", "Yes. Lark & Sons"),
        (
            "Were there more passengers in 2018 or in 2019?",
            "In 2018: 26,100 passengers, against",
        ),
    ],
)
def test_two_sides_of_one_sentence_are_ordered(question: str, told: str) -> None:
    found = ordered_within(question, text := _text_for(question), text)
    assert (found[0] if found else "").startswith(told)
    assert bool(found) == bool(told)


def test_a_side_goes_without_the_year_that_its_sentence_does_not_tell() -> None:
    text = "Gifts of £1,900 came, and goods worth £740."
    question = "Did more come in 2019 by gifts or in goods?"
    told = ordered_within(question, text, f"The year 2019. {text}")
    assert told == ("By gifts: £1,900, against £740 in goods.", "By gifts")


def test_whether_one_has_more_of_what_both_have_is_told_with_yes_or_no() -> None:
    text = "The Heron takes 420 people and 62 cars, the smaller Grey Swan 350 people, 48 cars."
    told = ordered_within("Does the Heron take more cars than the Grey Swan?", text, text)
    assert told == ("Yes. The Heron: 62 cars, against 48 cars for the Grey Swan.", "Yes")

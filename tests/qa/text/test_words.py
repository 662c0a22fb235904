from decimal import Decimal

import pytest

from qa.text.words import (
    Number,
    as_written,
    bare,
    content_words,
    counted,
    coverage,
    names,
    numbers,
    stem,
    unmet,
    years,
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("25.412 billion yuan", {"25412000000"}),
        ("RMB 25.412 bn", {"25412000000"}),
        ("1,200 people or 1.2 thousand", {"1200"}),
        ("CNY 103.1 million, and 5,451 loans", {"103100000", "5451"}),
        ("in 2019, 2020.", {"2019", "2020"}),
        ("four counties", {"4"}),
        ("one of them", set()),
        ("the 13th plan", {"13"}),
        ("v2.0.1 is no number", set()),
        ("minus: -5 and 2018-2019", {"-5", "2018", "2019"}),
        ("thirty schools and twenty-one ships", {"30", "21"}),
        ("10 m long", {"10"}),
    ],
)
def test_numbers_are_read_with_their_scale(text: str, values: set[str]) -> None:
    assert {f"{number.value:f}" for number in numbers(text)} == values


def test_a_percentage_is_not_a_plain_number() -> None:
    assert numbers("5.66% or 5.66 percent") == {Number(Decimal("5.66"), percent=True)}
    assert numbers("5.66%") != numbers("5.66")


def test_names_are_capitalised_words_wherever_they_stand() -> None:
    assert names("The loan went to Li Qun's bank. Guangxi paid.") == {"li", "qun", "guangxi"}


@pytest.mark.parametrize(
    ("question", "sentence", "number"),
    [
        ("How many sheep were bred?", "By now 3583 Dolan sheep were bred by 407 families.", "3583"),
        ("By how many families?", "By now 3583 Dolan sheep were bred by 407 poor families.", "407"),
        ("How many boats came in May?", "12 boats came in May, 9 boats in June.", None),
        ("When did 12 boats come?", "12 boats came in May.", None),
    ],
)
def test_the_number_before_what_is_counted_answers_how_many(
    question: str, sentence: str, number: str | None
) -> None:
    found = counted(question, sentence)
    assert (found and sentence[slice(*found)]) == number


def test_a_function_word_with_an_elision_is_no_name() -> None:
    assert names("It's Anna's. He's there. That's all.") == {"anna"}


def test_dates_and_times_lend_their_numbers() -> None:
    assert {int(number.value) for number in numbers("on 3 May 2019 at 06:40")} == {3, 2019, 6, 40}
    assert {int(number.value) for number in numbers("on 03/05/2024")} == {3, 5, 2024}


def test_numbers_in_words_can_be_left_out() -> None:
    assert numbers("four boats and 5 crews", words=False) == {Number(Decimal(5))}


@pytest.mark.parametrize(
    ("word", "plain"), [("Anna's", "anna"), ("boats’", "boats"), ("It's", "it"), ("Lenn", "lenn")]
)
def test_a_bare_word_has_no_possessive_ending(word: str, plain: str) -> None:
    assert bare(word) == plain


def test_raised_and_lowered_digits_of_words_are_those_that_people_type() -> None:
    assert content_words("CO₂ and H₂O per m²") == content_words("CO2 and H2O per m2")
    assert content_words("10⁶") != content_words("106")
    assert content_words("10^6 m²") == content_words("10⁶ m2")


def test_wide_letters_are_the_letters_that_people_type() -> None:
    assert content_words("ＡＢＣ 鉄道") == content_words("ABC 鉄道")


def test_the_forms_of_a_word_share_its_stem() -> None:
    assert stem("restored") == stem("restoration") == "resto"
    assert stem("mill") == "mill"


def test_content_words_are_those_that_carry_meaning() -> None:
    assert content_words("What did the bank's 5 well-known clerks say?") == {
        *("bank", "5", "well-known", "clerks", "say")
    }


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The restoration of the harbour", 1.0),
        ("It was restored.", 0.75),
        ("The harbours are old.", 0.25),
        ("The mill burnt.", 0.0),
    ],
)
def test_coverage_weighs_the_words_that_a_text_has_in_some_form(text: str, share: float) -> None:
    assert coverage({"restored": 3.0, "harbour": 1.0}, text) == share
    assert coverage({}, text) == 0.0


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How many boats has Shangrao?", set()),
        ("How many boats has Shangroa?", set()),
        ("How many boats has Shanghai?", {"shanghai"}),
        ("How many boats had Shangrao in 2019?", set()),
        ("How many boats had Shangrao in 2018?", {"2018"}),
        ("how many boats were there?", set()),
    ],
)
def test_names_and_numbers_that_a_text_never_mentions_are_unmet(
    question: str, missing: set[str]
) -> None:
    assert unmet(question, "In 2019 the harbour of Shangrao had 12 boats.") == missing


def test_words_are_told_as_a_text_spells_them_and_in_its_order() -> None:
    assert as_written({"hull", "1888", "skerry"}, "Is Skerry's light above HULL?") == [
        "Skerry",
        "HULL",
        "1888",
    ]


def test_years_are_four_digits_that_may_be_one() -> None:
    assert years("In 1874, 2019 and 12019 or 3019; 1,874 boats.") == {"1874", "2019"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 03.05.2024", {"3", "may", "2024"}),
        ("am 3. Mai 2024", {"3", "may", "2024"}),
        ("2024年5月3日", {"3", "may", "2024"}),
        ("on 3 May 2024", {"3", "may", "2024"}),
        ("on 11/12/2024", {"11", "12", "2024"}),
        ("11/12/2024, 25/12/2024", {"11", "25", "december", "2024"}),
        ("旧水厂将改造成什么?", {"旧水", "水厂", "改造", "造成"}),
        ("青葉図書館の休館日はいつですか?", {"青葉", "葉図", "図書", "書館", "休館", "館日"}),
        ("GDP增长5%", {"gdp", "增长", "5"}),
    ],
)
def test_dates_are_compared_in_words_and_chinese_by_bigrams(text: str, words: set[str]) -> None:
    assert content_words(text) - {"am"} == words


def test_a_date_in_another_form_is_met() -> None:
    question = "Which permit was issued on 3 May 2024?"
    assert unmet(question, "Permit 118 was issued on 03.05.2024.") == set()
    assert unmet(question, "Permit 118 was issued on 04.05.2024.") == {"3"}
    assert unmet(question, "Permit 118 was issued on 03/05/2024.") == {"may"}
    assert unmet(question, "It was issued on 03/05/2024, before 25/12/2024.") == set()
    weights = dict.fromkeys(content_words(question), 1.0)
    assert coverage(weights, "Permit 118 was issued on 03.05.2024.") == 1.0


def test_a_single_character_is_covered_by_a_word_with_it() -> None:
    assert coverage({"书": 1.0, "写成": 1.0}, "本书由李明写成") == 1.0

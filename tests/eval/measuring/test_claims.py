import pytest

from eval.measuring.claims import unsupported


def test_numbers_and_names_that_no_quote_holds() -> None:
    assert unsupported("5 of 7 million, 3% [9]", ["5 and 7 million"], []) == {"3", "3 %"}
    assert unsupported("It was Holm in Oslo.", ["It was Holm."], ["Bergen"]) == {"oslo"}
    assert unsupported("It was Holm in Bergen.", ["It was Holm."], ["the Bergen story"]) == set()
    assert unsupported("People get 40% off.", ["Residents get 40% off."], []) == set()
    assert unsupported("Haddad gets 40% off.", ["Residents get 40% off."], []) == {"haddad"}


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("It holds four thousand.", "It holds four hundred."),
        ("It cost one billion.", "It cost one million."),
        ("It cost $5.2mn.", "It cost $5.2bn."),
        ("It cost GBP 5k.", "It cost GBP 5m."),
        ("The plant cost 5.", "The plant cost 5亿."),
        ("It weighs 1.234 kg.", "It weighs 1.234,5 kg."),
        ("It costs €5.", "It costs $5."),
        ("It is 5 km long.", "It is 5 kg, long ago."),
        ("It came in June.", "It came in July."),
    ],
)
def test_what_the_checks_once_let_through_is_seen_by_the_measure(answer: str, quote: str) -> None:
    assert unsupported(answer, [quote], [])
    assert unsupported(quote, [quote], []) == set()


def test_a_computed_result_is_worked_out_again() -> None:
    quotes = ["A has 252 villages.", "B has 1,921 villages.", "It cost 4.52 million, then 240,000."]
    assert unsupported("The difference is 1,669 villages (1,921 − 252).", quotes, []) == set()
    assert unsupported("The sum is 2,173 villages (1,921 + 252).", quotes, []) == set()
    assert (
        unsupported("The difference is 4.28 million (4.52 million − 240,000).", quotes, []) == set()
    )
    table = ["| Tía Rosa | 278 |", "| Aurelia | 310 |", "| Adult | £11.40 |", "| Return | £20.50 |"]
    for told in (
        "The sum is 588 (Tía Rosa 278 + Aurelia 310).",
        "The average is 294 ((Tía Rosa 278 + Aurelia 310) ÷ 2).",
        "The difference is £2.30 (2 × Adult £11.40 − Return £20.50).",
        "1.12 times (Aurelia 310 ÷ Tía Rosa 278).",
        "89.68% (278 of 310).",
    ):
        assert unsupported(told, table, []) == set(), told
    assert "589" in unsupported("The sum is 589 (Tía Rosa 278 + Aurelia 310).", table, [])
    assert "leo" in unsupported("The sum is 588 (Leo 278 + Aurelia 310).", table, [])
    assert "1,670" in unsupported("The difference is 1,670 villages (1,921 − 252).", quotes, [])
    assert unsupported("The difference is 1,668 villages (1,921 − 253).", quotes, [])


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("It rose by two thirds.", "It rose by a half."),
        ("There were a dozen.", "There were ten."),
        ("It is twice as long.", "It is as long."),
        ("It opened at 10 am.", "It opened at 10 pm."),
        ("It grew by 5 percentage points.", "It grew by 5 percent."),
        ("They paid RMB 5.", "They paid USD 5."),
    ],
)
def test_a_number_in_words_and_a_unit_are_claims_too(answer: str, quote: str) -> None:
    assert unsupported(answer, [quote], [])
    assert unsupported(answer, [answer], []) == set()


def test_marks_of_citations_are_no_numbers() -> None:
    assert unsupported("It is long. [12]", ["It is long."], []) == set()


def test_a_sentence_that_is_quoted_whole_claims_nothing_of_its_own() -> None:
    quotes = ["… on 3 May it cost Anna Holm 5 million yuan, and more."]
    assert unsupported("It cost Anna Holm 5 million yuan!", quotes, []) == set()
    assert unsupported("It cost Anna Holm 6 million yuan!", quotes, []) == {"6 million"}


def test_a_capital_that_only_opens_a_sentence_is_no_name() -> None:
    assert unsupported("Bridges are long. Old ones stand.", ["The bridge stands."], []) == set()
    assert unsupported("Bridges of Marrow stand.", ["The bridge stands."], []) == {"marrow"}


def test_a_name_is_known_with_and_without_its_possessive() -> None:
    assert unsupported("It was Holm’s bridge.", ["Holm built it."], []) == set()
    assert unsupported("It was Holm's bridge.", ["Berg built it."], []) == {"holm"}


def test_a_result_of_numbers_without_a_value_is_never_right() -> None:
    found = unsupported("The sum is 12 (some + others).", ["There are some and others."], [])
    assert "12" in found

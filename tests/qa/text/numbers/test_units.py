import pytest

from qa.text.numbers.units import meaning, meanings, prefix, suffix


@pytest.mark.parametrize(
    ("form", "means"),
    [
        ("km", {"length-kilometer"}),
        ("kilometres", {"length-kilometer"}),
        ("kilometers", {"length-kilometer"}),
        ("Kilometer", {"length-kilometer"}),
        ("sq km", {"area-square-kilometer"}),
        ("per  cent", {"%"}),
        ("per cent.", {"%"}),
        ("RMB", {"CNY"}),
        ("元", {"CNY"}),
        ("公里", {"length-kilometer"}),
        ("$", {"USD"}),
    ],
)
def test_a_form_means_its_unit(form: str, means: set[str]) -> None:
    assert meaning(form) == means


@pytest.mark.parametrize(
    ("form", "some"),
    [
        ("pounds", {"GBP", "mass-pound"}),
        ("dollars", {"USD", "CAD", "AUD"}),
        ("¥", {"CNY", "JPY"}),
        ("rupees", {"INR", "PKR"}),
    ],
)
def test_a_form_may_mean_several(form: str, some: set[str]) -> None:
    assert some <= meaning(form)


@pytest.mark.parametrize("form", ["boats", "in", "TOP", "all", ""])
def test_other_words_mean_none(form: str) -> None:
    assert meaning(form) == frozenset()


def test_the_code_of_a_currency_is_one_in_capitals() -> None:
    assert meaning("SEK") == {"SEK"}
    assert "SEK" not in meaning("sek")
    assert meaning("rmb") == {"CNY"}


def test_forms_are_kept_in_lower_case() -> None:
    assert all(form == form.lower() for form in meanings())


@pytest.mark.parametrize(
    ("text", "unit"), [(" km.", "km"), ("-year", "year"), (" sq  km", "sq  km"), (" kmx", None)]
)
def test_a_unit_behind_a_number_is_a_whole_word(text: str, unit: str | None) -> None:
    match = suffix().match(text)
    assert (match and match["unit"]) == unit


@pytest.mark.parametrize(
    ("text", "money"), [("It cost US$", "US$"), ("xUSD ", None), ("It cost usd ", None)]
)
def test_a_currency_before_a_number_is_a_sign_or_a_code(text: str, money: str | None) -> None:
    match = prefix().search(text)
    assert (match and match.group()) == money

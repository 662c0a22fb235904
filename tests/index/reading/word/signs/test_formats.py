import pytest

from index.reading.word.signs.formats import padded, written


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (22, "ordinal", "22nd"),
        (12, "ordinal", "12th"),
        (21, "cardinalText", "Twenty-one"),
        (21, "ordinalText", "Twenty-first"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "chineseCounting", "十二"),
        (0, "upperRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (7, "no such format", "7"),
    ],
)
def test_a_number_is_written_in_the_format_of_its_list(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_a_number_gets_the_noughts_that_its_series_has() -> None:
    assert padded(7, "001, 002, 003, ...") == "007"

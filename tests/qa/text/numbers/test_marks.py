import pytest

from qa.text.numbers.marks import blanked, without_marks
from qa.text.numbers.quantities import readings
from qa.text.words import numbers


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("310 [1] kilograms", "310 kilograms"),
        ("in 1931 [2][3], and", "in 1931, and"),
        ("the end.[12] Next", "the end. Next"),
        ("31.4 [a] kg", "31.4 kg"),
        ("in 1931 between them [2]", "in 1931 between them"),
        ("[2] See Marrow", "[2] See Marrow"),
        ("one.\n[2] See Marrow", "one.\n[2] See Marrow"),
        ("| [1] | in [2000] | [x]", "| [1] | in [2000] | [x]"),
    ],
)
def test_the_marks_behind_words_are_left_out(text: str, plain: str) -> None:
    left, places = without_marks(text)
    assert left == plain == "".join(text[at] for at in places)
    assert len(blanked(text)) == len(text)
    assert "".join(blanked(text).split()) == "".join(plain.split())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95% CI 4 [2, 9]", 9),
        ("median age 7 [6–8]", 8),
        ("interval x in [0, 5]", 5),
        ("the men aged [45]", 45),
        ("the ratio was [0, 7]", 7),
        ("it lies between [3; 8]", 8),
        ("the interquartile range was [6-9]", 9),
    ],
)
def test_values_in_brackets_are_no_marks(text: str, value: int) -> None:
    assert without_marks(text)[0] == blanked(text) == text
    assert value in {number.value for number in numbers(text)}


@pytest.mark.parametrize(
    "text", ["310 [1] kilograms", "310[1] kilograms", "310 [1,2] kilograms", "310 [1][2] kilograms"]
)
def test_a_number_keeps_its_unit_behind_a_mark(text: str) -> None:
    [reading], [plain] = readings(f"It weighs {text}."), readings("310 kilograms")
    assert reading.quantity == plain.quantity
    assert (reading.start, reading.end) == (10, 10 + len(text))
    assert (reading.first, reading.last) == (10, 13)


def test_a_mark_is_no_number_of_a_text() -> None:
    assert numbers("Built in 1931 [2] by 12 men [3].") == numbers("Built in 1931 by 12 men.")

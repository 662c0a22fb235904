import pytest

from index.date_forms import in_other_forms, month_names


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("on 03.05.2024", "03.05.2024"),
        ("am 3. Mai 2024 kam", "3. Mai 2024"),
        ("le 1er mai", "1er mai"),
        ("于2024年5月3日", "2024年5月3日"),
        ("on 3 June 2024", None),
        ("10.0.0.1 of 3.5 km", None),
    ],
)
def test_other_forms_than_english_words_are_found(text: str, other: str | None) -> None:
    found = in_other_forms().search(text)
    assert (found and found.group()) == other


def test_months_have_their_names() -> None:
    assert month_names(5) == ("may", "mai", "mayo", "maggio", "maio", "mei", "мая")

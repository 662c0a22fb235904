import pytest

from index.language.english import words

LISTS = {name: value for name, value in vars(words).items() if isinstance(value, frozenset)}


@pytest.mark.parametrize("name", sorted(LISTS.keys() - {"FORENAMES"}))
def test_words_are_listed_as_they_are_compared_in_lower_case(name: str) -> None:
    assert LISTS[name]
    assert all(word == word.lower().strip() for word in LISTS[name])


@pytest.mark.parametrize("name", ["AUXILIARIES", "CONJUNCTIONS", "PRONOUNS", "PREPOSITIONS"])
def test_function_words_are_of_all_kinds(name: str) -> None:
    assert LISTS[name] <= words.FUNCTION


@pytest.mark.parametrize("word", ["more", "most", "all", "both", "only", "some", "up", "down"])
def test_what_changes_a_statement_is_no_function_word(word: str) -> None:
    assert word not in words.FUNCTION


def test_relatives_are_conjunctions_or_determiners() -> None:
    assert words.RELATIVES <= words.CONJUNCTIONS | words.DETERMINERS


@pytest.mark.parametrize(
    ("word", "bare"),
    [("Anna's", "Anna"), ("Anna’s", "Anna"), ("boats'", "boats"), ("boats", "boats")],
)
def test_a_possessive_ending_is_told_from_a_plural(word: str, bare: str) -> None:
    assert words.POSSESSIVE.sub("", word) == bare

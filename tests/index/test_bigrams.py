import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.bigrams import as_typed, match, searchable, words_of


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("旧水厂", "旧水 水厂 厂"),
        ("水", "水"),
        ("GDP增长5%。", "GDP 增长 长 5%。"),
        ("2021年6月", "2021 年 6 月"),
        ("青葉図書館です", "青葉 葉図 図書 書館 館で です す"),
        ("서울 도서관", "서울 울 도서 서관 관"),
        ("Plain text, 3.5 km", "Plain text, 3.5 km"),
        ("10^6 and 2^10 of x^2", "10⁶ and 2¹⁰ of x^2"),
        ("CO₂ of 10⁶ m² and ¹⁴C", "CO2 of 10⁶ m2 and 14C"),
    ],
)
def test_runs_of_characters_are_indexed_as_bigrams(text: str, indexed: str) -> None:
    assert re.sub(r"\s+", " ", searchable(text)).strip() == indexed


def test_a_query_has_no_single_characters_of_longer_runs() -> None:
    assert words_of("旧水厂的GDP, the GDP?") == ["旧水", "水厂", "厂的", "gdp", "the"]


@pytest.mark.parametrize(
    ("word", "matched"),
    [
        ("bells", '"bells"'),
        ("2024 05 03", '"2024 05 03"'),
        ("旧水厂", '"旧水 水厂"'),
        ("水", '"水"*'),
        ("2021年", '"2021 年"*'),
        ('"pig" OR', '"pig OR"'),
    ],
)
def test_words_are_matched_as_they_are_indexed(word: str, matched: str) -> None:
    assert match(word) == matched


@pytest.mark.parametrize(
    ("written", "typed"),
    [("CO₂", "CO2"), ("m²", "m2"), ("H₂O", "H2O"), ("log₁₀", "log10"), ("Ca²⁺", "Ca2⁺")],
)
def test_digits_of_words_are_found_as_typed(written: str, typed: str) -> None:
    assert as_typed(written) == typed
    assert match(written) == match(typed)
    assert words_of(written) == words_of(typed)


def test_a_power_of_a_number_is_no_longer_number() -> None:
    assert words_of("10⁶ litres, 106 men, 5×10²³") == ["10⁶", "litres", "106", "men", "5", "10²³"]
    assert words_of("10^6 litres") == words_of("10⁶ litres")
    assert match("10^6") == match("10⁶") != match("106")


@given(st.text(alphabet=st.sampled_from("ab 1.水厂旧\u3005")))
def test_no_text_is_changed_but_by_bigrams(text: str) -> None:
    assert set(re.findall(r"[ab1]+", text)) == set(re.findall(r"[ab1]+", searchable(text)))

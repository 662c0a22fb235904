"""Raised and lowered text never joins a number that it is not part of."""

import pytest

from index.reading.markup.raised import lowered, raised
from index.reading.markup.tex import linear_tex


@pytest.mark.parametrize(
    ("before", "text", "after", "line"),
    [
        ("10", "6", " stars", "⁶"),
        ("kJ mol", "−1", "", "⁻¹"),
        ("Ca", "2+", "", "²⁺"),
        ("(x+1)", "2", "", "²"),
        ("2 metres", "2", "", "²"),
        ("12", "2", " = 144", "²"),
        ("x", "n+1", "", "^(n+1)"),
        ("", "14", "C dating", "¹⁴"),
        ("in 1874", "3", " on", "[3]"),
        ("310", "1", " kilograms", "[1]"),
        ("fire.", "3", " Next", "[3]"),
        ("Holm", "2", " said", "[2]"),
        ("3.2%", "b", "", "[b]"),
        ("1990", "1,2", " and", "[1,2]"),
        ("", "1", "Including VAT", "[1] "),
        ("", "1", " Including VAT", "[1]"),
        ("1990", "*", "", "*"),
        ("21", "st", " of", "st"),
        ("M", "c", "Donald", "c"),
        ("Velo", "TM", "", "™"),
        ("£4", "99", " each", ".99"),
        ("years", "[4]", "", "[4]"),
        ("a", "", "", ""),
        ("20", "o", "C", "°"),
        ("9", "h", "30", "h"),
    ],
)
def test_raised_text_is_a_power_a_note_or_an_ending(
    before: str, text: str, after: str, line: str
) -> None:
    assert raised(text, before, after) == line


@pytest.mark.parametrize(
    ("before", "text", "line"),
    [
        ("H", "2", "₂"),
        ("x", "max", "_max"),
        ("log", "10", "₁₀"),
        ("CO", "2e", "₂e"),
        ("", "a", "a"),
    ],
)
def test_lowered_text_is_an_index(before: str, text: str, line: str) -> None:
    assert lowered(text, before) == line


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"10^{6}\,\mathrm{m}^2", "10⁶ m²"),
        (r"E=mc^2", "E=mc²"),
        (r"\frac{a}{b}", "a/b"),
        (r"x_{max}", "x_max"),
        (r"{", "{"),
    ],
)
def test_a_formula_in_tex_is_a_line_of_text(tex: str, line: str) -> None:
    assert linear_tex(tex) == line

import pytest

from index.reading.markup.tex import linear_tex


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"10^{6}\,\mathrm{m}^2", "10^6 m²"),
        (r"2^{10} + x_1^2 = 10^{-3}", "2^10 + x₁² = 10^-3"),
        (r"E=mc^2", "E=mc²"),
        (r"\frac{a}{b}", "a/b"),
        (r"x_{max}", "x_max"),
        (r"{", "{"),
    ],
)
def test_a_formula_in_tex_is_a_line_of_text(tex: str, line: str) -> None:
    assert linear_tex(tex) == line

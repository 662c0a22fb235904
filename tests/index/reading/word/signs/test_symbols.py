from index.reading.word.signs.symbols import symbol, with_letters


def test_signs_of_fonts_without_an_alphabet_are_read_as_they_look() -> None:
    assert symbol("Symbol", "F0B0") == "°"
    assert symbol("Wingdings", "F0FE") == "☑"
    assert symbol("Arial", "00B5") == "µ"
    assert with_letters("Symbol", "m") == "μ"
    assert with_letters("Arial", "\uf0b1 5") == "± 5"


def test_a_sign_of_an_unknown_font_is_not_made_up() -> None:
    assert symbol("Webdings", "F0FE") == ""
    assert symbol("Symbol", "no number") == ""

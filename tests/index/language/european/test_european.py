from index.language import european
from index.language.english import numbers as english


def test_no_scale_means_another_number_than_in_english() -> None:
    for form in european.SCALES.keys() & english.SCALES.keys():
        assert european.SCALES[form] == english.SCALES[form]


def test_scales_that_are_words_as_well_are_marked() -> None:
    assert european.SCALES.keys() >= european.LETTERS
    assert european.ABBREVIATED_MONTHS in european.MONTH_LOCALES

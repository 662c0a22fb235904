from qa.text.calendar import DAYS, TIMES


def test_days_are_found_within_words_and_times_as_whole_words() -> None:
    assert DAYS["de"].search("montags")
    assert TIMES["de"].fullmatch("mai")
    assert TIMES["fr"].fullmatch("Janvier")
    assert not TIMES["de"].search("Maibaum")

from index.cleaning.cleaning import clean, clean_with_places


def test_places_are_carried_over_what_goes_and_what_is_repaired() -> None:
    raw = "\n\nThe o\ufb03ce\u200b opens.\n\n\n\nIt costs 5\u00a0pounds and more."
    places = (0, raw.index("opens"), raw.index("It"), raw.index("and"))
    text, changes, moved = clean_with_places(raw, places)
    assert (text, changes) == clean(raw)
    assert [text[place:][:5] for place in moved] == ["The o", "opens", "It co", "and m"]


def test_ligatures_become_letters_and_powers_stay() -> None:
    text, changes = clean("The chief ﬁre oﬃcer ﬂew 10⁶ m² in ½ hour.")
    assert text == "The chief fire officer flew 10⁶ m² in ½ hour."
    assert [change.rule for change in changes] == ["ligature"]

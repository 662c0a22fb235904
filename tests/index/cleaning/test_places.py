from index.cleaning.cleaning import clean, clean_with_pages


def test_pages_are_carried_over_what_goes_and_what_is_repaired() -> None:
    raw = "\n\nThe o\ufb03ce\u200b opens.\n\n\n\nIt costs 5\u00a0pounds and more."
    places = (0, raw.index("opens"), raw.index("It"), raw.index("and"))
    pages = tuple(zip(places, (1, 2, 1, 3), strict=True))
    text, changes, moved = clean_with_pages(raw, pages)
    assert (text, changes) == clean(raw)
    assert [(text[place:][:5], number) for place, number in moved] == [
        ("The o", 1),
        ("opens", 2),
        ("It co", 1),
        ("and m", 3),
    ]


def test_ligatures_become_letters_and_powers_stay() -> None:
    text, changes = clean("The chief ﬁre oﬃcer ﬂew 10⁶ m² in ½ hour.")
    assert text == "The chief fire officer flew 10⁶ m² in ½ hour."
    assert [change.rule for change in changes] == ["ligature"]

from qa.tuning.data.changing.names import names, order
from tests.qa.tuning.data.changing.conftest import made

EVIDENCE = "The bridge was drawn by Bert Cole and opened by Ada Lovell in Marrow."


def test_a_name_becomes_another_one_of_the_evidence_or_one_of_nowhere() -> None:
    changed = made(names, "The bridge was opened by Ada Lovell.", EVIDENCE)
    people = {text.removeprefix("The bridge was opened by ").rstrip(".") for text in changed}
    assert people == {"Bert Cole", "Marrow", "Kelvin Strand", "Oakmere", "Ruthven"}


def test_a_name_that_the_draft_has_already_does_not_take_the_place_of_another() -> None:
    changed = made(names, "Bert Cole drew it for Ada Lovell.", EVIDENCE)
    assert not any(text.count("Bert Cole") > 1 or text.count("Ada Lovell") > 1 for text in changed)


def test_a_name_that_shares_a_word_is_not_another_one() -> None:
    evidence = "Ada Lovell opened it. Ada Cole came, and so did Bert Strand."
    changed = made(names, "It was opened by Ada Lovell.", evidence)
    assert "It was opened by Bert Strand." in changed
    assert "It was opened by Ada Cole." not in changed


def test_words_that_begin_a_sentence_and_months_are_no_names() -> None:
    text = "The bridge was opened in May."
    assert made(names, text) == set()
    assert made(names, "Until noon nobody came.") == set()


def test_a_name_that_the_evidence_does_not_have_is_left_alone() -> None:
    assert made(names, "It was opened by Queen Maud.", EVIDENCE) == set()


def test_two_names_change_places() -> None:
    changed = made(order, "Ada Lovell beat Bert Cole.", "Then Ada Lovell beat Bert Cole.")
    assert changed == {"Bert Cole beat Ada Lovell."}


def test_names_that_are_listed_may_stand_in_any_order() -> None:
    for between in (" and ", ", "):
        text = f"It was opened by Ada Lovell{between}Bert Cole."
        assert made(order, text, f"Then {text}") == set()


def test_the_ends_of_a_range_change_places() -> None:
    assert made(order, "It rose from 12 to 15 percent.") == {"It rose from 15 to 12 percent."}
    assert made(order, "It takes 3–5 days.") == {"It takes 5–3 days."}
    between = "It takes between two and three days."
    assert made(order, between) == {"It takes between three and two days."}


def test_two_numbers_that_are_listed_or_alike_are_no_range() -> None:
    assert made(order, "It has 12 and 15 rooms.") == set()
    assert made(order, "It stayed from 12 to 12 percent.") == set()

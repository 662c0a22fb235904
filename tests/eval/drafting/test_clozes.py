from collections import Counter

from eval.drafting.clozes import LEAD, Sentence, cloze_of, near_miss_of, rank
from eval.drafting.pieces import BLANK, pieces

TEXT = "By 1987 the engineer Mary Holm had built 12 quays."


def sentence(text: str = TEXT) -> Sentence:
    return Sentence("port.txt", "The port", text, tuple(pieces(text)))


def test_the_piece_of_the_kind_that_was_asked_for_least_is_taken_out() -> None:
    taken = {"number": "12", "date": "1987", "name": "Mary Holm"}
    for kind, answer in taken.items():
        used = Counter({other: 1 for other in taken if other != kind})
        cloze = cloze_of(sentence(), used, seed=0)
        assert (cloze.kind, cloze.answer) == (kind, answer)
        assert cloze.question == LEAD + TEXT.replace(answer, BLANK)


def test_a_near_miss_has_another_year_or_else_another_name_and_no_answer() -> None:
    cloze = near_miss_of(sentence(), TEXT.lower(), seed=0)
    assert cloze is not None
    assert (cloze.kind, cloze.answer) == ("near-miss", "")
    assert cloze.question in (
        f"{LEAD}By 1986 the engineer Mary Holm had built {BLANK} quays.",
        f"{LEAD}By 1986 the engineer {BLANK} had built 12 quays.",
    )
    without_year = sentence("The engineer Mary Holm had built 12 quays.")
    other = near_miss_of(without_year, without_year.text.lower(), seed=0)
    assert other is not None
    assert "Mary Holm" not in other.question
    assert other.question.endswith(f" had built {BLANK} quays.")


def test_a_sentence_that_holds_nothing_to_change_or_to_ask_for_has_no_near_miss() -> None:
    for text in ("The port had built 12 quays and 40 sheds.", "The quay was ready by 1987."):
        assert near_miss_of(sentence(text), text.lower(), seed=0) is None


def test_no_near_miss_is_made_where_articles_hold_every_year_around() -> None:
    everything = " ".join(str(year) for year in range(1900, 2100))
    cloze = near_miss_of(sentence("By 1987 the port had 12 quays."), everything, seed=0)
    assert cloze is None


def test_marks_of_lists_and_line_breaks_do_not_come_into_a_question() -> None:
    cloze = cloze_of(sentence("- The port has\n  built 12 quays."), Counter(), seed=0)
    assert cloze.question == f"{LEAD}The port has built {BLANK} quays."


def test_a_rank_stays_and_differs_with_every_part() -> None:
    assert rank(0, "port.txt") == rank(0, "port.txt")
    assert len({rank(0, "port.txt"), rank(1, "port.txt"), rank(0, "town.txt"), rank(0)}) == 4

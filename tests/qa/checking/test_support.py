from qa.checking.support import support_of
from qa.types import Evidence

BEFORE = "The worst flood came on 26 December 2015."
SAID = "The river rose to 5.61 metres, one centimetre below 1947."
AFTER = "The wall was finished in 2019 by Anna Holm."
HEADING = "# Floods of 1990"
PASSAGE = f"{HEADING}\n\n{BEFORE} {SAID} {AFTER}"


def sentence(text: str) -> Evidence:
    """Return a sentence of a passage that begins at 100 of its article."""
    at = PASSAGE.index(text)
    return Evidence(text, "a", "The river", "a.txt", 100 + at, 100 + at + len(text), PASSAGE, 1, at)


def test_a_sentence_that_holds_all_supports_alone() -> None:
    said = sentence(SAID)
    assert support_of("The river rose to 5.61 metres.", [said], "How high?") == (said,)


def test_a_date_of_the_question_is_supported_by_the_sentence_that_has_it() -> None:
    support = support_of(
        "On 26 December 2015 the river rose to 5.61 metres.",
        [sentence(SAID)],
        "How high did the river rise on 26 December 2015?",
    )
    assert support == (sentence(SAID), sentence(BEFORE))


def test_a_figure_that_only_stands_near_is_not_supported() -> None:
    asked = "How high did the river rise?"
    assert not support_of("In 2019 the river rose to 5.61 metres.", [sentence(SAID)], asked)


def test_a_figure_that_only_the_question_has_is_not_supported() -> None:
    asked = "How high did the river rise in 1983?"
    assert not support_of("In 1983 the river rose to 5.61 metres.", [sentence(SAID)], asked)


def test_a_heading_supports_nothing() -> None:
    asked = "How high did the river rise in 1990?"
    assert not support_of("In 1990 the river rose to 5.61 metres.", [sentence(SAID)], asked)


def test_several_pieces_of_evidence_get_no_other_beside_them() -> None:
    both = [sentence(SAID), sentence(AFTER)]
    asked = "How high did it rise on 26 December 2015, and who finished the wall?"
    told = "On 26 December 2015 the river rose to 5.61 metres; Anna Holm finished the wall."
    assert not support_of(told, both, asked)
    assert support_of("The river rose to 5.61 metres.", both, asked) == tuple(both)


def test_what_stands_behind_or_only_denies_supports_nothing() -> None:
    def supported(passage: str, told: str, year: str) -> bool:
        at = passage.index(told)
        item = Evidence(told, "a", "The mill", "a.txt", at, at + len(told), passage, 1, at)
        answer = f"In {year} the mill sold 88,400 sacks."
        return bool(support_of(answer, [item], f"How many sacks did it sell in {year}?"))

    sold = "The mill sold 88,400 sacks."
    assert supported(f"The year 2023 was good. {sold}", sold, "2023")
    assert not supported(f"{sold} It burnt in 2023.", sold, "2023")
    assert not supported(f"It did not burn in 2023. {sold}", sold, "2023")
    assert not supported(f"The year 2022 was good. It was May 2023. {sold}", sold, "2022")

from eval.bench.paragraphs import Reading, figures, look
from qa.wiring import Wellspring

TEXT = "The bridge of Marrow was opened in 1874 by Anna Holm. It took nine years to build."


def test_the_figures_are_those_of_squad_at_a_bound() -> None:
    read = [
        Reading("Anna Holm", 5.0, ("Anna Holm", "Holm")),
        Reading("the engineer Anna Holm", 1.0, ("Anna Holm",)),
        Reading("1874", 2.0, ()),
        Reading("nine years", -3.0, ()),
    ]
    told = figures(read, 0.0)
    assert (told["HasAns EM"], told["NoAns EM"], told["EM"]) == (50.0, 50.0, 50.0)
    assert told["HasAns F1"] == 50 * (1 + 0.8)
    assert figures(read, 3.0)["HasAns F1"] == 50.0
    assert figures(read, 3.0)["NoAns F1"] == 100.0


def test_a_paragraph_is_read_for_its_question(well: Wellspring) -> None:
    record = {"passages": [{"title": "Marrow", "text": TEXT}], "answers": ["Anna Holm"]}
    asked = {"question": "Who opened the bridge?", **record}
    other = {"question": "Who paid for the bridge?", "answerable": False, **record}
    read, silent = look(asked, well.readers), look(other, well.readers)
    assert (read.answer, read.wordings) == ("Anna Holm", ("Anna Holm",))
    assert read.odds > silent.odds
    assert silent.wordings == ()

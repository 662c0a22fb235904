import pytest

from index.sentences import sentence_spans
from qa.text.windows import around, whole
from qa.types import Evidence
from qa.wiring import Wellspring

TEXT = (
    "In 2023 the Orrin ferry carried 84,800 passengers. The crossing takes 75 minutes. "
    "The boat was built by Lind of Bergen in 1998 and is 38 metres long."
)


def evidence(number: int) -> Evidence:
    at, end = sentence_spans(TEXT)[number]
    return Evidence(TEXT[at:end], "1", "Ferries", "f.md", at, end, TEXT, 0.5, at)


@pytest.mark.parametrize(
    ("question", "number", "right", "wrong"),
    [
        (
            "How many travellers did the boat take in 2023?",
            0,
            "The boat took 84,800 travellers in 2023.",
            "The boat took 84,800 travellers in 2022.",
        ),
        (
            "Who made the vessel?",
            2,
            "The vessel was made by Lind of Bergen.",
            "The vessel was repaired by Lind of Bergen.",
        ),
        (
            "How long does one need to get across?",
            1,
            "One needs 75 minutes to get across.",
            "One needs up to 75 minutes to get across, and longer in winter.",
        ),
    ],
)
def test_an_answer_in_words_of_the_question_is_told_from_one_like_it(
    well: Wellspring, question: str, number: int, right: str, wrong: str
) -> None:
    proof, answers = well.prover.judged(right, question, [evidence(number)])
    assert proof > 0.5 > well.prover.judged(wrong, question, [evidence(number)])[0]
    assert answers > 0


def test_what_is_proven_need_not_answer(well: Wellspring) -> None:
    said = "The crossing takes 75 minutes."
    proof, answers = well.prover.judged(said, "Who built the boat?", [evidence(1)])
    assert proof > 1.0
    assert answers < -2.0


def test_statements_are_judged_together_as_one_by_one(well: Wellspring) -> None:
    window = around(TEXT, 0)
    said = ["It carried 84,800 passengers.", "The crossing takes 75 minutes and costs nothing."]
    together = well.prover.proven(said, "Ferries", window)
    alone = [well.prover.proven([text], "Ferries", window)[0] for text in said]
    assert together == pytest.approx(alone, abs=0.25)  # in bfloat16


def test_several_pieces_of_evidence_prove_together(well: Wellspring) -> None:
    both = [evidence(0), evidence(1)]
    said = "The ferry carried 84,800 passengers in 2023, and the crossing takes 75 minutes."
    question = "How many passengers were carried in 2023, and how long is the crossing?"
    proof, _ = well.prover.judged(said, question, both)
    wrong = said.replace("carried", "lost")
    assert proof > well.prover.judged(wrong, question, both)[0]
    assert well.prover.proven([said], "", whole("Nothing of it."))[0] < 0

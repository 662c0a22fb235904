from eval.drafting.asking import asker
from eval.measuring.metrics import holds
from qa.wiring import Wellspring
from qa.writing.tuned import TunedGenerator

SENTENCES = [
    ("The bridge of Marrow", "The bridge of Marrow was opened in 1874 by the king.", "1874"),
    ("The dairy", "The dairy of Lenn makes 900 wheels of cheese every year.", "900"),
    ("Harbours", "Anna Holm has been the harbour master of Bergen since 2011.", "Anna Holm"),
]


def test_written_questions_lead_back_to_their_answer_and_do_not_tell_it(well: Wellspring) -> None:
    assert isinstance(well.generator, TunedGenerator)
    ask = asker(well.generator, well.readers.large)
    questions = [(ask(*sentence), sentence) for sentence in SENTENCES]
    kept = [(question, sentence) for question, sentence in questions if question]
    assert len(kept) >= 2
    for question, (title, text, answer) in kept:
        assert question.endswith("?")
        assert not holds(question, answer)
        best = max(
            well.readers.large.read(question, [(title, text)])[0], key=lambda item: item.odds
        )
        assert holds(text[slice(*best.answer)], answer)

"""What is held back because somebody wants surer answers."""

from qa.types import Evidence, Statement
from qa.ways.inquiry import Flow, Reason, Reply, shown

PROOF = Evidence("It was opened in 1874.", "a", "Bridge", "a.md", 0, 22, "", 0.5)
SAID = Reply([Statement("In 1874.", (PROOF,))], 0.5, short="1874")


def test_an_answer_that_is_not_sure_enough_is_held_back_with_what_came_near() -> None:
    held = shown(SAID, Flow(min_confidence=0.6))
    assert (list(held.statements), held.short, held.confidence) == ([], "", 0.5)
    assert (held.reason, list(held.nearest)) == (Reason.NOT_SAID, [PROOF])


def test_one_that_is_sure_enough_and_words_that_prove_nothing_stay() -> None:
    spoken = Reply([Statement("Hello.")])
    assert shown(SAID, Flow(min_confidence=0.5)) is SAID
    assert shown(spoken, Flow(min_confidence=0.9)) is spoken

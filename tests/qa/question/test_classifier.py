from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.finding import find, folders_of
from qa.models.known import MINILM
from qa.question.classifier import KindClassifier
from qa.question.kinds import Kind
from qa.settings import Settings
from qa.wiring import Wellspring


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How tall is the lighthouse?", Kind.FACT),
        ("Why was the mill closed?", Kind.WHY),
        ("how do they make the cheese", Kind.HOW),
        ("Is the museum open on Mondays?", Kind.YES_NO),
        ("Which is older, the church or the mill?", Kind.COMPARISON),
        ("How many articles mention the ferry?", Kind.COUNT),
        ("Summarise the article on the flood.", Kind.SUMMARY),
        ("What are these documents about?", Kind.COLLECTION),
        ("Who wrote the article on the mill?", Kind.ARTICLE_DATA),
        ("hello there", Kind.SMALL_TALK),
        ("Wie hoch ist der Leuchtturm?", Kind.OTHER_LANGUAGE),
        ("灯塔有多高？", Kind.OTHER_LANGUAGE),
        ("Some tips on what to ask?", Kind.SMALL_TALK),
        ("What can I ask here?", Kind.SMALL_TALK),
        ("What questions did the council ask?", Kind.LIST),
        ("May a visitor climb the dome?", Kind.YES_NO),
        ("Do any articles mention sheep?", Kind.COLLECTION),
    ],
)
def test_each_kind_is_told(well: Wellspring, question: str, kind: Kind) -> None:
    assert well.kinds.kind_of(question) is kind


def test_probabilities_are_of_all_kinds_and_sum_to_one(well: Wellspring) -> None:
    told = well.kinds.probabilities("Why? " * 400)  # longer than what is read
    assert list(told) == list(Kind)
    assert sum(told.values()) == pytest.approx(1, abs=1e-4)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "kinds.safetensors"
    damaged.write_bytes(b"nothing")
    base = find(MINILM, folders_of(Settings(data_dir=tmp_path))).folder
    with pytest.raises(WellspringError, match="cannot be loaded"):
        KindClassifier(base, damaged)

import json
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.finding import find, folders_of
from qa.models.known import MINILM
from qa.question.classifier import KindClassifier
from qa.question.kinds import Kind
from qa.settings import Settings
from qa.tuning.kinds import KindTuning, tune

DATA = [
    (f"{word} {thing}?", kind)
    for thing in ("the mill", "the church", "a ferry", "the old bridge")
    for word, kind in (("Why is there", Kind.WHY), ("How does one build", Kind.HOW))
]
TUNING = KindTuning(epochs=12, batch=4, rank=4, checkpoint_every=2)


def test_training_tells_kinds_apart_and_resumes(tmp_path: Path) -> None:
    losses: list[float] = []

    def interrupt(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if len(losses) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(DATA, [], tmp_path / "out", TUNING, interrupt)
    card = tune(DATA, [], tmp_path / "out", TUNING, interrupt)
    assert len(losses) == 5 + 24 - 4
    assert losses[-1] < losses[0]
    assert json.loads((tmp_path / "out" / "kinds.json").read_text("utf-8")) == card
    base = find(MINILM, folders_of(Settings(data_dir=tmp_path))).folder
    trained = KindClassifier(base, tmp_path / "out" / "kinds.safetensors")
    why, how = (
        trained.probabilities(q) for q in ("Why is there a pier?", "How does one build it?")
    )
    assert why[Kind.WHY] > why[Kind.HOW]
    assert how[Kind.HOW] > how[Kind.WHY]


def test_nothing_to_learn_from_is_told(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="no example"):
        tune([], [], tmp_path / "out", TUNING)

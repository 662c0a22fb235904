import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from index.sentences import sentence_spans
from index.types import WellspringError
from qa.evidence.verifier import Verifier
from qa.loading import LARGE_READER_WEIGHTS
from qa.models.finding import find
from qa.models.known import MPNET
from qa.text.windows import Window
from qa.tuning.data.verdicts import Judged
from qa.tuning.verifier import VerifierTuning, tune
from qa.wiring import Wellspring

TEXT = "The mill has four floors."
DATA = [
    Judged("Does the mill have four floors?", "", TEXT, settled=True, yes=True),
    Judged("Does the mill have five floors?", "", TEXT, settled=True, yes=False),
    Judged("How many floors does the barn have?", "", TEXT, settled=False),
    Judged("How many floors does the mill have?", "", TEXT, settled=True, proof=(13, 17)),
    Judged("The mill has four floors.", "", TEXT, settled=True, proof=(0, 25), statement=True),
    Judged("The mill has five floors.", "", TEXT, settled=False, statement=True),
]
TUNING = VerifierTuning(epochs=4, batch=2, rank=4, upper=2, checkpoint_every=2)


def test_training_is_resumed_scored_and_loads(tmp_path: Path, well: Wellspring) -> None:
    losses: list[float] = []

    def interrupt(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if len(losses) == 5:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        tune(DATA, [], out, TUNING, interrupt, DATA)
    card = tune(DATA, [], out, TUNING, interrupt, DATA)
    assert len(losses) == 5 + 12 - 4
    assert json.loads((out / "verifier.json").read_text("utf-8")) == card
    told = {"settled", "not_settled", "yes", "no", "sentence", "proven", "not_proven"}
    assert set(card["scores"]) == told
    base = find(MPNET, well.folders).folder
    trained = Verifier(base, LARGE_READER_WEIGHTS, out / "verifier.safetensors")
    window = Window(0, len(TEXT), TEXT, tuple(sentence_spans(TEXT)))
    mill, barn = (trained.verify(item.question, "", window) for item in (DATA[3], DATA[2]))
    assert mill.settled > barn.settled


def test_what_was_trained_is_averaged_with_its_start(tmp_path: Path) -> None:
    first, second, mean = (tmp_path / name for name in ("first", "second", "mean"))
    short = replace(TUNING, epochs=1)
    tune(DATA, [], first, short)
    goes_on = replace(short, start=first / "verifier.safetensors")
    tune(DATA, [], second, goes_on)
    tune(DATA, [], mean, replace(goes_on, averaged=True))
    head = "verdict.weight"
    before, after, middle = (
        load_file(folder / "verifier.safetensors")[head].float() for folder in (first, second, mean)
    )
    assert not torch.equal(before, after)
    assert torch.allclose(middle, (before + after) / 2, atol=1e-3)


def test_nothing_to_learn_from_is_told(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="no example"):
        tune([], [], tmp_path / "out", TUNING)

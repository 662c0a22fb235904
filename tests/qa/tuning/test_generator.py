import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.models.stamps import sha256_of
from qa.tuning.data.phrasing import Draft
from qa.tuning.generator import GeneratorTuning, tune
from qa.types import Evidence, Found
from qa.writing.prompt import writing_prompt
from qa.writing.tuned import WEIGHTS, Base, TunedGenerator, base_hash

PROMPT = writing_prompt("When was it opened ?", ["It was opened in 1874 ."], "1874")
TARGET = " It was opened in 1874 ."


@pytest.fixture
def base(tiny_model_of: Callable[[Sequence[str]], Path]) -> Base:
    folder = tiny_model_of([PROMPT, TARGET])
    return Base("tiny", folder, base_hash(folder))


def data(count: int) -> list[Draft]:
    return [Draft(PROMPT, TARGET)] * count


def test_tuning_lowers_the_loss_resumes_and_makes_an_adapter_for_its_base_only(
    base: Base, tmp_path: Path
) -> None:
    losses: list[float] = []
    tuning = GeneratorTuning(rank=4, batch=4, checkpoint_every=5, learning_rate=2e-2)

    def interrupt(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if len(losses) == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(base, data(80), [], tmp_path / "out", tuning, interrupt)
    card = tune(base, data(80), [], tmp_path / "out", tuning, interrupt, check=data(40))
    assert card["scores"]["drafts"] == 40
    assert card["scores"]["loss"] < losses[0]
    assert len(losses) == 12 + 20 - 10
    assert losses[-1] < losses[0]
    assert card["base_sha256"] == base.sha256
    assert "minutes" in json.loads((tmp_path / "out" / "generator.json").read_text())
    tuned = TunedGenerator(base, tmp_path / "out")
    text = "It was opened in 1874 ."
    found = Found(Evidence(text, "a", "", "s", 0, 23, text, 1.0), "1874", 18)
    written = "".join(next(tuned.drafts("When was it opened ?", [found], 5)))
    assert written.split()[0] in TARGET.split()
    with pytest.raises(WellspringError, match="was tuned for tiny"):
        TunedGenerator(Base("other", base.folder, "0" * 64), tmp_path / "out")


def test_tuning_goes_on_from_an_adapter(base: Base, tmp_path: Path) -> None:
    first: list[float] = []
    again: list[float] = []
    tuning = GeneratorTuning(rank=4, batch=4, learning_rate=2e-2, dropout=0.0)
    tune(base, data(80), [], tmp_path / "a", tuning, lambda *told: first.append(told[2]))
    on = replace(tuning, start=tmp_path / "a")
    card = tune(base, data(8), [], tmp_path / "b", on, lambda *told: again.append(told[2]))
    assert again[0] < (first[0] + first[-1]) / 2
    assert card["settings"]["start"] == sha256_of(tmp_path / "a" / WEIGHTS)


def test_a_checkpoint_of_other_data_is_not_continued(base: Base, tmp_path: Path) -> None:
    tuning = GeneratorTuning(rank=4, batch=4, checkpoint_every=1)

    def stop(step: int, steps: int, loss: float) -> None:
        if step == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(base, data(20), [], tmp_path / "out", tuning, stop)
    with pytest.raises(WellspringError, match="--out"):
        tune(base, data(24), [], tmp_path / "out", tuning)


def test_a_folder_without_an_adapter_says_how_to_make_one(base: Base, tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="wellspring tune generator"):
        TunedGenerator(base, tmp_path)

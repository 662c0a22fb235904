"""Steps and checkpoints, with a single number that learns to be 3."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from index.types import WellspringError
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, falling, train


class Number(torch.nn.Module):
    """One weight, which begins at 0."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(1))

    def loss(self) -> Any:
        return ((self.weight - 3) ** 2).sum()


class Training:
    """A training of the number over a checkpoint in a folder."""

    def __init__(self, folder: Path, work: str = "this") -> None:
        self.number = Number()
        optimizer = torch.optim.SGD(self.number.parameters(), lr=0.5)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, falling(0.1, 30))
        parts = {"model": self.number, "optimizer": optimizer, "schedule": schedule}
        self.checkpoint = Checkpoint(folder / "number.pt", {"work": work}, parts)
        self.how = (optimizer, schedule, self.checkpoint)

    def run(self, tick: Tick = lambda *_: None, steps: int = 30) -> float:
        losses: list[Callable[[], Any]] = [self.number.loss] * steps
        return train(losses, *self.how, every=4, tick=tick)


def stop_at(last: int) -> Tick:
    def tick(step: int, steps: int, loss: float) -> None:
        if step == last:
            raise KeyboardInterrupt

    return tick


def test_every_step_is_told_with_its_loss(tmp_path: Path) -> None:
    told: list[tuple[int, int, float]] = []
    training = Training(tmp_path)
    minutes = training.run(lambda *tick: told.append(tick))
    assert [(step, steps) for step, steps, _ in told] == [(n, 30) for n in range(1, 31)]
    assert told[0][2] == 9.0
    assert told[-1][2] < 0.1
    assert minutes < 1


def test_an_interrupted_training_ends_where_a_whole_one_does(tmp_path: Path) -> None:
    whole = Training(tmp_path)
    whole.run()
    whole.checkpoint.remove()
    with pytest.raises(KeyboardInterrupt):
        Training(tmp_path).run(stop_at(10))
    again, steps = Training(tmp_path), []
    again.run(lambda step, of, loss: steps.append(step))
    assert steps[0] == 9  # the checkpoint is of the eighth step
    assert torch.equal(again.number.weight, whole.number.weight)


def test_nothing_is_left_but_the_checkpoint_and_that_can_be_removed(tmp_path: Path) -> None:
    training = Training(tmp_path)
    training.run()
    assert [path.name for path in tmp_path.iterdir()] == ["number.pt"]
    training.checkpoint.remove()
    training.checkpoint.remove()
    assert list(tmp_path.iterdir()) == []
    assert training.checkpoint.resume() == (0, 0.0)


def test_a_half_written_checkpoint_does_not_take_the_place_of_a_whole_one(tmp_path: Path) -> None:
    Training(tmp_path).run(steps=8)
    (tmp_path / "number.partial").write_bytes(b"half")
    step, seconds = Training(tmp_path).checkpoint.resume()
    assert step == 8
    assert seconds >= 0


def test_a_checkpoint_of_other_work_is_refused(tmp_path: Path) -> None:
    Training(tmp_path).run(steps=4)
    with pytest.raises(WellspringError) as other:
        Training(tmp_path, work="that").run()
    assert other.value.code == "other_training"
    assert "Name another folder with --out, or delete it to start anew." in other.value.message


def test_the_rate_rises_then_falls_to_a_fiftieth() -> None:
    rate = falling(0.1, 100)
    shares = [rate(step) for step in range(100)]
    assert shares[0] == pytest.approx(0.1)
    assert max(shares) == pytest.approx(shares[9]) == pytest.approx(0.91)
    assert shares[9:] == sorted(shares[9:], reverse=True)
    assert min(shares) == rate(1000) == 0.02


def test_no_step_to_take_is_told() -> None:
    with pytest.raises(WellspringError, match="no example to train on"):
        falling(0.1, 0)


def test_files_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.jsonl").write_text(folder, "utf-8")
    (tmp_path / "own.jsonl").write_text("own", "utf-8")
    same = [tmp_path / "a" / "r.jsonl", tmp_path / "b" / "r.jsonl"]
    hashes = data_hashes([*same, tmp_path / "own.jsonl"])
    assert list(hashes) == [*map(str, same), "own.jsonl"]
    assert len(set(hashes.values())) == 3
    assert list(data_hashes(same[:1])) == ["r.jsonl"]

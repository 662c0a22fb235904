"""The steps of a training and its checkpoints.

They are saved whole or not at all, and never continued with other data or settings.
"""

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.models.stamps import sha256_of

Tick = Callable[[int, int, float], None]  # steps done, steps in all, loss


class Checkpoint:
    """The parts of one training (each with `state_dict` and `load_state_dict`) in one file."""

    def __init__(self, file: Path, work: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Name the file, what the training is of (data and settings), and its parts."""
        self._file = file
        self._work = json.dumps(work, sort_keys=True)
        self._parts = parts

    def resume(self) -> tuple[int, float]:
        """Load the parts; return the steps done and the seconds they took.

        Both are 0 without a checkpoint. Raises `WellspringError` for one of other work.
        """
        import torch

        if not self._file.is_file():
            return 0, 0.0
        state = torch.load(self._file, map_location="cpu", weights_only=True)
        if state["work"] != self._work:
            told = f"{self._file} is of a training with other data or settings."
            cure = "Name another folder with --out, or delete it to start anew."
            raise WellspringError(Problem.OTHER_TRAINING, f"{told} {cure}")
        for name, part in self._parts.items():
            part.load_state_dict(state[name])
        return int(state["step"]), float(state["seconds"])

    def save(self, step: int, seconds: float) -> None:
        """Write the parts; a crash leaves the checkpoint before."""
        import torch

        partial = self._file.with_suffix(".partial")
        states = {name: part.state_dict() for name, part in self._parts.items()}
        torch.save({"work": self._work, "step": step, "seconds": seconds, **states}, partial)
        os.replace(partial, self._file)

    def remove(self) -> None:
        """Delete the file: the training is done."""
        self._file.unlink(missing_ok=True)


def train(
    losses: Sequence[Callable[[], Any]],
    optimizer: Any,
    schedule: Any,
    checkpoint: Checkpoint,
    every: int,
    tick: Tick,
) -> float:
    """Take a step for each loss that the checkpoint has not; return the minutes that it took.

    The checkpoint is saved `every` so many steps.
    """
    from torch.nn.utils import clip_grad_norm_

    trained = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    done, seconds = checkpoint.resume()
    began = time.monotonic() - seconds
    for step in range(done, len(losses)):
        loss = losses[step]()
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        tick(step + 1, len(losses), float(loss.detach()))
        if (step + 1) % every == 0:
            checkpoint.save(step + 1, time.monotonic() - began)
    return round((time.monotonic() - began) / 60, 1)


def data_hashes(files: Sequence[Path]) -> dict[str, str]:
    """Return the SHA-256 of each file under its name; of two with one name, under its path."""
    names = Counter(file.name for file in files)
    return {file.name if names[file.name] == 1 else str(file): sha256_of(file) for file in files}


def falling(warmup: float, steps: int) -> Any:
    """Return the share of the peak learning rate at a step.

    It rises over `warmup` of the steps, then falls straight to 2 %. Raises `WellspringError` when
    there is no step to take.
    """
    if not steps:
        told = "The data hold no example to train on. Give more records, or more --epochs."
        raise WellspringError(Problem.NO_EXAMPLES, told)
    rise = max(1.0, warmup * steps)
    return lambda step: min(1.0, (step + 1) / rise) * max(0.02, 1 - step / steps)

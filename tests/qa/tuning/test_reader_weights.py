"""Averaging and writing weights. Building and going on: `tests/qa/tuning/test_reader.py`."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from qa.models.stamps import sha256_of
from qa.tuning.reader_weights import blend, export


def layer(value: float) -> torch.nn.Linear:
    made = torch.nn.Linear(2, 2)
    torch.nn.init.constant_(made.weight, value)
    torch.nn.init.constant_(made.bias, value)
    return made


def test_a_share_of_the_start_weights_is_kept(tmp_path: Path) -> None:
    save_file({"weight": torch.zeros(2, 2).half()}, tmp_path / "start.safetensors")
    model = layer(4.0)
    blend(model, tmp_path / "start.safetensors", 0.25)
    assert torch.equal(model.weight, torch.full((2, 2), 3.0))
    assert torch.equal(model.bias, torch.full((2,), 4.0))  # the start has none


def test_what_was_trained_is_written_in_half_precision_with_its_card(tmp_path: Path) -> None:
    model = layer(1.5)
    model.bias.requires_grad_(False)
    card: dict[str, object] = {"steps": 3}
    export(model, tmp_path, card)
    written = load_file(tmp_path / "reader.safetensors")
    assert list(written) == ["weight"]
    assert written["weight"].dtype == torch.float16
    told = json.loads((tmp_path / "reader.json").read_text("utf-8"))
    assert told == {"steps": 3, "weights_sha256": sha256_of(tmp_path / "reader.safetensors")}

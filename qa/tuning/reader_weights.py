"""The weights of a reader in training: begun with, gone on from, averaged, written."""

import json
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.encoders import lora
from qa.models.stamps import sha256_of
from qa.tuning.attention import quicken


def model_to_train(base: Path, rank: int, start: Path | None, device: str) -> Any:
    """Return the model to train: its base with what was trained before.

    With a rank, low-rank parts alone are trained. Raises `WellspringError` when `start` has none
    of that rank.
    """
    from qa.encoders.trained import load_trained
    from qa.evidence.model import ReaderModel

    model = ReaderModel(base)
    if rank:
        model.bert.requires_grad_(False)
        lora.add(model.bert.encoder, rank)
        if start:
            _go_on(model, start, rank)
        return model.to(device)
    if start:
        load_trained(model, start)
    if device == "cpu":  # MPNet attends in a way of its own
        quicken(model.bert)
    return model.to(device)


def _go_on(model: Any, start: Path, rank: int) -> None:
    """Load the low-rank parts and heads of a large reader into a model with such parts."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    told = f"{start} is no large reader of rank {rank}."
    told += " Give one, with the rank that it was trained with."
    try:
        trained = {name: tensor.float() for name, tensor in load_file(start).items()}
        found = model.load_state_dict(trained, strict=False)
    except (OSError, RuntimeError, SafetensorError) as error:
        raise WellspringError(Problem.BAD_READER, told) from error
    if found.unexpected_keys:
        raise WellspringError(Problem.BAD_READER, told)


def blend(model: Any, start: Path, keep: float) -> None:
    """Take a share of the weights from those that training began with (Wortsman et al., 2022)."""
    import torch
    from safetensors.torch import load_file

    before = load_file(start)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in before:
                parameter.lerp_(before[name].to(parameter), keep)


def export(model: Any, out: Path, card: dict[str, Any]) -> None:
    """Write the run card and the trained layers, without word embeddings."""
    card["weights_sha256"] = write_weights(model, out / "reader.safetensors")
    (out / "reader.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def write_weights(model: Any, file: Path) -> str:
    """Write the trained layers of a model in half precision; return the file's SHA-256."""
    from safetensors.torch import save_file

    trained = {
        name: p.detach().half().cpu().contiguous()
        for name, p in model.named_parameters()
        if p.requires_grad
    }
    save_file(trained, file)
    return sha256_of(file)

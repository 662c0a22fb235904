"""Load what was trained of an encoder and its heads, and choose the precision that it runs in."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.problems import Problem
from index.types import WellspringError
from qa.encoders import lora

if TYPE_CHECKING:
    import torch


def load_trained(model: Any, weights: Path) -> None:
    """Load the trained layers into a model; raises `WellspringError` when they do not fit."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        trained = {name: tensor.float() for name, tensor in load_file(weights).items()}
        low_rank = {
            name: trained.pop(name) for name in list(trained) if name.endswith((".a", ".b"))
        }
        unknown = model.load_state_dict(trained, strict=False).unexpected_keys
        lora.merge(model, low_rank)
    except (OSError, RuntimeError, SafetensorError) as error:
        raise _bad(weights, f"cannot be loaded ({error})") from error
    if unknown:
        raise _bad(weights, "belong to another model")


def _bad(weights: Path, what: str) -> WellspringError:
    told = f"The weights {weights} {what}. Restore the file from the repository."
    return WellspringError(Problem.BAD_READER, told)


def quickest() -> "torch.dtype":
    """Return bfloat16 where the processor multiplies in it, else float32.

    An emulated bfloat16 is the slowest of all.
    """
    import torch

    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32

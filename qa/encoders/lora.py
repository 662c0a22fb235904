"""Low-rank changes to the linear layers of an encoder (LoRA, Hu et al., 2021).

They are trained small, and merged into the weights to read. `peft` does the same for generators;
here low-rank parts, layer norms and heads of one reader stand in a single file.
"""

from collections.abc import Iterator, Mapping
from typing import Any

SCALE = 2.0  # alpha over rank


def add(encoder: Any, rank: int) -> None:
    """Give every linear layer of an encoder a low-rank part.

    Only these parts and the layer norms are trained from then on.
    """
    import torch
    from torch import nn
    from torch.nn.functional import linear

    class Changed(nn.Module):
        """A linear layer that stays, and its low-rank part, which changes nothing at first."""

        def __init__(self, layer: Any) -> None:
            """Take over the weights of a layer."""
            super().__init__()
            self.weight, self.bias = layer.weight, layer.bias
            self.a = nn.Parameter(torch.randn(rank, layer.in_features) / layer.in_features**0.5)
            self.b = nn.Parameter(torch.zeros(layer.out_features, rank))

        def forward(self, x: Any) -> Any:
            """Return the sum of what both parts make of an input."""
            return linear(x, self.weight, self.bias) + SCALE * linear(linear(x, self.a), self.b)

    for holder, child, _ in _linear_layers(encoder):
        setattr(holder, child, Changed(getattr(holder, child)))
    for name, parameter in encoder.named_parameters():
        parameter.requires_grad_(
            name.endswith((".a", ".b")) or ("LayerNorm" in name and "embeddings" not in name)
        )


def merge(encoder: Any, trained: Mapping[str, Any]) -> None:
    """Add trained low-rank parts, named as in the encoder, to its weights."""
    for holder, child, name in _linear_layers(encoder):
        if f"{name}.a" in trained:
            getattr(holder, child).weight.data += (
                SCALE * trained[f"{name}.b"] @ trained[f"{name}.a"]
            )


def _linear_layers(encoder: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield the module that holds each linear layer, the layer's name in it, and its full name."""
    import torch

    for name, module in list(encoder.named_modules()):
        for child, layer in list(module.named_children()):
            if isinstance(layer, torch.nn.Linear):
                yield module, child, f"{name}.{child}" if name else child

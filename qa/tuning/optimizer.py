"""The optimizer of an encoder with heads: the heads, begun anew, learn quicker than its layers."""

from typing import Any

from qa.tuning.checkpoint import falling


def optimizer_of(
    model: Any, steps: int, layers: float, heads: float, warmup: float
) -> tuple[Any, Any]:
    """Return the optimizer of what is trained of a model, and its schedule over so many steps.

    `layers` and `heads` are peak learning rates, `warmup` is the share of the steps up to there.
    """
    import torch

    trained = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in trained if name.startswith("bert.")], "lr": layers},
        {"params": [p for name, p in trained if not name.startswith("bert.")], "lr": heads},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, falling(warmup, steps))

import torch
from torch import nn

from qa.encoders import lora


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.ModuleList([nn.Linear(6, 6), nn.Linear(6, 6)])
        self.LayerNorm = nn.LayerNorm(6)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for layer in self.layer:
            x = layer(x)
        normed: torch.Tensor = self.LayerNorm(x)
        return normed


def test_low_rank_parts_change_nothing_at_first_and_what_they_learn_can_be_merged() -> None:
    torch.manual_seed(0)
    plain, x = Encoder(), torch.randn(4, 6)
    before = plain(x)
    changed = Encoder()
    changed.load_state_dict(plain.state_dict())
    lora.add(changed, rank=2)
    assert torch.allclose(changed(x), before)
    trained = {name for name, p in changed.named_parameters() if p.requires_grad}
    assert trained == {
        *(f"layer.{n}.{part}" for n in (0, 1) for part in "ab"),
        "LayerNorm.weight",
        "LayerNorm.bias",
    }
    for name, parameter in changed.named_parameters():
        if name.endswith(".b"):
            parameter.data = torch.randn_like(parameter)
    after = changed(x)
    assert not torch.allclose(after, before)
    lora.merge(
        plain, {name: p for name, p in changed.named_parameters() if name.endswith((".a", ".b"))}
    )
    assert torch.allclose(plain(x), after, atol=1e-5)

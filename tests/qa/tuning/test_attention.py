import torch
from transformers import AutoModel

from qa.models.finding import find, folders_of
from qa.models.known import MINILM
from qa.settings import Settings
from qa.tuning.attention import quicken


def test_the_quick_attention_says_what_the_own_one_says_and_hides_padding() -> None:
    base = find(MINILM, folders_of(Settings())).folder
    own, quick = AutoModel.from_pretrained(base), AutoModel.from_pretrained(base)
    quicken(quick)
    ids = torch.tensor([[101, 2043, 2001, 2009, 2441, 102], [101, 2043, 102, 0, 0, 0]])
    inputs = {"input_ids": ids, "attention_mask": (ids > 0).long()}
    with torch.inference_mode():
        expected, said = own(**inputs).last_hidden_state, quick(**inputs).last_hidden_state
        inputs["input_ids"] = ids.masked_fill(ids == 0, 2001)
        padded_otherwise = quick(**inputs).last_hidden_state
    assert torch.nn.functional.cosine_similarity(expected, said, dim=-1).min() > 0.99
    assert torch.equal(said[1, :3], padded_otherwise[1, :3])


def test_it_can_be_trained() -> None:
    bert = AutoModel.from_pretrained(find(MINILM, folders_of(Settings())).folder)
    quicken(bert)
    bert(input_ids=torch.tensor([[101, 2043, 102]])).last_hidden_state.sum().backward()
    assert bert.encoder.layer[0].attention.self.query.weight.grad.abs().sum() > 0

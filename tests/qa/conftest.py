"""A causal language model small enough to train in a test, and written answers."""

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

TinyModel = Callable[[Sequence[str]], Path]


@pytest.fixture
def tiny_model_of(tmp_path: Path) -> TinyModel:
    """Return a function that makes a folder with a random model of two layers.

    It knows the words of some texts.
    """

    def make(texts: Sequence[str]) -> Path:
        torch.manual_seed(0)  # another draw may end its text with the first token
        folder = tmp_path / "tiny"
        tokenizer = Tokenizer(models.WordLevel(unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        tokenizer.train_from_iterator(
            texts, trainers.WordLevelTrainer(special_tokens=["[UNK]", "[END]"])
        )
        fast = PreTrainedTokenizerFast(
            tokenizer_object=tokenizer, unk_token="[UNK]", eos_token="[END]"
        )  # type: ignore[no-untyped-call]
        fast.save_pretrained(folder)
        config = LlamaConfig(
            vocab_size=len(fast),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=2,
            num_key_value_heads=1,
        )
        LlamaForCausalLM(config).save_pretrained(folder)
        return folder

    return make


@pytest.fixture
def answers_of(tmp_path: Path) -> Callable[[Sequence[dict[str, object]]], Path]:
    """Write answers to records, a right and a wrong one each."""

    def write(records: Sequence[dict[str, object]]) -> Path:
        rows = [
            {
                "id": r["id"],
                "answer": f"{r['id']} opened.",
                "wrong": f"{r['id']} burnt.",
                "kind": "turn",
            }
            for r in records
        ]
        file = tmp_path / "answers.jsonl.gz"
        file.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
        return file

    return write

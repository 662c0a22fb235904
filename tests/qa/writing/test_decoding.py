from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from qa.writing.decoding import copied, greedy

TinyModel = Callable[[Sequence[str]], Path]
ASKED = "Sentences:\n1. The bridge is 240 metres long.\n\nQuestion: How long is the bridge?"


def test_a_repeated_beginning_is_guessed_to_go_on_as_before() -> None:
    assert copied([1, 2, 3, 4, 9, 1, 2]) == [3, 4, 9, 1, 2]
    assert copied([1, 2, 5, 1, 2, 6, 1, 2], most=1) == [6]
    assert copied([1, 2, 3]) == []


def test_guessing_changes_no_token(tiny_model_of: TinyModel) -> None:
    """Compared with the greedy search of `transformers`, which guesses nothing."""
    tiny_model = tiny_model_of([ASKED])
    tokenizer = AutoTokenizer.from_pretrained(tiny_model)
    # in bfloat16 a near tie may fall either way
    model: Any = AutoModelForCausalLM.from_pretrained(tiny_model, dtype=torch.float32)
    ids = tokenizer(f"{ASKED}\nAnswer:", return_tensors="pt")["input_ids"]
    made = model.generate(ids, do_sample=False, max_new_tokens=40, min_new_tokens=40)
    expected = made[0, ids.shape[1] :].tolist()
    assert list(greedy(model, ids, 40, set(), Lock())) == expected
    assert any(copied(expected[:end]) for end in range(3, 40))  # there was something to guess

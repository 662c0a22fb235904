"""What a generator is taught, with a random model of two layers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from transformers import AutoModelForCausalLM, AutoTokenizer

from qa.tuning.data.phrasing import Draft
from qa.tuning.generator_loss import Row, loss_of, make_row, scores

DRAFTS = [
    Draft("Question : When was it opened ?", " It was opened in 1874 ."),
    Draft("Question : Who ?", " Ada ."),
]


@pytest.fixture
def tiny(tiny_model_of: Callable[[Sequence[str]], Path]) -> tuple[Any, Any]:
    """A tokenizer, and a model that holds its causal model as one with an adapter does."""
    folder = tiny_model_of([text for draft in DRAFTS for text in (draft.prompt, draft.target)])
    causal = AutoModelForCausalLM.from_pretrained(folder)
    model = SimpleNamespace(base_model=SimpleNamespace(model=causal), train=causal.train)
    return AutoTokenizer.from_pretrained(folder), model


def cost(model: Any, rows: Sequence[Row]) -> float:
    return float(loss_of(model, rows, "cpu").detach())


def test_a_row_is_prompt_target_and_end(tiny: tuple[Any, Any]) -> None:
    tokenizer, _ = tiny
    row = make_row(tokenizer, DRAFTS[1])
    assert tokenizer.decode(row.ids[: row.written]) == DRAFTS[1].prompt
    assert tokenizer.decode(row.ids[row.written : -1]) == "Ada ."
    assert row.ids[-1] == tokenizer.eos_token_id


def test_only_what_is_to_be_written_counts(tiny: tuple[Any, Any]) -> None:
    tokenizer, model = tiny
    row = make_row(tokenizer, DRAFTS[0])
    whole, end = cost(model, [row]), Row(row.ids, len(row.ids) - 1)
    assert whole != pytest.approx(cost(model, [end]), abs=1e-6)
    assert whole > 0


def test_what_a_short_row_is_filled_up_with_does_not_count(tiny: tuple[Any, Any]) -> None:
    tokenizer, model = tiny
    rows = [make_row(tokenizer, draft) for draft in DRAFTS]
    written = [len(row.ids) - row.written for row in rows]
    alone = [cost(model, [row]) for row in rows]
    expected = sum(loss * size for loss, size in zip(alone, written, strict=True)) / sum(written)
    assert cost(model, rows) == pytest.approx(expected, rel=0.02)


def test_the_score_is_the_mean_loss_of_all_drafts(tiny: tuple[Any, Any]) -> None:
    tokenizer, model = tiny
    one, two = (make_row(tokenizer, draft) for draft in DRAFTS)
    found = scores(model, [[one], [two], [two]], "cpu")
    losses = [cost(model, [row]) for row in (one, two, two)]
    assert found == {"drafts": 3, "loss": pytest.approx(sum(losses) / 3, abs=0.01)}
    assert scores(model, [], "cpu") == {"drafts": 0}

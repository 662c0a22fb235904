"""A generator with an adapter from `wellspring tune generator`: it says which sentence answers, and writes the answer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.models.stamps import sha256_of
from qa.types import Evidence, Turn
from qa.writing.generator import TransformersGenerator
from qa.writing.prompt import asking_prompt, evidence_prompt, followup_prompt

CARD = "generator.json"
_WEIGHTS = "adapter_model.safetensors"
_MAX_QUESTION_TOKENS = 60
MOST_SENTENCES = 4  # it was tuned on one to four


@dataclass(frozen=True, slots=True)
class Base:
    """A model that adapters are tuned for: what an adapter calls it, its folder, and the SHA-256 of its published weights."""

    name: str
    folder: Path
    sha256: str


class TunedGenerator(TransformersGenerator):
    """The base model with its adapter merged in."""

    def __init__(self, base: Base, adapter: Path) -> None:
        """Load both; raises `WellspringError` when the adapter is damaged or belongs to another base."""
        super().__init__(base.folder, base.name)
        card = read_card(adapter)
        if card["base_sha256"] != base.sha256:
            raise WellspringError(
                Problem.OTHER_BASE,
                f"The adapter {adapter} was tuned for {card['base']}, not for {self.name}: their weights differ. "
                "Set WELLSPRING_GENERATOR to its own base, or tune a new one with `wellspring tune generator`.",
            )
        if sha256_of(adapter / _WEIGHTS) != card["adapter_sha256"]:
            raise WellspringError(
                Problem.BAD_ADAPTER, f"The weights of the adapter {adapter} are damaged. Restore its files, or tune it again."
            )
        self._model = _merged(self._model, adapter)
        self.name = f"{self.name}+adapter@{card['adapter_sha256'][:8]}"
        digits = [self._tokenizer(str(n), add_special_tokens=False)["input_ids"] for n in range(MOST_SENTENCES + 1)]
        self._digits = [ids[-1] for ids in digits]

    def judge(self, question: str, evidence: Sequence[Evidence]) -> list[float]:
        """Return the probability that none of the evidence answers, and that each of its first sentences does; they sum to 1."""
        import torch

        shown = evidence[:MOST_SENTENCES]
        with self._lock, torch.inference_mode():
            logits = self._model(input_ids=torch.tensor([self._prompt(question, shown)]), logits_to_keep=1).logits[0, -1]
        return [float(p) for p in torch.softmax(logits[self._digits[: len(shown) + 1]].float(), -1)]

    def draft(self, question: str, evidence: Sequence[Evidence], max_tokens: int) -> Iterator[str]:
        """Yield an answer from the first piece of evidence."""
        import torch

        shown = [replace(item, title="") for item in evidence[:MOST_SENTENCES]]  # of a title it sometimes copies the end
        ids = self._prompt(question, shown) + self._tokenizer("1]", add_special_tokens=False)["input_ids"]
        yield from self._text(torch.tensor([ids]), max_tokens)

    def question_for(self, title: str, sentence: str, answer: str) -> str:
        """Return a question that a part of a sentence answers."""
        return self._line(asking_prompt(title, sentence, answer))

    def in_full(self, question: str, turns: Sequence[Turn]) -> str:
        """Return a follow-up question as it would be asked without the conversation before it."""
        return self._line(followup_prompt(question, turns)) if turns else question

    def _line(self, prompt: str) -> str:
        import torch

        ids = self._tokenizer(prompt, add_special_tokens=False)["input_ids"]
        return "".join(self._text(torch.tensor([ids]), _MAX_QUESTION_TOKENS)).strip().split("\n")[0]

    def _prompt(self, question: str, evidence: Sequence[Evidence]) -> list[int]:
        prompt = evidence_prompt(question, [(item.title, item.text) for item in evidence])
        return list(self._tokenizer(prompt, add_special_tokens=False)["input_ids"])


def read_card(adapter: Path) -> dict[str, Any]:
    """Return the run card of an adapter; raises `WellspringError` when it has none."""
    try:
        card: dict[str, Any] = json.loads((adapter / CARD).read_text("utf-8"))
        (adapter / _WEIGHTS).stat()
        return {**card, "base": card["base"], "base_sha256": card["base_sha256"], "adapter_sha256": card["adapter_sha256"]}
    except (OSError, ValueError, KeyError) as error:
        raise WellspringError(
            Problem.BAD_ADAPTER,
            f"{adapter} is no adapter of ours: {CARD} or weights cannot be read ({error}). Make one with `wellspring tune generator`.",
        ) from error


def base_hash(base: Path) -> str:
    """Return the SHA-256 of a model folder's weights, by which an adapter knows its base."""
    return sha256_of(base / "model.safetensors")


def _merged(model: Any, adapter: Path) -> Any:
    import warnings

    from peft import PeftModel

    warnings.filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)  # peft 0.21 asks transformers 5.23 for it
    try:
        merged = PeftModel.from_pretrained(model, str(adapter)).merge_and_unload()
    except Exception as error:
        raise WellspringError(
            Problem.BAD_ADAPTER, f"The adapter {adapter} cannot be loaded ({type(error).__name__}). Restore its files, or tune it again."
        ) from error
    merged.train(False)
    return merged

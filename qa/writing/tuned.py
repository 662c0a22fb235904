"""A generator with an adapter from `wellspring tune generator`.

It answers in a direct sentence, and writes questions.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.models.stamps import sha256_of
from qa.text.windows import before
from qa.types import Evidence, Found
from qa.writing.generator import TransformersGenerator
from qa.writing.prompt import asking_prompt, told, writing_prompt

CARD = "generator.json"
WEIGHTS = "adapter_model.safetensors"
_NAMED = ("base", "base_sha256", "adapter_sha256")  # what each card holds
_MAX_QUESTION_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Base:
    """A model that adapters are tuned for.

    That is: what an adapter calls it, its folder, and the SHA-256 of its published weights.
    """

    name: str
    folder: Path
    sha256: str


class TunedGenerator(TransformersGenerator):
    """The base model with its adapter merged in."""

    def __init__(self, base: Base, adapter: Path) -> None:
        """Load both.

        Raises `WellspringError` when the adapter is damaged or belongs to another base.
        """
        super().__init__(base.folder, base.name)
        card = read_card(adapter)
        check_base(card, base, adapter)
        if sha256_of(adapter / WEIGHTS) != card["adapter_sha256"]:
            raise _bad(f"The weights of the adapter {adapter} are damaged.")
        self._model = _merged(self._model, adapter)
        self.name = f"{self.name}+adapter@{card['adapter_sha256'][:8]}"

    def drafts(
        self, question: str, found: Sequence[Found], max_tokens: int
    ) -> Iterator[Iterator[str]]:
        """Yield two direct answers of one sentence.

        One is from the evidence where it stands, one from the evidence by itself. What stands
        around a sentence names what it leaves out, or leads astray.
        """
        evidence = [item.evidence for item in found]
        alone = len(evidence) == 1
        short = found[0].answer if alone else ""
        placed = [_placed(item, alone=alone) for item in evidence]
        for shown in (placed, [item.text for item in evidence]):
            yield self._text(self._ids(writing_prompt(question, shown, short)), max_tokens)

    def question_for(self, title: str, sentence: str, answer: str) -> str:
        """Return a question that a part of a sentence answers."""
        return self._line(asking_prompt(title, sentence, answer))

    def _line(self, prompt: str) -> str:
        return "".join(self._text(self._ids(prompt), _MAX_QUESTION_TOKENS)).strip().split("\n")[0]

    def _ids(self, prompt: str) -> Any:
        import torch

        return torch.tensor([self._tokenizer(prompt, add_special_tokens=False)["input_ids"]])


def _placed(item: Evidence, *, alone: bool) -> str:
    """Return evidence as it stands in its article.

    Several were shown without what stands before them when the adapter was tuned.
    """
    return told(item.title, before(item.passage, item.at) if alone else "", item.text)


def read_card(adapter: Path) -> dict[str, Any]:
    """Return the run card of an adapter; raises `WellspringError` when it has none."""
    try:
        card: dict[str, Any] = json.loads((adapter / CARD).read_text("utf-8"))
        (adapter / WEIGHTS).stat()
        return {**card, **{name: card[name] for name in _NAMED}}
    except (OSError, ValueError, KeyError) as error:
        told = (
            f"{adapter} is no adapter of ours: {CARD} or weights cannot be read ({error}). "
            "Make one with `wellspring tune generator`."
        )
        raise WellspringError(Problem.BAD_ADAPTER, told) from error


def check_base(card: dict[str, Any], base: Base, adapter: Path) -> None:
    """Raise `WellspringError` when an adapter's card names another base."""
    if card["base_sha256"] != base.sha256:
        told = (
            f"The adapter {adapter} was tuned for {card['base']}, not for {base.name}: "
            "their weights differ. Set WELLSPRING_GENERATOR to its own base, "
            "or tune a new one with `wellspring tune generator`."
        )
        raise WellspringError(Problem.OTHER_BASE, told)


def base_hash(base: Path) -> str:
    """Return the SHA-256 of a model folder's weights, by which an adapter knows its base."""
    return sha256_of(base / "model.safetensors")


def _merged(model: Any, adapter: Path) -> Any:
    import warnings

    from peft import PeftModel

    # peft 0.21 asks transformers 5.23 for it
    warnings.filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)
    try:
        merged = PeftModel.from_pretrained(model, str(adapter)).merge_and_unload()
    except Exception as error:
        problem = f"The adapter {adapter} cannot be loaded ({type(error).__name__})."
        raise _bad(problem) from error
    merged.train(False)
    return merged


def _bad(problem: str) -> WellspringError:
    return WellspringError(Problem.BAD_ADAPTER, f"{problem} Restore its files, or tune it again.")

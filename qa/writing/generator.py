"""Turn a prompt into text, token by token, with a causal language model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from index.problems import Problem
from index.tokens import load_encoding
from index.types import WellspringError
from qa.writing.decoding import greedy
from qa.writing.prompt import Messages

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_CONTEXT = 2048  # tokens, where a model says nothing of it
# Tokenizers that differ count this differently.
_PROBE = (
    "In 2019, loans of 25.412 billion yuan (52%) “helped” 563,000 households; "
    "don't ask U.S. No. 5!\n"
)


class TransformersGenerator:
    """Any causal model of `transformers`, by hub name or local folder, greedy, in bfloat16."""

    is_elsewhere = False

    def __init__(self, model: str | Path, name: str | None = None, context: int = 0) -> None:
        """Load the model; raises `WellspringError` when there is none of that name.

        It reads `context` tokens at once; 0: as many as the model says.
        """
        self.name = name or Path(model).name
        self._tokenizer, self._model = _load(str(model))
        self.count_tokens = _counter(self._tokenizer, Path(model))
        self._stops = _stop_ids(self._tokenizer, self._model)
        self._lock = Lock()
        self.context = context or _context(self._model)

    def generate(self, messages: Messages, max_tokens: int) -> Iterator[str]:
        """Yield what the model says to the messages; closing the iterator stops the model."""
        return self._text(self._encode(messages), max_tokens)

    def _text(self, input_ids: Any, max_tokens: int) -> Iterator[str]:
        ids: list[int] = []
        shown = ""
        for token in greedy(self._model, input_ids, max_tokens, self._stops, self._lock):
            ids.append(token)
            text = str(self._tokenizer.decode(ids, skip_special_tokens=True))
            if not text.endswith("\ufffd") and text != shown:  # a character may take several tokens
                yield text[len(shown) :]
                shown = text

    def _encode(self, messages: Messages) -> Any:
        if self._tokenizer.chat_template:
            text = self._tokenizer.apply_chat_template(
                messages, tokenize=False, add_generation_prompt=True
            )
        else:
            text = "\n\n".join(message["content"] for message in messages) + "\nAnswer:"
        return self._tokenizer(
            text, return_tensors="pt", add_special_tokens=not self._tokenizer.chat_template
        )["input_ids"]


def _load(model: str) -> "tuple[PreTrainedTokenizerBase, PreTrainedModel]":
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(model)
        loaded = AutoModelForCausalLM.from_pretrained(model, dtype=torch.bfloat16)
        loaded.train(False)
        # takes off what its file says of cutting and padding before threads share it
        tokenizer("once", add_special_tokens=False)
        return tokenizer, loaded
    except Exception as error:
        told = (
            f"The generator {model!r} could not be loaded ({type(error).__name__}). "
            "Set WELLSPRING_GENERATOR to a folder with a transformers causal language model, "
            "or to a hub name while you are online, or unset it for the bundled one."
        )
        raise WellspringError(Problem.BAD_GENERATOR, told) from error


def _context(model: "PreTrainedModel") -> int:
    """Return how many tokens a model reads at once, as its configuration says."""
    told = getattr(model.config, "max_position_embeddings", None)
    return told if isinstance(told, int) and told > 0 else _CONTEXT


def _counter(tokenizer: "PreTrainedTokenizerBase", folder: Path) -> Callable[[str], int]:
    """Return a token counter.

    It is a `tiktoken` encoding of the model's vocabulary where it counts alike, else the model's
    own tokenizer.
    """

    def own(text: str) -> int:
        """Count with the model's own tokenizer."""
        return len(tokenizer(text, add_special_tokens=False)["input_ids"])

    try:
        encoding = load_encoding(folder / "tokenizer.json")
    except (OSError, KeyError, ValueError):
        return own

    def count(text: str) -> int:
        """Count with the encoding of `tiktoken`."""
        return len(encoding.encode_ordinary(text))

    return count if count(_PROBE) == own(_PROBE) else own


def _stop_ids(tokenizer: "PreTrainedTokenizerBase", model: "PreTrainedModel") -> set[int]:
    configured = model.generation_config.eos_token_id if model.generation_config else None
    ids = configured if isinstance(configured, list) else [configured]
    return {int(i) for i in [*ids, tokenizer.eos_token_id] if i is not None}

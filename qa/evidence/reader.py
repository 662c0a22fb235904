"""An evidence reader: which sentence of a passage answers a question, where in it, or none.

An encoder (MiniLM or MPNet) reads question and passage together, so that a sentence is judged with the title and its neighbours in
sight. Three small heads read its output: one score a sentence (mean of its tokens), one for "none of them", and the start and end of
the answer. Trained by `qa/tuning/reader.py`. Word embeddings are the published model's own: stored are only the layers above them, or
low-rank changes of those (`lora`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.problems import Problem
from index.sentences import Span, sentence_spans
from index.types import WellspringError
from qa.evidence import lora

if TYPE_CHECKING:
    import torch

MAX_TOKENS = 320  # of question, title and passage; passages have about 200
_MAX_QUESTION = 90  # tokens; of a longer question the beginning is read
_ROUNDED = 32  # tokens; for each new length processors prepare the products of matrices anew
_LONGEST_SPAN = 25  # tokens of a short answer


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence of a passage as the reader judged it.

    `odds` is the log odds of this sentence against "no sentence of this passage answers". `answer` is the
    likeliest short answer in it, as a range of the passage's text, and `answer_odds` its log odds against none.
    """

    start: int
    end: int
    odds: float
    answer: Span
    answer_odds: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """A question with a passage as the model's input, and what its tokens belong to.

    `sentence` has for each token the number of its sentence or -1; `offsets` its range in the passage's text.
    """

    ids: list[int]
    types: list[int]
    sentence: list[int]
    offsets: list[Span]
    spans: list[Span]


def encode(
    tokenizer: Any, question: str, title: str, text: str, spans: Sequence[Span] | None = None
) -> Encoded:
    """Tokenize a question with a passage under its title; what exceeds MAX_TOKENS is cut from the passage's end.

    It is cut here: a tokenizer told to cut keeps that for its next call, which may be of another thread.
    """
    asked = tokenizer(question, add_special_tokens=False, verbose=False)["input_ids"][
        :_MAX_QUESTION
    ]
    before = f"{title[:200]}. " if title else ""
    given = tokenizer(
        before + text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
    )
    room = MAX_TOKENS - len(asked) - 3
    head, end = [tokenizer.cls_token_id, *asked, tokenizer.sep_token_id], tokenizer.sep_token_id
    ids = [*head, *given["input_ids"][:room], end]
    places = [(a - len(before), b - len(before)) for a, b in given["offset_mapping"][:room]]
    offsets = [(0, 0)] * len(head) + places + [(0, 0)]
    types = [0] * len(head) + [1] * (len(places) + 1)
    spans = list(spans if spans is not None else sentence_spans(text))
    sentence, number = [-1] * len(ids), 0
    for i, (start, _) in enumerate(places, len(head)):
        while number < len(spans) and start >= spans[number][1]:
            number += 1
        if number < len(spans) and start >= spans[number][0]:
            sentence[i] = number
    return Encoded(ids, types, sentence, offsets, spans[: max(sentence) + 1])


def build_model(base: Path) -> Any:
    """Return an encoder with fresh heads, as a torch module."""
    import torch
    from torch import nn
    from transformers import AutoModel

    class ReaderModel(nn.Module):
        """The encoder with three heads. `forward` returns span logits (B, T, 2) and sentence logits (B, 1 + S), "none" first."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = AutoModel.from_pretrained(base)
            self.bert.embeddings.requires_grad_(False)
            self.typed = hasattr(self.bert.config, "type_vocab_size")
            size = self.bert.config.hidden_size
            self.span, self.sent, self.null = (
                nn.Linear(size, 2),
                nn.Linear(size, 1),
                nn.Linear(size, 1),
            )

        def forward(self, ids: Any, types: Any, mask: Any, sentence: Any) -> tuple[Any, Any]:
            ids = ids.masked_fill(
                mask == 0, self.bert.config.pad_token_id
            )  # MPNet counts its positions from what is not padding
            sides = {"token_type_ids": types} if self.typed else {}
            hidden = self.bert(
                input_ids=ids, attention_mask=mask, **sides
            ).last_hidden_state.float()
            inside = sentence >= 0
            allowed = inside.clone()
            allowed[:, 0] = True  # the first token stands for "no answer here"
            spans = self.span(hidden).masked_fill(~allowed[..., None], -1e4)
            count = int(sentence.max()) + 1
            member = torch.zeros(len(ids), max(count, 1), ids.shape[1], device=ids.device)
            member.scatter_(1, sentence.clamp(min=0)[:, None, :], inside.float()[:, None, :])
            size = member.sum(-1, keepdim=True)
            scores = self.sent(member @ hidden / size.clamp(min=1))[..., 0].masked_fill(
                size[..., 0] == 0, -1e4
            )
            return spans, torch.cat([self.null(hidden[:, 0]), scores], 1)

    return ReaderModel()


def load_trained(model: Any, weights: Path) -> None:
    """Load the trained layers into a model; raises `WellspringError` when they do not fit."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        trained = {name: tensor.float() for name, tensor in load_file(weights).items()}
        low_rank = {
            name: trained.pop(name) for name in list(trained) if name.endswith((".a", ".b"))
        }
        unknown = model.load_state_dict(trained, strict=False).unexpected_keys
        lora.merge(model, low_rank)
    except (OSError, RuntimeError, SafetensorError) as error:
        raise WellspringError(
            Problem.BAD_READER,
            f"The reader's weights {weights} cannot be loaded ({error}). Restore the file from the repository.",
        ) from error
    if unknown:
        problem = f"The reader's weights {weights} belong to another model."
        raise WellspringError(
            Problem.BAD_READER, f"{problem} Restore the file from the repository."
        )


def pad(batch: Sequence[Encoded]) -> "tuple[torch.Tensor, ...]":
    """Return ids, types, mask and sentence numbers as tensors of shape (batch, longest, rounded up)."""
    import torch

    longest = -(-max(len(item.ids) for item in batch) // _ROUNDED) * _ROUNDED

    def rows(values: Sequence[list[int]], fill: int) -> torch.Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in values])

    mask = [[1] * len(item.ids) for item in batch]
    return (
        rows([i.ids for i in batch], 0),
        rows([i.types for i in batch], 0),
        rows(mask, 0),
        rows([i.sentence for i in batch], -1),
    )


class Reader:
    """The trained reader."""

    def __init__(self, base: Path, weights: Path) -> None:
        """Load the trained layers over the published encoder; raises `WellspringError` when they do not fit."""
        from transformers import AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(base)
        self.tokenizer(
            "once"
        )  # takes off what its file says of cutting and padding before threads share it
        self._model = build_model(base)
        load_trained(self._model, weights)
        self._model.train(False)
        self._model.bert.to(_quickest())

    def read(self, question: str, passages: Sequence[tuple[str, str]]) -> list[list[ReadSentence]]:
        """Judge the sentences of each (title, text) passage for a question."""
        return self.read_each([(question, *passage) for passage in passages])

    def read_each(
        self, asked: Sequence[tuple[str, str, str]], spans: Sequence[Sequence[Span] | None] = ()
    ) -> list[list[ReadSentence]]:
        """Judge the sentences of each passage for its own question: (question, title, text).

        `spans` are the sentences of each, where they are known.
        """
        import torch

        known = [*spans, *[None] * (len(asked) - len(spans))]
        batch = [encode(self.tokenizer, *item, of) for item, of in zip(asked, known, strict=True)]
        if not batch:
            return []
        with torch.inference_mode():
            spans, scores = self._model(*pad(batch))
        return [_sentences(item, spans[i], scores[i]) for i, item in enumerate(batch)]


def _quickest() -> "torch.dtype":
    """Return bfloat16 where the processor multiplies in it, else float32: an emulated bfloat16 is the slowest of all."""
    import torch

    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32


def _sentences(item: Encoded, spans: Any, scores: Any) -> list[ReadSentence]:
    found = []
    for number, (start, end) in enumerate(item.spans):
        tokens = [i for i, of in enumerate(item.sentence) if of == number]
        if tokens:
            odds = float(scores[number + 1] - scores[0])
            found.append(ReadSentence(start, end, odds, *_best_span(item, spans, tokens)))
    return found


def _best_span(item: Encoded, spans: Any, tokens: list[int]) -> tuple[Span, float]:
    """Return the range of the likeliest answer among the tokens of one sentence, and its log odds against none."""
    first, last = spans[tokens, 0].tolist(), spans[tokens, 1].tolist()
    pairs = (
        (first[i] + last[j], i, j)
        for i in range(len(tokens))
        for j in range(i, min(i + _LONGEST_SPAN, len(tokens)))
    )
    score, i, j = max(pairs)
    none = float(spans[0, 0] + spans[0, 1])
    return (item.offsets[tokens[i]][0], item.offsets[tokens[j]][1]), score - none

"""A question with a passage as tokens: what an evidence reader is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.sentences import Span, sentence_spans

if TYPE_CHECKING:
    import torch

MAX_TOKENS = 320  # of question, title and passage; passages have about 200
_MAX_QUESTION = 90  # tokens; of a longer question the beginning is read
_ROUNDED = 32  # tokens; for each new length processors prepare the products of matrices anew


@dataclass(frozen=True, slots=True)
class Encoded:
    """A question with a passage as the model's input, and what its tokens belong to.

    `sentence` has for each token the number of its sentence or -1; `offsets` its range in the
    passage's text.
    """

    ids: list[int]
    types: list[int]
    sentence: list[int]
    offsets: list[Span]
    spans: list[Span]


def encode(
    tokenizer: Any, question: str, title: str, text: str, spans: Sequence[Span] | None = None
) -> Encoded:
    """Tokenize a question with a passage under its title.

    What exceeds MAX_TOKENS is cut from the passage's end. It is cut here: a tokenizer told to cut
    keeps that for its next call, which may be of another thread.
    """
    plain = {"add_special_tokens": False, "verbose": False}
    asked = tokenizer(question, **plain)["input_ids"][:_MAX_QUESTION]
    before = f"{title[:200]}. " if title else ""
    given = tokenizer(before + text, return_offsets_mapping=True, **plain)
    room = MAX_TOKENS - len(asked) - 3
    head, end = [tokenizer.cls_token_id, *asked, tokenizer.sep_token_id], tokenizer.sep_token_id
    ids = [*head, *given["input_ids"][:room], end]
    places = [(a - len(before), b - len(before)) for a, b in given["offset_mapping"][:room]]
    offsets = [(0, 0)] * len(head) + places + [(0, 0)]
    types = [0] * len(head) + [1] * (len(places) + 1)
    spans = list(spans if spans is not None else sentence_spans(text))
    sentence = [-1] * len(head) + _numbers(places, spans) + [-1]
    return Encoded(ids, types, sentence, offsets, spans[: max(sentence) + 1])


def _numbers(places: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    """Return for each token the number of the sentence that it begins in, or -1."""
    numbers, number = [], 0
    for start, _ in places:
        while number < len(spans) and start >= spans[number][1]:
            number += 1
        inside = number < len(spans) and start >= spans[number][0]
        numbers.append(number if inside else -1)
    return numbers


def pad(batch: Sequence[Encoded]) -> "tuple[torch.Tensor, ...]":
    """Return ids, types, mask and sentence numbers as tensors.

    Their shape is the batch by its longest item, rounded up.
    """
    import torch

    longest = -(-max(len(item.ids) for item in batch) // _ROUNDED) * _ROUNDED

    def rows(values: Sequence[list[int]], fill: int) -> torch.Tensor:
        """Return lists as rows of one length."""
        return torch.tensor([row + [fill] * (longest - len(row)) for row in values])

    mask = [[1] * len(item.ids) for item in batch]
    return (
        rows([i.ids for i in batch], 0),
        rows([i.types for i in batch], 0),
        rows(mask, 0),
        rows([i.sentence for i in batch], -1),
    )

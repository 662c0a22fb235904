"""What an evidence reader is taught: what its heads should say, and how far they are from it.

Cross-entropy over "none" and the sentences of a passage, and over the start and the end of the
short answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.sentences import Span
from qa.evidence.encoding import Encoded, encode, pad
from qa.tuning.data.examples import Example

_LONGEST_QUESTION = 400  # characters


@dataclass(frozen=True, slots=True)
class Target:
    """An encoded example with what the heads should say.

    That is: the token numbers of the answer, and the numbers of the gold sentences.
    """

    encoded: Encoded
    first: int
    last: int
    gold: tuple[int, ...]
    knows_span: bool


def make_targets(tokenizer: Any, batch: Sequence[Example]) -> list[Target]:
    """Encode a batch, without the examples whose answer lies beyond what the reader reads."""
    return [target for example in batch if (target := make_target(tokenizer, example))]


def make_target(tokenizer: Any, example: Example) -> Target | None:
    """Encode an example; None when its answer lies beyond what the reader reads."""
    question = example.question[:_LONGEST_QUESTION]
    encoded = encode(tokenizer, question, example.title, example.text)
    gold = tuple(n for n, span in enumerate(encoded.spans) if _is_gold(span, example))
    tokens = _answer_tokens(encoded, example.span) if example.span else (0, 0)
    if tokens is None or not encoded.spans or (example.gold and not gold):
        return None
    return Target(encoded, *tokens, gold, example.knows_span)


def _is_gold(sentence: Span, example: Example) -> bool:
    return any(sentence[0] < end and sentence[1] > start for start, end in example.gold)


def _answer_tokens(encoded: Encoded, answer: Span) -> tuple[int, int] | None:
    """Return the numbers of the first and the last token of an answer; None when it is cut off."""
    start, end = answer
    inside = [
        number
        for number, (a, b) in enumerate(encoded.offsets)
        if encoded.sentence[number] >= 0 and a < end and b > start
    ]
    if not inside or encoded.offsets[inside[-1]][1] < end - 1:
        return None
    return inside[0], inside[-1]


def loss_of(model: Any, tokenizer: Any, chosen: Sequence[Example], device: str) -> Any:
    """Return the loss over a batch; 0 when no answer of it is read."""
    import torch

    batch = make_targets(tokenizer, chosen)
    if not batch:
        return torch.zeros((), requires_grad=True)
    with torch.autocast(device, torch.bfloat16):
        spans, sentences = model(*inputs(batch, device))
    return told_loss(spans, sentences, batch)


def told_loss(spans: Any, sentences: Any, batch: Sequence[Target]) -> Any:
    """Return how far the logits of spans and of sentences are from what they should say."""
    import torch
    from torch.nn.functional import cross_entropy

    known = torch.tensor([target.knows_span for target in batch], device=spans.device)
    first = torch.tensor([target.first for target in batch], device=spans.device)
    last = torch.tensor([target.last for target in batch], device=spans.device)
    start_loss = cross_entropy(spans[..., 0], first, reduction="none")
    end_loss = cross_entropy(spans[..., 1], last, reduction="none")
    span_loss = (start_loss + end_loss) / 2
    gold = torch.zeros_like(sentences, dtype=torch.bool)
    for row, target in enumerate(batch):
        gold[row, [n + 1 for n in target.gold] or [0]] = True
    of_gold = torch.logsumexp(sentences.masked_fill(~gold, -1e9), 1)
    sentence_loss = torch.logsumexp(sentences, 1) - of_gold
    return (span_loss * known).sum() / known.sum().clamp(min=1) + sentence_loss.mean()


def scores(
    model: Any, tokenizer: Any, batches: Sequence[Sequence[Example]], device: str
) -> dict[str, Any]:
    """Return how often a gold sentence is put first where there is one, and "none" elsewhere."""
    import torch

    right: dict[str, list[bool]] = {"sentence_first": [], "none_first": []}
    with torch.inference_mode(), torch.autocast(device, torch.bfloat16):
        for batch in filter(None, (make_targets(tokenizer, batch) for batch in batches)):
            _, said = model(*inputs(batch, device))
            for target, best in zip(batch, said.argmax(1).tolist(), strict=True):
                if target.gold:
                    right["sentence_first"].append(best - 1 in target.gold)
                else:
                    right["none_first"].append(best == 0)
    shares = {name: round(sum(hits) / len(hits), 3) for name, hits in right.items() if hits}
    return {**shares, "examples": sum(map(len, right.values()))}


def inputs(batch: Sequence[Target], device: str) -> list[Any]:
    """Return a batch as the model takes it."""
    return [tensor.to(device) for tensor in pad([target.encoded for target in batch])]

"""The likeliest tokens of a causal language model, several a step where they can be guessed."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from threading import Lock
from typing import Any


def greedy(
    model: Any, input_ids: Any, max_tokens: int, stops: AbstractSet[int], lock: Lock
) -> Iterator[int]:
    """Yield the likeliest tokens, to one of `stops`.

    A step gives several where the answer copies what was said before (prompt lookup). The lock is
    held for one step only: a reader that pauses must not hold up the others.
    """
    import torch
    from transformers import DynamicCache

    cache = DynamicCache()
    said = input_ids[0].tolist()
    fresh, made = said, 0  # tokens that the cache does not hold yet; tokens yielded
    while made < max_tokens:
        guess = copied(said) if made else []
        step, keep = torch.tensor([fresh + guess]), len(guess) + 1
        with lock, torch.inference_mode():
            out = model(input_ids=step, past_key_values=cache, use_cache=True, logits_to_keep=keep)
        likeliest = out.logits[0].argmax(-1).tolist()
        matched = _agreeing(guess, likeliest)
        if matched < len(guess):
            cache.crop(matched - len(guess))  # forget the guesses that were wrong
        fresh = [likeliest[matched]]
        for token in guess[:matched] + fresh:
            if token in stops or made == max_tokens:
                return
            yield token
            said.append(token)
            made += 1


def _agreeing(guess: Sequence[int], likeliest: Sequence[int]) -> int:
    """Return how many tokens were guessed right, up to the first wrong one."""
    return next((n for n, token in enumerate(guess) if token != likeliest[n]), len(guess))


def copied(tokens: list[int], tail: int = 2, most: int = 10) -> list[int]:
    """Return the tokens that followed the last `tail` tokens where these stood before.

    Of several places the latest counts.
    """
    end = tokens[-tail:]
    for start in range(len(tokens) - tail - 1, -1, -1):
        if tokens[start : start + tail] == end:
            return tokens[start + tail : start + tail + most]
    return []

"""Batches of like length, so that little of a step goes to filling up short texts."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def batches_of_like_length(
    items: Sequence[Item],
    size: int,
    near: int,
    length: Callable[[Item], int],
    chance: random.Random,
) -> list[list[Item]]:
    """Return shuffled batches of `size` items; each is sorted by length among `near` batches."""
    batches: list[list[Item]] = []
    for first in range(0, len(items), near * size):
        ordered = sorted(items[first : first + near * size], key=length)
        group = [ordered[start : start + size] for start in range(0, len(ordered), size)]
        chance.shuffle(group)
        batches += group
    return batches

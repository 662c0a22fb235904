import random

import pytest

from qa.tuning.batches import batches_of_like_length

WORDS = ["x" * random.Random(n).randint(1, 90) for n in range(1000)]


def batches(size: int, near: int, seed: int = 0) -> list[list[str]]:
    return batches_of_like_length(WORDS, size, near, len, random.Random(seed))


@pytest.mark.parametrize(("size", "near"), [(8, 5), (32, 50), (7, 1), (2000, 3)])
def test_every_item_is_in_one_batch_and_no_batch_is_too_large(size: int, near: int) -> None:
    made = batches(size, near)
    assert sorted(word for batch in made for word in batch) == sorted(WORDS)
    assert max(map(len, made)) == min(size, len(WORDS))
    assert min(map(len, made)) > 0


def test_a_batch_holds_items_of_like_length() -> None:
    spread = [max(map(len, batch)) - min(map(len, batch)) for batch in batches(8, 50)]
    assert sum(spread) / len(spread) < 5


def test_batches_are_shuffled_the_same_way_each_time() -> None:
    assert batches(8, 50) == batches(8, 50)
    assert batches(8, 50) != batches(8, 50, seed=1)
    first = [len(batch[0]) for batch in batches(8, 50)]
    assert first != sorted(first)


def test_no_items_make_no_batches() -> None:
    assert batches_of_like_length([], 8, 50, len, random.Random(0)) == []

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.embedder import Vectors
from index.storage.vector_cache import VectorCache


class Counting:
    """An embedder that notes what it is asked for."""

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], np.float32)

    def overflows(self, text: str) -> bool:
        return False


def encoded(place: Path, embedder: Counting, *texts: str) -> list[float]:
    with closing(VectorCache(place)) as cache:
        return [float(one) for one in cache.encode(embedder, texts)[:, 0]]


def test_a_text_is_embedded_once_also_by_the_next_build(tmp_path: Path) -> None:
    embedder = Counting()
    assert encoded(tmp_path, embedder, "a", "bb", "a") == [1, 2, 1]
    assert embedder.asked == ["a", "bb"]
    assert encoded(tmp_path, embedder, "ccc", "bb", "a") == [3, 2, 1]
    assert embedder.asked == ["a", "bb", "ccc"]


def test_another_embedder_gets_no_vectors_of_the_first(tmp_path: Path) -> None:
    first, second = Counting("first"), Counting("second")
    encoded(tmp_path, first, "a")
    encoded(tmp_path, second, "a")
    assert second.asked == ["a"]


def test_half_a_character_has_a_vector_like_any_text(tmp_path: Path) -> None:
    assert encoded(tmp_path, Counting(), "\ud800", "", "👩") == [1, 0, 1]


@pytest.mark.parametrize(
    "content", [b"no database at all " * 99, b"SQLite format 3\x00" + b"x" * 99]
)
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "embedding.sqlite").write_bytes(content)
    assert encoded(tmp_path, Counting(), "a") == [1]


def test_a_cache_that_is_done_leaves_no_file(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path)
    cache.encode(Counting(), ["a"])
    cache.close()
    assert (tmp_path / "embedding.sqlite").exists()
    cache.delete()
    assert list(tmp_path.iterdir()) == []

"""Large made-up articles that look real to an index.

Their vectors are those of sentences, resampled with noise; their words are as often as in real
text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.embedder import Embedder, Vectors
from index.sentences import sentence_spans

PER_ARTICLE = 10  # passages
_WORDS = 100  # of a passage
_VOCABULARY = 200_000
_EXPONENT, _SHIFT = 1.07, 2.7  # of Zipf-Mandelbrot, for English
_TOPIC_WORDS = 40  # that the passages of an article share
_TOPICAL = 0.2  # this share of the words of a passage are those of its article
# lengths of a second sentence vector and of the noise, beside a first one of length 1
_SECOND, _NOISE = 0.5, 0.5
_QUERY_NOISE = 0.4


@dataclass(frozen=True, slots=True)
class Batch:
    """Some made-up articles: titles, texts of each passage, and their vectors.

    `vectors` has the shape (articles * PER_ARTICLE, dimension).
    """

    titles: list[str]
    passages: list[list[str]]
    vectors: Vectors


class Resampled:
    """Endless articles from the sentences of real ones."""

    def __init__(self, texts: Sequence[str], embedder: Embedder, seed: int = 0) -> None:
        """Embed the sentences of some real texts and count their words."""
        spans = ((text, *span) for text in texts for span in sentence_spans(text))
        sentences = dict.fromkeys(text[a:b] for text, a, b in spans if b - a > 40)
        self._real = embedder.encode(list(sentences))
        self._chance = np.random.default_rng(seed)
        real = [word.lower() for text in texts for word in text.split() if word.isalpha()]
        words, counts = np.unique(real, return_counts=True)
        known = words[np.argsort(-counts)]
        more = [f"{known[n % len(known)]}{n}" for n in range(_VOCABULARY - len(known))]
        self._words = np.concatenate([known, more]).astype(object)
        shares = 1 / (np.arange(_VOCABULARY) + _SHIFT) ** _EXPONENT
        self._cumulated = np.cumsum(shares / shares.sum())

    def batches(self, passages: int, articles: int = 500) -> Iterator[Batch]:
        """Yield articles until there are `passages` passages."""
        for first in range(0, passages, articles * PER_ARTICLE):
            yield self._batch(min(articles, -(-(passages - first) // PER_ARTICLE)))

    def _batch(self, articles: int) -> Batch:
        count = articles * PER_ARTICLE
        topics = self._drawn(articles, _TOPIC_WORDS)
        drawn = self._drawn(count, _WORDS)
        topical = self._chance.random(drawn.shape) < _TOPICAL
        places = self._chance.integers(0, _TOPIC_WORDS, drawn.shape)
        own = np.take_along_axis(np.repeat(topics, PER_ARTICLE, 0), places, 1)
        texts = [" ".join(self._words[row]) for row in np.where(topical, own, drawn)]
        grouped = [texts[n : n + PER_ARTICLE] for n in range(0, count, PER_ARTICLE)]
        titles = [" ".join(self._words[row[:5]]) for row in topics]
        return Batch(titles, grouped, self._vectors(articles))

    def _drawn(self, rows: int, columns: int) -> np.ndarray:
        places = np.searchsorted(self._cumulated, self._chance.random((rows, columns)))
        return np.minimum(places, _VOCABULARY - 1)

    def _vectors(self, articles: int) -> Vectors:
        """Return vectors of passages.

        Those of one article share a real sentence, each has another and noise.
        """
        subjects = np.repeat(self._chance.integers(0, len(self._real), articles), PER_ARTICLE)
        seconds = self._chance.integers(0, len(self._real), len(subjects))
        return self._noisy(self._real[seconds] + _SECOND * self._real[subjects], _NOISE)

    def query(self, vector: Vectors, text: str) -> tuple[Vectors, str]:
        """Return a query near a passage, and its words: three rare ones of the passage, five any.

        The query has the shape (1, dimension).
        """
        rare = sorted(set(text.split()), key=lambda word: -self._rank(word))[2:5]
        query = self._noisy(vector[None, :], _QUERY_NOISE)
        return query, " ".join([*rare, *self._words[self._drawn(1, 5)[0]]])

    def _rank(self, word: str) -> int:
        digits = word.lstrip("abcdefghijklmnopqrstuvwxyz")
        return int(digits) if digits.isdigit() else -1

    def _noisy(self, vectors: Vectors, noise: float) -> Vectors:
        around = self._chance.standard_normal(vectors.shape, dtype=np.float32)
        around *= noise / np.linalg.norm(around, axis=1, keepdims=True)
        found = vectors / np.linalg.norm(vectors, axis=1, keepdims=True) + around
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)

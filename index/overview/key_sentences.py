"""Choose the sentences of an article that stand for the whole of it.

LexRank (Erkan and Radev, 2004) over TF-IDF vectors, mixed with how near a sentence's passage is to
the whole article, with its place, its figures and its names; chosen one by one so that none says
what another one says (MMR) and all parts of the article have theirs.
"""

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from index.embedder import Vectors
from index.language.english.telling import LEANS
from index.overview.terms import Rarity, length, terms
from index.sentences import Span

MOST = 7
_DIMENSIONS = 1024  # that terms are hashed into: a long article takes 8 MB; with 512 too many meet
_COMPARED = 2000  # sentences at most; of more, every second or third
_DAMPING, _ROUNDS = 0.15, 10
_CENTRAL, _NEAR, _LEAD, _LENGTH, _LEANS = 0.6, 0.3, 0.4, 0.2, 0.3
_FIGURES, _NAMES, _MANY = 0.15, 0.05, 3  # for each, up to so many
_LONG = 40  # words
_SAME, _SAME_STRETCH = 0.8, 0.3  # what it costs to say the same, and to stand beside a chosen one
_FIGURE = re.compile(r"\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w’'-]+")

Numbers = NDArray[np.float32]


def key_sentences(
    text: str, spans: Sequence[Span], rarity: Rarity, passages: Sequence[Span], vectors: Vectors
) -> tuple[Span, ...]:
    """Return up to seven of these sentences, in their order; fewer of a short article."""
    spans = spans[:: 1 + len(spans) // _COMPARED]
    if not spans:
        return ()
    features = _features([terms(text[start:end]) for start, end in spans], rarity)
    near = _nearness([start for start, _ in spans], passages, vectors)
    said = np.array([_worth(text[start:end]) for start, end in spans], np.float32)
    lead = np.arange(1, len(spans) + 1, dtype=np.float32) ** np.float32(-0.5)
    scores = _CENTRAL * _share(_lexrank(features)) + _NEAR * near + _LEAD * lead + said
    wanted = min(MOST, (len(spans) + 1) // 2)
    return tuple(spans[i] for i in sorted(_chosen(scores.astype(np.float32), features, wanted)))


def _chosen(scores: Numbers, features: Numbers, wanted: int) -> list[int]:
    """Choose the best that say something else than what is chosen, from all stretches."""
    stretch = np.arange(len(scores)) * wanted // len(scores)
    same = np.zeros(len(scores), np.float32)
    left, chosen = scores.copy(), []
    for _ in range(wanted):
        best = int(left.argmax())
        chosen.append(best)
        same = np.maximum(same, features @ features[best])
        taken = np.isin(stretch, stretch[chosen])
        left = scores - _SAME * same - _SAME_STRETCH * taken
        left[chosen] = -np.inf
    return chosen


def _features(sentences: Sequence[Sequence[str]], rarity: Rarity) -> Numbers:
    """Return a unit vector of hashed TF-IDF a sentence, shape (sentences, dimensions)."""
    found = np.zeros((len(sentences), _DIMENSIONS), np.float32)
    weights = {term: rarity(term) for term in {term for one in sentences for term in one}}
    for row, one in zip(found, sentences, strict=True):
        for term, count in Counter(one).items():
            row[zlib.crc32(term.encode("utf-8", "replace")) % _DIMENSIONS] += (
                1 + log(count)
            ) * weights[term]
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(norms, 1e-9), np.float32)


def _lexrank(features: Numbers) -> Numbers:
    """Return how central each sentence is: a walk from sentence to sentence by likeness.

    The matrix of likenesses is the product of the features with themselves and never made.
    """
    count = len(features)
    degree = np.maximum(features @ features.sum(axis=0), 1e-9)
    central = np.full(count, 1 / count, np.float32)
    for _ in range(_ROUNDS):
        walked = features @ (features.T @ (central / degree))
        central = np.asarray(_DAMPING / count + (1 - _DAMPING) * walked, np.float32)
    return central


def _nearness(places: Sequence[int], passages: Sequence[Span], vectors: Vectors) -> Numbers:
    """Return how near the passage of each place is to the middle of all passages, up to 1."""
    if not len(vectors):
        return np.zeros(len(places), np.float32)
    middle = vectors.mean(axis=0)
    near = vectors @ (middle / max(1e-9, float(np.linalg.norm(middle))))
    starts = [start for start, _ in passages]
    own = np.searchsorted(starts, places, side="right") - 1
    return _share(np.asarray(near[np.maximum(own, 0)], np.float32))


def _worth(sentence: str) -> float:
    """Return what figures and names add to a sentence, and what leaning on others takes off."""
    figures = min(_MANY, len(_FIGURE.findall(sentence))) * _FIGURES
    names = min(_MANY, len(_NAME.findall(sentence))) * _NAMES
    leans = bool(LEANS.match(sentence.lstrip("“\"'‘"))) * _LEANS
    return figures + names + min(1, length(sentence) / _LONG) * _LENGTH - leans


def _share(values: Numbers) -> Numbers:
    """Return values between 0, for the least, and 1, for the most."""
    least, most = float(values.min()), float(values.max())
    return np.asarray((values - least) / max(1e-9, most - least), np.float32)

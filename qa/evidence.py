"""Choose the sentences that can answer a question, and say how sure that is."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.embedder import Embedder
from index.search import Index
from index.sentences import sentence_spans
from index.types import Hit
from qa.types import Evidence
from qa.words import content_words

MAX_EVIDENCE = 3


class SimilarityEvidence:
    """Rank sentences by likeness to the question and by the question's words around them."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self._index = index
        self._embedder = embedder

    def select(self, question: str, hits: Sequence[Hit]) -> tuple[list[Evidence], float]:
        """Return the best sentences of the hits, best first, and the probability that they answer."""
        sentences = candidate_sentences(hits)
        if not sentences:
            return [], 0.0
        vectors = self._embedder.encode([question, *(s.text for s in sentences)])
        likeness = vectors[1:] @ vectors[0]
        weights = self._word_weights(question)
        covered = np.array([coverage(weights, s.text) for s in sentences])
        around = np.array([coverage(weights, f"{s.title} {s.passage}") for s in sentences])
        scores = 0.5 * likeness + 0.35 * covered + 0.15 * around
        best = int(scores.argmax())
        confidence = answerability(float(likeness[best]), float(covered[best]), float(around[best]))
        order = np.argsort(-scores)[:MAX_EVIDENCE]
        return [replace(sentences[i], score=float(scores[i])) for i in order], confidence

    def _word_weights(self, question: str) -> dict[str, float]:
        """Weigh each word of the question by how rare it is in the index (inverse document frequency)."""
        _, passages = self._index.counts()
        return {word: math.log((passages + 1) / (self._index.document_frequency(word) + 0.5)) for word in content_words(question)}


def candidate_sentences(hits: Sequence[Hit]) -> list[Evidence]:
    """Return every sentence of the hits once, in the order of the hits."""
    found: dict[tuple[str, int], Evidence] = {}
    for hit in hits:
        passage = hit.passage
        for start, end in sentence_spans(passage.text):
            text = passage.text[start:end]
            key = (passage.article_id, passage.start + start)
            if key not in found and len(text) > 1:
                found[key] = Evidence(
                    text, passage.article_id, passage.title, passage.source, key[1], passage.start + end, passage.text, 0.0
                )
    return list(found.values())


def coverage(weights: dict[str, float], text: str) -> float:
    """Return the share, by weight, of the question's words that stand in a text in some form (0 to 1)."""
    words = content_words(text)
    stems = {word[:5] for word in words}
    total = sum(weights.values())
    present = sum(weight for word, weight in weights.items() if word in words or (len(word) > 5 and word[:5] in stems))
    return present / total if total else 0.0


def answerability(likeness: float, covered: float, around: float) -> float:
    """Return the probability that the best sentence answers (logistic, fitted on the `dev` questions)."""
    return 1 / (1 + math.exp(-(6.0 * likeness + 2.0 * covered + 5.0 * around - 7.0)))

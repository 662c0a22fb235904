"""Choose the sentences that can answer a question, and say how sure that is."""

import difflib
import math
from collections.abc import Sequence
from dataclasses import replace

from index.search import Index
from index.types import Hit
from qa.compose import compares
from qa.reader import Reader, ReadSentence
from qa.types import Evidence
from qa.words import content_words, names, numbers

MAX_EVIDENCE = 5
# Logistic regression on the `dev` questions of both eval folders (`python -m eval.fit`): log odds of the best
# sentence and of the short answer in it, share of the question's words around it and in it, and how many names and
# numbers of the question are in none of the hits, not in its article, not in its passage.
WEIGHTS = {
    "odds": 0.203,
    "answer": 0.054,
    "around": -0.628,
    "inside": 0.484,
    "unmet": -0.827,
    "away": -1.998,
    "apart": -0.676,
    "constant": 1.614,
}


class ReaderEvidence:
    """Let the reader judge every sentence of the hits."""

    def __init__(self, index: Index, reader: Reader) -> None:
        self._index = index
        self._reader = reader

    def select(self, question: str, hits: Sequence[Hit]) -> tuple[list[Evidence], float]:
        """Return the best sentences of the hits, best first, and the probability that they answer."""
        ranked = self.rank(question, hits)[:MAX_EVIDENCE]
        if not ranked:
            return [], 0.0
        confidence = answerability(self.features(question, ranked[0], hits))
        return [replace(evidence, score=_logistic(evidence.score)) for evidence in ranked], confidence

    def rank(self, question: str, hits: Sequence[Hit]) -> list[Evidence]:
        """Return every sentence of the hits, best first; `score` is its log odds."""
        if not hits:
            return []
        read = self._reader.read(question, [(hit.passage.title, hit.passage.text) for hit in hits])
        found: dict[tuple[str, int], Evidence] = {}
        for hit, sentences in zip(hits, read, strict=True):
            for sentence in sentences:
                evidence = _evidence(hit, sentence)
                key = (evidence.article_id, evidence.start)
                if key not in found or found[key].score < evidence.score:
                    found[key] = evidence
        return sorted(found.values(), key=lambda evidence: -evidence.score)

    def features(self, question: str, best: Evidence, hits: Sequence[Hit]) -> dict[str, float]:
        """Return what speaks for an answer, and against it."""
        weights = self._word_weights(question)
        return {
            "odds": best.score,
            "answer": best.answer_odds,
            "around": coverage(weights, f"{best.title} {best.passage}"),
            "inside": coverage(weights, best.text),
            "unmet": float(len(unmet(question, " ".join(f"{hit.passage.title} {hit.passage.text}" for hit in hits)))),
            "away": 0.0 if compares(question) else float(len(unmet(question, self._article_text(best)))),
            "apart": 0.0 if compares(question) else float(len(unmet(question, f"{best.title} {best.passage}"))),
            "constant": 1.0,
        }

    def _article_text(self, evidence: Evidence) -> str:
        article = self._index.article(evidence.article_id)
        return f"{evidence.title} {article.text}" if article else evidence.passage

    def _word_weights(self, question: str) -> dict[str, float]:
        """Weigh each word of the question by how rare it is in the index (inverse document frequency)."""
        _, passages = self._index.counts()
        return {word: math.log((passages + 1) / (self._index.document_frequency(word) + 0.5)) for word in content_words(question)}


def answerability(features: dict[str, float]) -> float:
    """Return the probability that the best sentence answers (0 to 1)."""
    return _logistic(sum(WEIGHTS[name] * value for name, value in features.items()))


def unmet(question: str, text: str) -> set[str]:
    """Return the names and numbers of a question that a text does not hold; a name may be spelled a little differently.

    A question about something that a text never mentions is not answered by it.
    """
    words = content_words(text)
    strange = {name for name in names(question) if name not in words and not difflib.get_close_matches(name, words, 1, cutoff=0.8)}
    return strange | {f"{number.value:f}" for number in numbers(question, words=False) - numbers(text)}


def coverage(weights: dict[str, float], text: str) -> float:
    """Return the share, by weight, of the question's words that stand in a text in some form (0 to 1)."""
    words = content_words(text)
    stems = {word[:5] for word in words}
    total = sum(weights.values())
    present = sum(weight for word, weight in weights.items() if word in words or (len(word) > 5 and word[:5] in stems))
    return present / total if total else 0.0


def whole_passages(hits: Sequence[Hit]) -> list[Evidence]:
    """Return whole passages as evidence, for measuring what choosing sentences adds."""
    return [_whole(hit) for hit in hits[:4]]


def _whole(hit: Hit) -> Evidence:
    p = hit.passage
    return Evidence(p.text, p.article_id, p.title, p.source, p.start, p.end, p.text, hit.score)


def _evidence(hit: Hit, sentence: ReadSentence) -> Evidence:
    p, (first, last) = hit.passage, sentence.answer
    return Evidence(
        text=p.text[sentence.start : sentence.end],
        article_id=p.article_id,
        title=p.title,
        source=p.source,
        start=p.start + sentence.start,
        end=p.start + sentence.end,
        passage=p.text,
        score=sentence.odds,
        answer=p.text[first:last],
        answer_at=first - sentence.start,
        answer_odds=sentence.answer_odds,
    )


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))

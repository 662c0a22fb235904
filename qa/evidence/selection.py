"""Choose the sentences that can answer a question, and say how sure that is."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from index.ranking.search import Index
from index.types import Hit
from qa.evidence.confidence import JUDGED, Confidence, log_odds, logistic
from qa.evidence.reader import Reader, ReadSentence
from qa.question.forms import Asked, Form
from qa.text.words import content_words, counted, coverage, unmet, years
from qa.types import Evidence
from qa.writing.tables import is_heads, is_row, named_share

MAX_EVIDENCE = 5  # sentences
# A sentence's score: its log odds and those of the short answer in it, less what the search put between its passage and the
# first. Chosen on `dev` questions of four sets: the gold sentence comes first 73 -> 79 % of the time (docs/experiments.md).
_ANSWER_SHARE = 0.7
_PER_RANK = 0.75  # for each time the rank of the passage grows e-fold
_NAMED_ROW = 3.0  # log odds: a table is read by the first cell of its rows, which the reader has not learnt
_HEADING = 12  # words, in capitals
_HOPELESS = 0.35  # confidence below which no judge is asked


class Judge(Protocol):
    """A second opinion: a language model that has learnt to say which sentence answers."""

    def judge(self, question: str, evidence: Sequence[Evidence]) -> list[float]:
        """Return the probability that none of the evidence answers, and that each of its first sentences does."""
        ...


class ReaderEvidence:
    """Let the reader judge every sentence of the hits, and a judge, where there is one, the best of them."""

    def __init__(self, index: Index, reader: Reader, confidence: Confidence, judge: Judge | None = None) -> None:
        self._index = index
        self._reader = reader
        self._confidence = confidence
        self._judge = judge

    def select(self, question: str, asked: Asked, hits: Sequence[Hit], most: int = MAX_EVIDENCE) -> tuple[list[Evidence], float]:
        """Return the best sentences of the hits, best first, and the probability that the question can be answered from them."""
        ranked = self.rank(question, hits)[:most]
        if not ranked:
            return [], 0.0
        features = self.features(question, asked, ranked[0], hits)
        # Where no word of the question stands, it is small talk or about another subject.
        confidence = self._confidence.of(features) if features["around"] else 0.0
        if self._judge and confidence >= _HOPELESS:
            stated = self._judge.judge(question, ranked)
            first, ranked = ranked[0], rejudged(ranked, stated, self._confidence.share)
            features = features if ranked[0] is first else self.features(question, asked, ranked[0], hits)
            features = {**features, JUDGED: log_odds(1 - stated[0])}
            confidence = self._confidence.of(features)
        return [_counting(question, replace(evidence, score=logistic(evidence.score))) for evidence in ranked], confidence

    def rank(self, question: str, hits: Sequence[Hit]) -> list[Evidence]:
        """Return every sentence of the hits, best first; `score` is in log odds."""
        if not hits:
            return []
        read = self._reader.read(question, [(hit.passage.title, hit.passage.text) for hit in hits])
        found: dict[tuple[str, int], Evidence] = {}
        for place, (hit, sentences) in enumerate(zip(hits, read, strict=True), 1):
            for sentence in sentences:
                if is_heads(hit.passage.text, sentence.start, sentence.end):
                    continue
                evidence = _evidence(hit, sentence, place)
                if _is_heading(evidence.text):
                    continue
                if is_row(evidence.text):
                    evidence = replace(evidence, score=evidence.score + _NAMED_ROW * named_share(question, evidence.text))
                key = (evidence.article_id, evidence.start)
                if key not in found or found[key].score < evidence.score:
                    found[key] = evidence
        return sorted(found.values(), key=lambda evidence: -evidence.score)

    def features(self, question: str, asked: Asked, best: Evidence, hits: Sequence[Hit]) -> dict[str, float]:
        """Return what speaks for an answer, and against it."""
        weights, compares = self._word_weights(question), asked.form is Form.COMPARISON
        return {
            "odds": best.score,
            "answer": best.answer_odds,
            "around": coverage(weights, f"{best.title} {best.passage}"),
            "inside": coverage(weights, best.text),
            "unmet": float(len(unmet(question, " ".join(f"{hit.passage.title} {hit.passage.text}" for hit in hits)))),
            "away": 0.0 if compares else float(len(unmet(question, self._article_text(best)))),
            "apart": 0.0 if compares else float(len(unmet(question, f"{best.title} {best.passage}"))),
            "dated": 0.0 if compares else float(_is_of_another_year(question, best.text)),
            "constant": 1.0,
        }

    def _article_text(self, evidence: Evidence) -> str:
        article = self._index.article(evidence.article_id)
        return f"{evidence.title} {article.text}" if article else evidence.passage

    def _word_weights(self, question: str) -> dict[str, float]:
        """Weigh each word of the question by how rare it is in the index (inverse document frequency)."""
        _, passages = self._index.counts()
        return {word: math.log((passages + 1) / (self._index.document_frequency(word) + 0.5)) for word in content_words(question)}


def _is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading, which says what a text is about and proves nothing."""
    return text.startswith("#") or (
        text.isupper() and len(text.split()) <= _HEADING and text[-1].isalpha() and not any(c.isdigit() for c in text)
    )


def _is_of_another_year(question: str, sentence: str) -> bool:
    asked, told = years(question), years(sentence)
    return bool(asked and told and not asked & told)


def rejudged(ranked: Sequence[Evidence], stated: Sequence[float], share: float) -> list[Evidence]:
    """Return the evidence in the order of reader and judge together; what the judge was not shown stays behind."""
    shown = len(stated) - 1
    score = [item.score + share * math.log(max(p, 1e-6)) for item, p in zip(ranked, stated[1:], strict=False)]
    order = sorted(range(shown), key=lambda i: -score[i])
    return [*(ranked[i] for i in order), *ranked[shown:]]


def whole_passages(hits: Sequence[Hit]) -> list[Evidence]:
    """Return whole passages as evidence, for measuring what choosing sentences adds."""
    return [_whole(hit) for hit in hits[:4]]


def _whole(hit: Hit) -> Evidence:
    p = hit.passage
    return Evidence(p.text, p.article_id, p.title, p.source, p.start, p.end, p.text, hit.score)


def _evidence(hit: Hit, sentence: ReadSentence, place: int) -> Evidence:
    p, (first, last) = hit.passage, sentence.answer
    score = (1 - _ANSWER_SHARE) * sentence.odds + _ANSWER_SHARE * sentence.answer_odds - _PER_RANK * math.log(place)
    return Evidence(
        text=p.text[sentence.start : sentence.end],
        article_id=p.article_id,
        title=p.title,
        source=p.source,
        start=p.start + sentence.start,
        end=p.start + sentence.end,
        passage=p.text,
        score=score,
        answer=p.text[first:last],
        answer_at=first - sentence.start,
        answer_odds=sentence.answer_odds,
    )


def _counting(question: str, evidence: Evidence) -> Evidence:
    """Take the number before what is counted as the short answer to "how many", whatever number the reader pointed at."""
    found = counted(question, evidence.text)
    return replace(evidence, answer=evidence.text[slice(*found)], answer_at=found[0]) if found else evidence

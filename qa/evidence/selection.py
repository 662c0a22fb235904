"""Choose the sentences that can answer a question, and say how sure that is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from index.ranking.search import Index
from index.types import Hit, Scope
from qa.checking.lacking import lacks_what_is_asked
from qa.evidence.confidence import Confidence
from qa.evidence.readers import READ_CLOSELY, Readers
from qa.evidence.surroundings import row_lacks, surroundings
from qa.evidence.verifier import Verdict
from qa.evidence.versions.meant import Versions, meant_first
from qa.question.forms import Asked, Form, what_is_asked
from qa.question.kinds import Kind
from qa.text.rows import is_row
from qa.text.words import content_words, coverage, unmet, years
from qa.types import Evidence, Found

MAX_EVIDENCE = 5  # sentences
# Passages that are looked at for evidence: the first eight, and the best of each leg. A paraphrase
# shares few words with what answers it, so words take that down in the fused ranking.
READ_PASSAGES, READ_OF_EACH = 8, 6
_SEVERAL = 3  # words of a question that carry meaning
_SETTLED = 1.0  # log odds that a question is settled, by a sentence that the readers doubt
_ALONE = 3.0  # log odds that a sentence is ahead by of none


@dataclass(frozen=True, slots=True)
class Selected:
    """The best sentences, best first, the probability that the best one is right, and a verdict.

    The verdict is on the best one; None where nothing was found. `otherwise` is what other versions
    of an article say in place of the one that is meant.
    """

    found: list[Found]
    confidence: float
    verdict: Verdict | None = None
    otherwise: Sequence[Found] = ()


class ReaderEvidence:
    """Let the readers judge the sentences of the hits."""

    def __init__(
        self,
        index: Index,
        readers: Readers,
        confidence: Confidence,
        versions: Versions | None = None,
    ) -> None:
        self._index = index
        self._readers = readers
        self._confidence = confidence
        self.versions = versions or Versions(index)

    def find(self, question: str, scope: Scope | None = None) -> Selected:
        """Search for a question, and choose the sentences that answer it."""
        hits = hits_to_read(self._index, question, scope)
        choice = self.versions.choose(question, hits, scope)
        asked = what_is_asked(choice.question)
        return self.select(choice.question, asked, choice.hits, instead=choice.instead)

    def select(
        self,
        question: str,
        asked: Asked,
        hits: Sequence[Hit],
        most: int = MAX_EVIDENCE,
        instead: Mapping[str, str] = MappingProxyType({}),
    ) -> Selected:
        """Choose the best sentences of the hits, and judge the best of them.

        `instead` maps articles to the version of the same thing that is meant.
        """
        closely = max(most, READ_CLOSELY) + len(instead)
        read = self._readers.rank(question, hits, closely)
        ranked, otherwise = meant_first(read, instead, lambda item: self._settles(question, item))
        ranked = _able_first(question, asked, ranked)[:most]
        if not ranked:
            return Selected([], 0.0)
        ranked[0], verdict = self._readers.verified(question, ranked[0])
        features = self.features(question, asked, ranked, hits, verdict)
        # Where no word of the question stands, it is small talk or about another subject, if it
        # is not settled in other words, of which it then has several.
        reworded = verdict.settled > 0 and len(content_words(question)) >= _SEVERAL
        known = features["around"] or reworded
        known = known and not _is_unable(question, asked, ranked[0].evidence)
        confidence = self._confidence.of(features) if known else 0.0
        return Selected(ranked, confidence, verdict, otherwise)

    def _settles(self, question: str, item: Found) -> bool:
        return self._readers.verified(question, item)[1].settled >= _SETTLED

    def features(
        self,
        question: str,
        asked: Asked,
        ranked: Sequence[Found],
        hits: Sequence[Hit],
        verdict: Verdict,
    ) -> dict[str, float]:
        """Return what speaks for an answer by the best of the ranked sentences, and against it."""
        best, *others = ranked
        weights, evidence = self._word_weights(question), best.evidence
        found = " ".join(f"{hit.passage.title} {hit.passage.text}" for hit in hits)
        around = f"{evidence.title} {evidence.passage}"
        features = {
            "looked": best.looked_odds,
            "odds": best.read_odds,
            "answer": best.answer_odds,
            "settled": verdict.settled,
            "ahead": best.odds - others[0].odds if others else _ALONE,
            "around": coverage(weights, around),
            "inside": coverage(weights, evidence.text),
            "unmet": float(len(unmet(question, found))),
            "away": float(len(unmet(question, self._article_text(evidence)))),
            "apart": float(len(unmet(question, around))),
            "dated": float(_is_of_another_year(question, evidence.text)),
            "constant": 1.0,
        }
        if asked.form is Form.COMPARISON:
            features |= dict.fromkeys(("away", "apart", "dated"), 0.0)
        return features

    def _article_text(self, evidence: Evidence) -> str:
        article = self._index.article(evidence.article_id)
        return f"{evidence.title} {article.text}" if article else evidence.passage

    def _word_weights(self, question: str) -> dict[str, float]:
        """Weigh each word of the question by how rare it is in the index.

        That is its inverse document frequency.
        """
        _, passages = self._index.counts()
        return {
            word: math.log((passages + 1) / (self._index.document_frequency(word) + 0.5))
            for word in content_words(question)
        }


def _able_first(question: str, asked: Asked, ranked: Sequence[Found]) -> list[Found]:
    """Return the sentences that have what is asked for before those that lack it."""
    return sorted(ranked, key=lambda found: _is_unable(question, asked, found.evidence))


def _is_unable(question: str, asked: Asked, item: Evidence) -> bool:
    """Tell whether a sentence cannot answer; "No" may be said by one with the opposite."""
    if asked.form is Form.COMPARISON or asked.kind in (Kind.COMPARISON, Kind.YES_NO):
        return False
    if not is_row(item.text):
        return lacks_what_is_asked(question, item)
    if row_lacks(question, item):
        return True
    return lacks_what_is_asked(question, item, surroundings(item).text)


def _is_of_another_year(question: str, sentence: str) -> bool:
    asked, told = years(question), years(sentence)
    return bool(asked and told and not asked & told)


def hits_to_read(index: Index, question: str, scope: Scope | None = None) -> list[Hit]:
    """Return the passages that are looked at for evidence, best first."""
    return index.search(question, READ_PASSAGES, scope, of_each=READ_OF_EACH)


def whole_passages(hits: Sequence[Hit]) -> list[Found]:
    """Return whole passages as evidence, for measuring what choosing sentences adds."""
    return [_whole(hit) for hit in hits[:4]]


def _whole(hit: Hit) -> Found:
    p = hit.passage
    home = p.article_id, p.title, p.source
    return Found(Evidence(p.text, *home, p.start, p.end, p.text, hit.score))

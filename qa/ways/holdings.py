"""Say which articles mention something, and how many."""

from index.language.english.overviews import (
    AND_MORE,
    ARTICLE,
    COUNTED,
    HOLDING,
    NEAREST,
    NONE_HOLDS,
)
from index.ranking.search import Index
from qa.types import Evidence, Statement
from qa.ways.articles import sentence_with
from qa.ways.inquiry import Reason, Reply, plainly
from qa.ways.topics import Topics

_SHOWN = 12  # articles of a list
_FEW_WORDS = 5  # more are a question of their own, not something that is mentioned


class Holdings:
    """Which articles of an index hold something."""

    def __init__(self, index: Index, topics: Topics) -> None:
        self._index = index
        self._topics = topics

    def reply(self, words: str, *, counted: bool) -> Reply | None:
        """Say how many articles hold some words, and list them, or else the nearest to them."""
        total, _ = self._index.counts()
        found = self._index.holding(words)
        if not found:
            return self._nearest(words, total, counted=counted)
        head = COUNTED.format(
            number=len(found), total=total, verb=HOLDING[len(found) > 1], words=words
        )
        lines = [
            self._line(proof)
            for place in found[:_SHOWN]
            if (proof := self._sentence(*place, words))
        ]
        more = len(found) - len(lines)
        rest = [Statement(AND_MORE.format(number=more))] if more > 0 else []
        return Reply([Statement(head), *lines, *rest], 1.0, listed=True)

    def _nearest(self, words: str, total: int, *, counted: bool) -> Reply | None:
        """Return the articles that come nearest to words that none has."""
        if counted:
            few = len(words.split()) <= _FEW_WORDS
            told = NONE_HOLDS.format(total=total, words=words)
            return plainly(told, Reason.NONE_HOLDS) if few else None
        proofs: dict[str, Evidence] = {}
        for item in self._topics.sentences(words):
            proofs.setdefault(item.article_id, item)
        if not proofs:
            return None
        lines = [self._line(proof) for proof in proofs.values()]
        confidence = max(proof.score for proof in proofs.values())
        return Reply([Statement(NEAREST.format(words=words)), *lines], confidence, listed=True)

    def _line(self, proof: Evidence) -> Statement:
        overview = self._index.overview(proof.article_id)
        title = overview.title if overview else proof.title
        return Statement(ARTICLE.format(title=title, source=proof.source), (proof,))

    def _sentence(self, article_id: str, start: int, end: int, words: str) -> Evidence | None:
        article = self._index.article(article_id)
        return sentence_with(article, start, end, words) if article else None

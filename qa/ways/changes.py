"""Answer what changed from one version of a thing to another: what each says of it."""

from collections.abc import Sequence
from itertools import product

from index.language.english.comparing.changes import (
    ASKS_CHANGE,
    ASKS_HOW_MUCH,
    IS_WHAT,
    UNCHANGED,
)
from index.ranking.search import Index
from index.types import Scope
from qa.evidence.selection import ReaderEvidence, Selected, hits_to_read
from qa.question.comparing.operations import Operation
from qa.text.validity import in_words, validity_of
from qa.text.words import unmet
from qa.types import Found, Statement
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.comparing.arithmetic import computed, figure_of
from qa.writing.differing import alike, around
from qa.writing.shown import as_shown

_TRIED = 3  # sentences
_LESS_SURE = 0.5  # of the confidence that a fact needs: both versions say it in like words


class Changes:
    """Questions for the difference between two versions of one thing."""

    def __init__(self, index: Index, evidence: ReaderEvidence, min_confidence: float) -> None:
        self._index = index
        self._evidence = evidence
        self._least = min_confidence * _LESS_SURE

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return what both versions say; None where one does not, or no versions are meant."""
        question = inquiry.standalone
        asked = next((found for shape in ASKS_CHANGE if (found := shape.search(question))), None)
        if asked is None:
            return None
        hits = hits_to_read(self._index, question, inquiry.scope)
        two = self._evidence.versions.two(question, hits, inquiry.scope)
        if two is None:
            return None
        about = IS_WHAT.format(what=asked["what"])
        looked = [self._evidence.find(about, Scope(frozenset([one]))) for one in two]
        inquiry.clock.lap("evidence")
        pair = _that_agree([side.found[:_TRIED] for side in looked])
        if not pair or any(unmet(asked["what"], around(fact.evidence)) for fact in pair):
            return None
        return self._told(question, pair, looked) if self._is_sure(looked) else None

    def _is_sure(self, looked: Sequence[Selected]) -> bool:
        return min(side.confidence for side in looked) >= self._least

    def _told(self, question: str, pair: Sequence[Found], looked: Sequence[Selected]) -> Reply:
        """Return both sentences under the names of their versions, a difference before them."""
        confidence = min(side.confidence for side in looked)
        proof = tuple(fact.evidence for fact in pair)
        quotes = [as_shown(fact.evidence.text) for fact in pair]
        if len(set(quotes)) == 1:
            said = Statement(UNCHANGED.format(quote=quotes[0]), proof)
            return Reply([said], confidence, found=pair)
        names = [self._name(fact.evidence.article_id, fact.evidence.source) for fact in pair]
        shown = [
            Statement(f"{name[:1].upper()}{name[1:]}: {quote}", (fact.evidence,))
            for name, quote, fact in zip(names, quotes, pair, strict=True)
        ]
        result = ""
        if ASKS_HOW_MUCH.search(question):
            answers = [fact.answer for fact in pair]
            result = computed(Operation.DIFFERENCE, answers, compares=True)
        reckoned = [Statement(result, proof, figure_of(result))] if result else []
        return Reply([*reckoned, *shown], confidence, found=pair, sides=names)

    def _name(self, article_id: str, source: str) -> str:
        """Return what a version is called, else where it is."""
        return in_words(validity_of(self._index.overview(article_id))) or source


def _that_agree(sides: Sequence[Sequence[Found]]) -> Sequence[Found]:
    """Return the likeliest sentences, one of each version, that say a thing in like words."""
    pairs = sorted(product(*sides), key=lambda pair: -sum(fact.odds for fact in pair))
    fit = (pair for pair in pairs if alike(pair[0].evidence.text, pair[1].evidence.text))
    return next(fit, ())

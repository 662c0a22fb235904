"""Say which articles mention something, and how many."""

from dataclasses import replace

from index.language.english.overviews import (
    AND_MORE,
    ARTICLE,
    COUNTED,
    HOLDING,
    NEAREST,
    NONE_HOLDS,
    THE_ONE_HOLDS,
    THE_ONE_LACKS,
)
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import as_spelled, sentence_with
from qa.ways.catalogue.topics import nearest_sentences
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reason, Reply, plainly

_SHOWN = 12  # articles of a list
_FEW_WORDS = 5  # more are a question of their own, not something that is mentioned


def holdings(view: View, words: str, *, counted: bool) -> Reply | None:
    """Say how many articles hold some words, and list them, or else the nearest to them."""
    if not (found := view.holding(words)):
        words = as_spelled(view, words)
        found = view.holding(words)
    if not found:
        return _nearest(view, words, counted=counted)
    total, verb = view.count(), HOLDING[len(found) > 1]
    told = COUNTED if total > 1 else THE_ONE_HOLDS
    head = told.format(number=len(found), total=total, verb=verb, words=words)
    lines = [
        _line(sentence_with(article, start, end, words, _title(view, article_id)))
        for article_id, start, end in found[:_SHOWN]
        if (article := view.article(article_id))
    ]
    more = len(found) - len(lines)
    rest = [Statement(AND_MORE.format(number=more))] if more > 0 else []
    return Reply([Statement(head), *lines, *rest], 1.0, listed=True)


def _nearest(view: View, words: str, *, counted: bool) -> Reply | None:
    """Return the articles that come nearest to words that none has."""
    if counted:
        few = len(words.split()) <= _FEW_WORDS
        total = view.count()
        told = (NONE_HOLDS if total > 1 else THE_ONE_LACKS).format(total=total, words=words)
        return plainly(told, Reason.NONE_HOLDS) if few else None
    proofs: dict[str, Evidence] = {}
    for item in nearest_sentences(view, words):
        proofs.setdefault(item.article_id, item)
    if not proofs:
        return None
    lines = [
        _line(replace(proof, title=_title(view, article_id)))
        for article_id, proof in proofs.items()
    ]
    confidence = max(proof.score for proof in proofs.values())
    return Reply([Statement(NEAREST.format(words=words)), *lines], confidence, listed=True)


def _line(proof: Evidence) -> Statement:
    return Statement(ARTICLE.format(title=proof.title, source=proof.source), (proof,))


def _title(view: View, article_id: str) -> str:
    overview = view.overview(article_id)
    return overview.title if overview else ""

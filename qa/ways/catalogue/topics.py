"""Sum up what the articles say of a subject: the sentences nearest to it, each saying more."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.embedder import Vectors
from index.sentences import sentence_spans
from index.types import Hit
from qa.text.rows import is_row
from qa.text.words import names
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import stems
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply
from qa.writing.shown import as_shown

_PASSAGES, _SENTENCES = 8, 6
_NEAR = 0.3  # closeness that a sentence needs to be about the subject
_SHARED = 0.3  # weight of the words that a sentence shares with it, beside the cosine
_NEW = 0.4  # weight of what was said already, beside closeness (MMR)
_FEWEST_WORDS = 6
_CAPITALS = 0.5  # of the words: more are a heading, unless a mark ends them


def summed_up(view: View, words: str, most: int = 0) -> Reply | None:
    """Return what is said of a subject, in the order of the articles; None where nothing is.

    In at most so many sentences, where a number is given.
    """
    picked = nearest_sentences(view, words)[: most or _SENTENCES]
    if not picked:
        return None
    confidence = max(item.score for item in picked)
    picked.sort(key=lambda item: (item.source, item.start))
    said = [Statement(f"- {' '.join(as_shown(item.text).split())}", (item,)) for item in picked]
    return Reply(said, confidence, listed=True)


def nearest_sentences(view: View, words: str) -> list[Evidence]:
    """Return the sentences that are about a subject, the nearest first."""
    hits = _of_the_named(view, words, view.search(words, _PASSAGES))
    found = list({(i.article_id, i.start): i for hit in hits for i in _sentences(hit)}.values())
    if not found:
        return []
    vectors = view.embed([words, *(item.text for item in found)])
    asked = stems(words)
    shared = [len(asked & stems(item.text)) / max(len(asked), 1) for item in found]
    near = vectors[1:] @ vectors[0] + _SHARED * np.array(shared, dtype=vectors.dtype)
    order = chosen(near, vectors[1:], _SENTENCES)
    return [replace(found[i], score=float(min(near[i], 1.0))) for i in order if near[i] > _NEAR]


def _of_the_named(view: View, words: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the hits of the articles that have all names of a subject; all where none has them."""
    named = names(words)
    ids = {hit.passage.article_id for hit in hits} if named else set()
    texts = {one: f"{it.title} {it.text}".lower() for one in ids if (it := view.article(one))}
    of_them = {one for one, text in texts.items() if all(name in text for name in named)}
    return [hit for hit in hits if hit.passage.article_id in of_them] or hits


def _sentences(hit: Hit) -> list[Evidence]:
    """Return the sentences of a passage that may say something."""
    p = hit.passage
    home = p.article_id, p.title, p.source
    return [
        Evidence(p.text[a:b], *home, p.start + a, p.start + b, p.text, 0.0, a)
        for a, b in sentence_spans(p.text)
        if tells(p.text[a:b])
    ]


def tells(text: str) -> bool:
    """Tell whether a sentence is long enough, and no heading, question or row of a table."""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    if len(words) < _FEWEST_WORDS or (capitals > _CAPITALS * len(words) and text[-1:].isalnum()):
        return False
    return not text.startswith("#") and not text.endswith("?") and not is_row(text)


def chosen(near: Vectors, vectors: Vectors, most: int) -> Sequence[int]:
    """Choose vectors that are near to what is asked and not to each other.

    Maximal marginal relevance (Carbonell and Goldstein, 1998).
    """
    order: list[int] = []
    said = np.zeros(len(vectors), dtype=near.dtype)
    for _ in range(min(most, len(vectors))):
        worth = near - _NEW * said
        worth[order] = -np.inf
        best = int(worth.argmax())
        order.append(best)
        said = np.maximum(said, vectors @ vectors[best])
    return order

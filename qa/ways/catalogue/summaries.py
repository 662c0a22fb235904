"""Sum up an article, what stands under a heading in one, or what is said of a subject."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.language.english.catalogue.asked import PART, SENTENCES, WORDS_OF_NUMBERS
from index.language.english.overviews import ALL_ARTICLES, ONE_ARTICLE_NAMED, SAYS_OF
from index.sentences import sentence_spans
from index.types import Article, Overview, Scope
from qa.text.layout.sections import Section, matched, sections
from qa.text.words import content_words, names, unmet
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import evidence_at, named_article, of_version, stems
from qa.ways.catalogue.topics import chosen, summed_up, tells
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply
from qa.writing.shown import as_shown

_HITS = 10
_KEY = 7  # sentences of a summary
_MOST = 4  # sentences of a part, where no number is asked for
_MARGIN = 0.15  # by which the best heading is ahead of the next, of the share of words and cosine
_FIGURES, _SOME = 0.05, 3  # what figures add to a sentence, up to so many
_FIGURE = re.compile(r"\d[\d.,]*")
_SURE = 0.9


def asked_number(question: str) -> int:
    """Return the number of sentences that a question wants, 0 for none."""
    if not (found := SENTENCES.search(question)):
        return 0
    words = [found["most"] or found["two"] or "", found["least"] or ""]
    said = [int(one) if one.isdigit() else WORDS_OF_NUMBERS.get(one.lower(), 0) for one in words]
    return next(filter(None, said), 0)


def summary(view: View, question: str, words: str) -> Reply | None:
    """Return the key sentences of an article, or what is said of a subject, there or anywhere."""
    most = asked_number(question)
    named = None if ALL_ARTICLES.search(question) else named_article(view, words)
    if named is None:
        return told_part(view, words, most) or summed_up(view, words, most)
    overview, beside = of_version(view, question, named[0]), named[1]
    article = view.article(overview.article_id)
    told = f"{overview.title} {article.text}" if article else ""
    focus, is_known = beside & stems(told), view.count() == 1 or beside != stems(words)
    is_part = bool(PART.search(question))
    if is_part or focus or not is_known:
        within = article if is_known else None
        if part := told_part(view, words, most, within) or told_part(view, words, most):
            return part
    if is_known and (focus or (is_part and SAYS_OF.search(question))):
        here = replace(view, scope=Scope(frozenset([overview.article_id])))
        told_here = summed_up(here, _of(words, focus) or words, most or _MOST * is_part)
        if told_here or ONE_ARTICLE_NAMED.search(question):
            return told_here or of_article(view, overview, most)
    if view.count() == 1 or ONE_ARTICLE_NAMED.search(question) or (is_part and is_known):
        return of_article(view, overview, most)
    if not is_known or unmet(words, told):
        return summed_up(view, words, most)
    return of_article(view, overview, most)


def _of(words: str, focus: set[str]) -> str:
    """Return those of some words whose stems are in the focus."""
    return " ".join(word for word in words.split() if stems(word) & focus)


def of_article(view: View, overview: Overview, most: int = 0) -> Reply | None:
    """Return the key sentences of an article, at most so many of them."""
    article = view.article(overview.article_id)
    if article is None:
        return None
    proofs = [evidence_at(article, *span, title=overview.title) for span in overview.key[:_KEY]]
    proofs = shortened(view, proofs, most or _KEY)
    said = [Statement(f"- {' '.join(as_shown(proof.text).split())}", (proof,)) for proof in proofs]
    return Reply([Statement(f"{overview.title}:"), *said], 1.0, listed=True)


def told_part(view: View, words: str, most: int, article: Article | None = None) -> Reply | None:
    """Return what the section says whose heading has the words; None where none surely has them.

    It is looked for in one article, or in those that a search finds.
    """
    asked = content_words(words)
    pool = [article] if article else _found(view, words)
    fit = [
        (len(in_name) / len(asked), it, section)
        for it in pool
        for section in sections(it.text)
        if (in_name := matched(asked, section.name))
        and _is_meant(words, asked - in_name, section, it, only=article is not None)
    ]
    if not fit:
        return None
    fit.sort(key=lambda one: -one[0])
    if len(fit) > 1 and fit[0][0] - fit[1][0] < _MARGIN:
        return None
    _, it, section = fit[0]
    said = shortened(view, _sentences(it, section), most or _MOST, words)
    lines = [Statement(f"- {' '.join(as_shown(one.text).split())}", (one,)) for one in said]
    return (
        Reply([Statement(f"{it.title}: {section.name}"), *lines], _SURE, listed=True)
        if said
        else None
    )


def _is_meant(words: str, left: set[str], section: Section, it: Article, *, only: bool) -> bool:
    """Tell whether the words that a heading has not name its article.

    Where all of a heading of several words stands in the question, its names do; in a known
    article, nothing has to.
    """
    heading = content_words(section.name)
    whole = matched(heading, words) == heading and (only or len(heading) > 1)
    needed = {word for word in left if word in names(words)} if whole else left
    return (only and whole) or matched(needed, f"{it.title} {it.source}") == needed


def _found(view: View, words: str) -> list[Article]:
    ids = dict.fromkeys(hit.passage.article_id for hit in view.search(words, _HITS))
    return [it for one in ids if (it := view.article(one))]


def _sentences(article: Article, section: Section) -> list[Evidence]:
    text = article.text[section.start : section.end]
    spans = [(section.start + a, section.start + b) for a, b in sentence_spans(text)]
    told = [evidence_at(article, *span, text, article.title) for span in spans]
    return [one for one in told if tells(one.text)] or [one for one in told if one.text.strip()]


def shortened(view: View, said: Sequence[Evidence], most: int, words: str = "") -> list[Evidence]:
    """Return at most so many sentences, in order: those in the middle of all, with figures."""
    if len(said) <= most:
        return list(said)
    vectors = view.embed([*([words] if words else []), *(one.text for one in said)])
    own = vectors[-len(said) :]
    middle = own.mean(axis=0) + (vectors[0] if words else 0)
    near = own @ (middle / max(1e-9, float(np.linalg.norm(middle))))
    near += np.array([_FIGURES * min(_SOME, len(_FIGURE.findall(one.text))) for one in said])
    return [said[i] for i in sorted(chosen(near.astype(own.dtype), own, most))]

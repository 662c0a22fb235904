"""Say which articles mention something, and how many."""

import re
from dataclasses import replace

from index.language.english.catalogue.asked import CALLED_SO
from index.language.english.overviews import (
    AND_MORE,
    ARTICLE,
    COUNTED,
    HOLDING,
    NEAREST,
    NONE_BUT_NEAR,
    NONE_HOLDS,
    SPELLED,
    THE_ONE_HOLDS,
    THE_ONE_LACKS,
)
from qa.text.inflection import analyses
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import as_spelled, names_spelled, sentence_with
from qa.ways.catalogue.topics import nearest_sentences
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reason, Reply, plainly

Held = list[tuple[str, int, int]]  # articles, each with a passage of it

_LEAST = 4  # letters of each of two words of which an article may have either
_SHOWN = 12  # articles of a list
_NEAR = 0.4  # closeness of a sentence that may say the same in other words
_FEW_WORDS = 5  # more are a question of their own, not something that is mentioned


def holdings(view: View, words: str, *, counted: bool, named: bool = False) -> Reply | None:
    """Say how many articles hold some words, and list them, or else the nearest to them.

    Many words that no article has are a question of their own, unless it surely asks for articles
    (`named`).
    """
    asked = words
    words, found = _found(view, words)
    if not found:
        few = len(words.split()) <= _FEW_WORDS
        return _nearest(view, words, counted=counted) if few or named else None
    total, verb = view.count(), HOLDING[len(found) > 1]
    told = COUNTED if total > 1 else THE_ONE_HOLDS
    if words not in (asked, as_spelled(view, asked)):
        told = SPELLED if total > 1 else told
    head = told.format(number=len(found), total=total, verb=verb, words=words, asked=asked)
    lines = [
        _line(sentence_with(article, start, end, words, _title(view, article_id)))
        for article_id, start, end in found[:_SHOWN]
        if (article := view.article(article_id))
    ]
    more = len(found) - len(lines)
    rest = [Statement(AND_MORE.format(number=more))] if more > 0 else []
    return Reply([Statement(head), *lines, *rest], 1.0, listed=True)


def _found(view: View, words: str) -> tuple[str, Held]:
    """Return the articles that hold words, or a name in a shorter or longer form, and that.

    "Corn or wheat" is held by those that have either.
    """
    either = words.split(" or ")
    if len(either) > 1 and all(len(part) >= _LEAST for part in either):
        places = {place[0]: place for part in either for place in _found(view, part)[1]}
        return words, list(places.values())
    if found := _in_sense(view, words, view.holding(words)):
        return words, found
    spelled = as_spelled(view, words)
    shorter = CALLED_SO.sub("", spelled).strip()
    for form in (spelled, shorter, names_spelled(view, spelled)):
        if form and form[0].isalnum() and (found := view.holding(form)):
            return form, found
    return spelled, []


def _in_sense(view: View, word: str, found: Held) -> Held:
    """Return the articles that hold a form of a word, not of one that only has its stem.

    "Sealed" is no form of "seals", the noun.
    """
    asked = _forms(word) if word.islower() and word.isalpha() else set()
    if not asked or len(found) > _SHOWN:
        return found
    texts = {one: it.text for one, *_ in found if (it := view.article(one))}
    told = {
        one for one, text in texts.items() if any(asked & _forms(w) for w in _spoken(word, text))
    }
    return [place for place in found if place[0] in told] or found


def _spoken(word: str, text: str) -> set[str]:
    """Return the words of a text that begin as a word does, in small letters."""
    start = re.escape(word[: max(3, len(word) - 3)])
    return {one.lower() for one in re.findall(rf"\b{start}\w*", text, re.I)}


def _forms(word: str) -> set[tuple[str, str]]:
    return {(kind, lemma) for kind, found in analyses(word).items() for lemma in found}


def _nearest(view: View, words: str, *, counted: bool) -> Reply | None:
    """Return the articles that come nearest to words that none has."""
    if counted:
        return _none(view, words)
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


def _none(view: View, words: str) -> Reply:
    """Say that no article has some words, and which is the nearest to them."""
    total, near = view.count(), nearest_sentences(view, words)[:1]
    if total == 1:
        return plainly(THE_ONE_LACKS.format(words=words), Reason.NONE_HOLDS)
    if not near or near[0].score < _NEAR:
        return plainly(NONE_HOLDS.format(total=total, words=words), Reason.NONE_HOLDS)
    title, source = _title(view, near[0].article_id), near[0].source
    told = NONE_BUT_NEAR.format(total=total, words=words, title=title, source=source)
    return replace(plainly(told, Reason.NONE_HOLDS), nearest=near)


def _line(proof: Evidence) -> Statement:
    return Statement(ARTICLE.format(title=proof.title, source=proof.source), (proof,))


def _title(view: View, article_id: str) -> str:
    overview = view.overview(article_id)
    return overview.title if overview else ""

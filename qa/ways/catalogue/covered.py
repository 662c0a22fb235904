"""Say what a collection covers: its themes, what its names tell the kind of, its interviews."""

import re
from collections import Counter

from index.language.english.catalogue.asked import (
    ARE_INTERVIEWS,
    CLASS,
    COVERED,
    IN_ONE,
    INTERVIEW_WITH,
    INTERVIEWS,
    NAMES,
    NOTED,
    NOTES,
    SPEAKER,
    THEMES,
    THESE_ARE_NAMED,
    UNTOLD,
    one_of,
)
from index.language.english.names import PLACE_NAME
from index.language.english.overviews import ALL_ARTICLES, AND_MORE, ARTICLE, MAINLY_ABOUT
from index.sentences import sentence_spans
from index.types import Article, Overview
from qa.types import Evidence, Statement
from qa.ways.catalogue.articles import evidence_at, sentence_with, subject
from qa.ways.catalogue.dated import proof_of
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply

_SHOWN = 12  # articles of a list
_TURNS = 2  # that somebody has in an interview


def covered(view: View, question: str) -> Reply | None:
    """Return what the articles cover, of what a question asks for; None where it asks no such."""
    for note, shape in NOTES.items():
        if shape.search(question) and ALL_ARTICLES.search(question):
            return _noting(view, note)
    if INTERVIEWS.search(question) and not subject(INTERVIEWS.sub(" ", question)):
        return _interviews(view)
    if (asked := COVERED.search(question)) and not UNTOLD.search(question):
        return _of_classes(view, asked["classes"])
    return _themes(view, question) if THEMES.search(question) else None


def _noting(view: View, note: str) -> Reply | None:
    """Return the articles that tell their author, or their date."""
    pool = [it for it in view.overviews(view.count()) if getattr(it, note)]
    lines = [
        Statement(ARTICLE.format(title=it.title, source=it.source), _proof(view, it, note))
        for it in pool[:_SHOWN]
    ]
    told = NOTED[note].format(number=len(pool), total=view.count(), verb=NAMES[len(pool) > 1])
    more = [Statement(AND_MORE.format(number=len(pool) - _SHOWN))] if len(pool) > _SHOWN else []
    return Reply([Statement(told), *lines, *more], 1.0, listed=True) if pool else None


def _proof(view: View, overview: Overview, note: str) -> tuple[Evidence, ...]:
    article, stated = view.article(overview.article_id), getattr(overview, note)
    if article is None or stated.end <= stated.start:
        return proof_of(view, overview)
    return (evidence_at(article, stated.start, stated.end, title=overview.title),)


def _interviews(view: View) -> Reply | None:
    """Return the articles in which somebody answers questions, and who that is."""
    lines = []
    for overview in view.overviews(view.count()):
        article = view.article(overview.article_id)
        turns = list(SPEAKER.finditer(article.text)) if article else []
        said = Counter(turn["who"] for turn in turns)
        people = [who for who, number in said.items() if number >= _TURNS and " " in who]
        if article is None or len([who for who in said if said[who] >= _TURNS]) < 2 or not people:
            continue
        first = next(turn for turn in turns if turn["who"] == people[0])
        proof = _sentence_at(article, first.start(), overview.title)
        told = INTERVIEW_WITH.format(
            title=overview.title, source=overview.source, people=", ".join(people)
        )
        lines.append(Statement(told, (proof,)))
    if not lines:
        return None
    head = ARE_INTERVIEWS[len(lines) > 1].format(number=len(lines), total=view.count())
    return Reply([Statement(head), *lines[:_SHOWN]], 1.0, listed=True)


def _sentence_at(article: Article, start: int, title: str) -> Evidence:
    spans = sentence_spans(article.text)
    span = next((one for one in spans if one[0] <= start < one[1]), (start, start + 1))
    return evidence_at(article, *span, title=title)


def _of_classes(view: View, classes: str) -> Reply | None:
    """Return the names that tell by a word of their own that they are of these classes."""
    kinds = [word for found in CLASS.findall(classes) for word in (found, one_of(found.lower()))]
    one = "|".join(sorted(set(kinds), key=len, reverse=True))
    shape = re.compile(
        rf"\b(?!The |In |At |On |Of )(?:{PLACE_NAME}) (?i:{one})\b|\b(?i:{one}) of {PLACE_NAME}"
    )
    found: dict[str, Evidence] = {}
    for overview in view.overviews(view.count()):
        article = view.article(overview.article_id)
        for match in shape.finditer(article.text) if article else ():
            name = " ".join(match[0].split())
            if article and name not in found:
                found[name] = _sentence_at(article, match.start(), overview.title)
    lines = [Statement(f"- {name}", (proof,)) for name, proof in list(found.items())[:_SHOWN]]
    more = len(found) - len(lines)
    rest = [Statement(AND_MORE.format(number=more))] if more else []
    head = Statement(THESE_ARE_NAMED.format(classes=" / ".join(CLASS.findall(classes))))
    return Reply([head, *lines, *rest], 1.0, listed=True) if lines else None


def _themes(view: View, question: str) -> Reply | None:
    """Return the topics of all articles, each with a sentence that has it."""
    if subject(question):
        return None
    told: dict[str, Evidence] = {}
    for topic in view.topics():
        for article_id, start, end in view.holding(topic)[:1]:
            if article := view.article(article_id):
                told[topic] = sentence_with(article, start, end, topic)
    if not told:
        return None
    head = MAINLY_ABOUT.format(topics=", ".join(told))
    if IN_ONE.search(question):
        return Reply([Statement(head, tuple(dict.fromkeys(told.values())))], 1.0)
    lines = [Statement(f"- {topic}", (proof,)) for topic, proof in told.items()]
    articles = [
        Statement(ARTICLE.format(title=it.title, source=it.source), proof_of(view, it))
        for it in view.overviews(_SHOWN)
    ]
    return Reply([Statement(head), *lines, *articles], 1.0, listed=True)

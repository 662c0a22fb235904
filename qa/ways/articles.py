"""Find what a question about articles is about: the words it leaves, the article it names."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from index.language.english.overviews import FRAME
from index.language.english.words import PLURAL, STOPWORDS
from index.sentences import sentence_spans
from index.types import Article, Overview
from qa.text.words import content_words, stem
from qa.types import Evidence
from qa.ways.view import View

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_HITS = 10
_HEAD = 400  # characters of an article by which it is named
_NAMED = 2.0  # weight of the words that name an article, beside that of the search
_ALIKE, _LONG = 86, 6  # of 100, for a word that asks and is typed badly; its letters


def subject(question: str) -> str:
    """Return what is left of a question without the words that ask, at its beginning and end."""
    spans = [match.span() for match in _TOKEN.finditer(question)]
    telling = [span for span in spans if not _asks(question[slice(*span)].lower())]
    return question[telling[0][0] : telling[-1][1]] if telling else ""


@lru_cache(1000)
def _asks(word: str) -> bool:
    if word in FRAME or word in STOPWORDS or word.isdigit():
        return True
    known = len(word) >= _LONG
    return known and bool(process.extractOne(word, FRAME, scorer=fuzz.ratio, score_cutoff=_ALIKE))


def stems(text: str) -> set[str]:
    """Return the beginnings of the words that carry meaning: a form of a word has its stem."""
    return {stem(word).removesuffix(PLURAL) for word in content_words(text)}


def named_article(view: View, words: str) -> tuple[Overview, float] | None:
    """Return the article that words name best, with the share of the words that name it.

    It is what a search finds, and what stands in its head and was noted of it.
    """
    if view.count() == 1:
        return view.overviews(1)[0], 1.0
    found: dict[str, float] = {}
    for hit in view.search(words, _HITS) if words else ():
        found.setdefault(hit.passage.article_id, hit.score)
    asked = stems(words)
    named = {
        overview: _share(asked, overview, article)
        for article_id in found
        if (overview := view.overview(article_id)) and (article := view.article(article_id))
    }
    if not named:
        return None
    best = max(named, key=lambda it: found[it.article_id] + _NAMED * named[it])
    return best, named[best]


def _share(asked: set[str], overview: Overview, article: Article) -> float:
    stated = (overview.author, overview.publisher, overview.place, overview.published)
    said = [item.value for item in stated if item]
    told = " ".join([overview.title, overview.source, *said, article.text[:_HEAD]])
    return len(asked & stems(re.sub(r"[_/.-]", " ", told))) / len(asked) if asked else 0.0


def evidence_at(
    article: Article, start: int, end: int, passage: str = "", title: str = ""
) -> Evidence:
    """Return a range of an article as evidence, under the article's title, or another one."""
    text = article.text[start:end]
    home = article.id, title or article.title, article.source
    at = passage.find(text) if passage else 0
    return Evidence(text, *home, start, end, passage or text, 1.0, max(at, 0))


def sentence_with(article: Article, start: int, end: int, words: str, title: str = "") -> Evidence:
    """Return the sentence of a passage that holds most of some words."""
    passage, asked = article.text[start:end], stems(words)
    first, last = max(
        sentence_spans(passage), key=lambda span: len(asked & stems(passage[slice(*span)]))
    )
    return evidence_at(article, start + first, start + last, passage, title)

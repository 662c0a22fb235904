"""Find what a question about articles is about: the words it leaves, the article it names."""

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from index.language.english.catalogue.asked import LEADS_IN
from index.language.english.overviews import FRAME
from index.language.english.words import PLURAL, STOPWORDS
from index.sentences import sentence_spans
from index.types import Article, Overview
from qa.evidence.versions.choosing import meant
from qa.evidence.versions.version import version_of
from qa.text.inflection import analyses
from qa.text.words import content_words, stem
from qa.types import Evidence
from qa.ways.catalogue.view import View

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_HITS, _MANY_HITS = 10, 50
_HEAD = 400  # characters of an article by which it is named
_NAMED = 2.0  # weight of the words that name an article, beside that of the search
_LONG, _VERY_LONG = 6, 10  # letters of a word that may have one slip, or two


def first_question(said: str) -> str:
    """Return what is said up to its first question mark: what follows only explains it."""
    return said.partition("?")[0]


def subject(question: str) -> str:
    """Return what is left of a question without the words that ask, at its beginning and end."""
    question = LEADS_IN.sub(" ", question)
    spans = [match.span() for match in _TOKEN.finditer(question)]
    telling = [span for span in spans if not _asks(question[slice(*span)].lower())]
    return question[telling[0][0] : telling[-1][1]] if telling else ""


def with_asking_spelled(question: str) -> str:
    """Return a question with the words that ask spelled right: "artikles" are articles."""
    return _TOKEN.sub(lambda word: _asking(word[0].lower()) or word[0], question)


def _asks(word: str) -> bool:
    return word in STOPWORDS or word.isdigit() or bool(_asking(word))


@lru_cache(1000)
def _asking(word: str) -> str:
    """Return a word in small letters that asks, spelled right; "" for any other one."""
    return word if word in FRAME else _meant(word, FRAME)


def as_spelled(view: View, words: str) -> str:
    """Return words, those typed badly as the passages nearest to them spell them."""
    told = {word for hit in view.search(words, _HITS) for word in _TOKEN.findall(hit.passage.text)}
    return _TOKEN.sub(lambda word: _meant(word[0], told) or word[0], words)


def names_spelled(view: View, words: str) -> str:
    """Return words, a name that no article has as those nearest to it spell it: with a letter more.

    A name with another letter in its place is another name. As they are where several are like it.
    """
    told = {
        word for hit in view.search(words, _MANY_HITS) for word in _TOKEN.findall(hit.passage.text)
    }
    return _TOKEN.sub(lambda word: _longer(word[0], told) or word[0], words)


def _longer(word: str, told: Collection[str]) -> str:
    if len(word) < _LONG or not word[0].isupper() or word in told:
        return ""
    like = {
        one
        for one in told
        if one[0] == word[0]
        and len(one) != len(word)
        and abs(len(one) - len(word)) == _slips(word, one) == 1
    }
    return like.pop() if len(like) == 1 else ""


def _meant(word: str, known: Collection[str]) -> str:
    """Return the known word that one in small letters is meant for; "" where it is none.

    A name, and a word that a dictionary has, is meant for itself.
    """
    if len(word) < _LONG or not word.islower() or analyses(word):
        return ""
    like = [one for one in known if one[0].lower() == word[0] and _is_slip(word, one.lower())]
    return min(like, key=lambda one: (_slips(word, one.lower()), one)) if like else ""


def _is_slip(word: str, known: str) -> bool:
    return _slips(word, known) <= (1 if len(word) < _VERY_LONG else 2)


def _slips(word: str, known: str) -> int:
    return DamerauLevenshtein.distance(word, known, score_cutoff=2)


def length_of(article: Article) -> str:
    """Return the number of words of an article, as it is told."""
    words = sum(any(map(str.isalnum, word)) for word in article.text.split())
    return f"{words:,}"


def stems(text: str) -> set[str]:
    """Return the beginnings of the words that carry meaning: a form of a word has its stem."""
    return {stem(word).removesuffix(PLURAL) for word in content_words(text)}


def named_article(view: View, words: str) -> tuple[Overview, set[str]] | None:
    """Return the article that words name best, with the stems of those that do not name it.

    It is what a search finds, and what stands in its head and was noted of it.
    """
    asked = stems(words)
    if view.count() == 1:
        [only] = view.overviews(1)
        return only, _beside(asked, only, view.article(only.article_id))
    found: dict[str, float] = {}
    for hit in view.search(words, _HITS) if words else ():
        found.setdefault(hit.passage.article_id, hit.score)
    beside = {
        overview: _beside(asked, overview, article)
        for article_id in found
        if (overview := view.overview(article_id)) and (article := view.article(article_id))
    }
    if not beside:
        return None

    def weight(overview: Overview) -> float:
        """Weigh what the search finds and what names an article."""
        named = 1 - len(beside[overview]) / len(asked) if asked else 0.0
        return found[overview.article_id] + _NAMED * named

    best = max(beside, key=weight)
    return best, beside[best]


def of_version(view: View, question: str, overview: Overview) -> Overview:
    """Return the version of an article that a question means, or that holds today."""
    others = view.index.related([overview.article_id]).get(overview.article_id, ())
    among = [
        one
        for one in (overview, *others)
        if view.scope is None or one.article_id in view.scope.article_ids
    ]
    found = meant(question, [version_of(one) for one in among], date.today())
    version = found.version.article_id if found else ""
    return next((one for one in among if one.article_id == version), overview)


def _beside(asked: set[str], overview: Overview, article: Article | None) -> set[str]:
    """Return the stems that name no article: neither its head has them nor what was noted of it."""
    stated = (overview.author, overview.publisher, overview.place, overview.published)
    said = [item.value for item in stated if item]
    head = article.text[:_HEAD] if article else ""
    told = " ".join([overview.title, overview.source, *said, head])
    return asked - stems(re.sub(r"[_/.-]", " ", told))


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

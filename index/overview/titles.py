"""Name an article so that it can be told from the others, also one without a title of its own."""

import re
from collections.abc import Collection, Mapping, Sequence
from math import log
from pathlib import PurePath

from index.overview.terms import Rarity, terms
from index.sentences import sentence_spans
from index.types import Article, Stated

_LONGEST = 70
_DATELINE = ("publisher", "place", "published")
_SENTENCE = re.compile(r"[.。…][\"'”’»)\]*_]*$|…$")
_RARE = log(1 + 2)  # rarity of what is in less than half of all passages
_WORDY = 20  # words: a longer line without a full stop is no headline


def overview_title(
    article: Article,
    told: Mapping[str, Stated],
    topics: Sequence[str],
    rarity: Rarity,
    shared: Collection[str] = (),
) -> str:
    """Return the title of an article, or one made of its topics and its dateline.

    A title that several articles have is told apart by the date, place or publisher.
    """
    dateline = [told[name].value for name in _DATELINE if name in told]
    if not is_own(article, told):
        return _with(_subject(article, topics, rarity), dateline)
    return _with(article.title, dateline[-1:]) if article.title in shared else article.title


def is_own(article: Article, told: Mapping[str, Stated]) -> bool:
    """Tell whether the title is one: not the first words of the text, not a byline."""
    title, text = article.title, article.text
    start = text.find(title.removesuffix(" …"))
    if any(one.start <= start < one.end and _is_line(text, one) for one in told.values()):
        return False
    if start < 0 or text[text.rfind("\n", 0, start) + 1 : start].lstrip().startswith("#"):
        return not title.endswith(" …") or start < 0
    first = next(span for span in sentence_spans(text) if span[1] > start)
    only = not text[first[1] :].strip() and len(title.split()) > 5
    is_sentence = bool(_SENTENCE.search(text[slice(*first)])) and not title.isupper()
    return not (only or is_sentence or title.endswith(" …") or len(title.split()) > _WORDY)


def _is_line(text: str, told: Stated) -> bool:
    return told.end - told.start > 0 and len(text[told.start : told.end].split()) < _WORDY


def _subject(article: Article, topics: Sequence[str], rarity: Rarity) -> str:
    """Return a name and a thing that the article is about, one of them its own if it can be."""
    names = [topic for topic in topics if topic[0].isupper()][:1]
    things = [topic for topic in topics if not topic[0].isupper()]
    own = [one for one in things if _is_rare(one, rarity)]
    if names and things:
        return f"{names[0]}: {(things if _is_rare(names[0], rarity) or not own else own)[0]}"
    subject = ", ".join((own or things)[:2] if things else topics[:2])
    return subject[:1].upper() + subject[1:] or PurePath(article.source).stem


def _is_rare(topic: str, rarity: Rarity) -> bool:
    return max(map(rarity, terms(topic)), default=0) > _RARE


def _with(title: str, dateline: Sequence[str]) -> str:
    """Return a title with a dateline behind it, or with as much of its end as fits."""
    for first in range(len(dateline)):
        told = f"{title} ({', '.join(dateline[first:])})"
        if len(told) <= _LONGEST:
            return told
    return title

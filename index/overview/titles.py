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
_OWN = log(1 + 2)  # rarity of what is in less than half of all passages
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
    """Return a name and a thing that the article is about."""
    names = [topic for topic in topics if topic[0].isupper()]
    things = [topic for topic in topics if not topic[0].isupper()]
    own = [thing for thing in things if max(map(rarity, terms(thing))) > _OWN] or things
    if names and own:
        return f"{names[0]}: {own[0]}"
    subject = ", ".join((names or own)[:2])
    return subject[:1].upper() + subject[1:] or PurePath(article.source).stem


def _with(title: str, parts: Sequence[str]) -> str:
    """Return a title with as many parts behind it as fit."""
    fitting: list[str] = []
    for part in parts:
        if len(f"{title} ({', '.join([*fitting, part])})") <= _LONGEST:
            fitting.append(part)
    return f"{title} ({', '.join(fitting)})" if fitting else title

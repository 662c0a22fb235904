"""Find which version of a thing an article is, and from when until when it says that it holds.

That stands in its title, in lines of its own at head and foot (there are the facts of a front
matter, too), in sentences about "this policy", and in the names of file and folders.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from index.dates import Date, Found, dates
from index.language.english.versions.told import (
    BEHIND_BY,
    FILE_NAMES,
    HOLDS_ON,
    LEFT_OVER,
    LINES,
    SENTENCES,
    TITLES,
)
from index.overview.edges import foot, head
from index.sentences import Span, sentence_spans
from index.types import Stated

_FACTS = 20  # lines at the foot
_LONG = 80  # letters: a longer line is none of labels
_NOWHERE = (0, 0)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W_]+")
_SUFFIX = re.compile(r"\w\.[a-z]{2,5}$")  # of the name of a file
_DASH = re.compile(r"(?<=\d)\s[-–—]\s(?=\d)")
_MARKS = (*TITLES, *FILE_NAMES)
_BETWEEN_WORDS = re.compile(r"_|-(?!\d)|(?<!\d)-|\.(?!\d)|(?<!\d)\.")


def validity(title: str, text: str, source: str) -> dict[str, Stated]:
    """Return what is told, by the names of the fields of an `Overview`; the clearest place first.

    What only the name of the file or a title beside the text tells has an empty range.
    """
    told: dict[str, Stated] = {}
    at = text.find(title)
    place = (at, at + len(title)) if at >= 0 else _NOWHERE
    _take(told, TITLES, title, place)
    for start, end in [*head(text), *foot(text, _FACTS)]:
        if end - start <= _LONG:
            _take(told, LINES, text[start:end], (start, end))
        for first, last in sentence_spans(text[start:end]):
            sentence = text[start + first : start + last]
            _take(told, SENTENCES, sentence, (start + first, start + last))
    *folders, name = _names(source)
    for words in (name, *reversed(folders)):
        _take(told, FILE_NAMES, words, _NOWHERE)
    for words, where in ((title, place), *((name, _NOWHERE) for name in (name, *folders))):
        left = _without_marks(words)
        for found in _dates_told(left):
            field = "valid_from" if _has_month(found) else "version"
            told.setdefault(field, Stated(left[found.start : found.end], *where))
    return told


def series(title: str, source: str, told: dict[str, Stated]) -> tuple[str, ...]:
    """Return what an article, and any that it names as its other version, are called without that.

    Two that share one of these may be versions of one thing: a title, and a file's name in its
    folder.
    """
    folder = PurePath(source).parent.as_posix()
    others = [told[field].value for field in ("replaces", "superseded") if field in told]
    titles, files = [title], [source]
    for other in (BEHIND_BY.sub("", one) for one in others):
        (files if _SUFFIX.search(other) else titles).append(other)
    names = {stem for file in files if (stem := _stem(_names(file)[-1]))}
    return tuple(sorted({*map(_stem, titles), *(f"{folder}/{name}" for name in names)} - {""}))


def _take(
    told: dict[str, Stated], patterns: Iterable[re.Pattern[str]], words: str, place: Span
) -> None:
    """Take what patterns find in some words that stand at a place; what is found first stays."""
    for pattern in patterns:
        if match := pattern.search(words.replace("_", " ")):
            for field, value in match.groupdict().items():
                if value:
                    said = " ".join(words[slice(*match.span(field))].replace(":", " ").split())
                    told.setdefault(field, Stated(said, *place))


def _names(source: str) -> list[str]:
    """Return the names of the folders and of the file of a source, in words."""
    path = PurePath(source)
    return [
        " ".join(_BETWEEN_WORDS.sub(" ", one).split()) for one in (*path.parent.parts, path.stem)
    ]


def _dates_told(words: str) -> Iterator[Found]:
    """Yield the dates with a year in a title or name that say of when it is.

    A year alone does; a day or a month is that of an event, where nothing is named that holds on.
    """
    for found in dates(words):
        has_year = isinstance(found.what, Date) and found.what.year
        if has_year and (not _has_month(found) or HOLDS_ON.search(words)):
            yield found


def _has_month(found: Found) -> bool:
    return isinstance(found.what, Date) and bool(found.what.month or found.what.unsure)


def _stem(name: str) -> str:
    """Return a title or name without what tells its version, in small letters; "" for no word."""
    name = _without_marks(name)
    for found in reversed(list(_dates_told(name))):
        name = f"{name[: found.start]} {name[found.end :]}"
    words = _WORD.findall(LEFT_OVER.sub(" ", name).lower())
    return " ".join(words) if any(word.isalpha() and len(word) > 1 for word in words) else ""


def _without_marks(name: str) -> str:
    """Return a title or name without its version and period, but with the dates beside them."""
    name = _BRACKETS.sub(lambda m: "" if any(p.search(m[0]) for p in _MARKS) else m[0], name)
    for pattern in _MARKS:
        name = pattern.sub(" ", name)
    return _DASH.sub("-", name)

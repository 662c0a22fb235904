"""Count the phrases of a text that could be topics: runs of words without function words, names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from index.language.east_asian import LETTER
from index.language.english.telling import (
    BEFORE_NOUNS,
    BEFORE_VERBS,
    INSIDE_NAMES,
    JOINS_NAMES,
    NO_NAMES,
    NO_START,
    NO_TOPICS,
)
from index.overview.terms import WORD, one_form

_LONGEST, _LONGEST_NAME = 4, 8  # words
_SHOUTED = 3  # words in capitals: a headline
_FIGURE_BEFORE, _FIGURE_AFTER = re.compile(r"[\d%][\s-]?$"), re.compile(r"[\s.-]{0,2}\d")
_POSSESSIVE = re.compile(r"['’]s$")
_GAP = re.compile(r"[ \t]+|\n(?!\s*\n)")

Phrase = tuple[str, ...]  # of words in one form


@dataclass(frozen=True, slots=True)
class _Word:
    written: str
    folded: str
    form: str
    capital: bool
    stops: bool  # no phrase goes beyond it

    @property
    def opens(self) -> bool:
        """Tell whether a phrase can begin with it."""
        return len(self.folded) > 1 and not self.stops and not NO_START.search(self.folded)


@dataclass(slots=True)
class Uses:
    """How a word is used: how often in all, as what, where in a phrase."""

    all: int = 0
    noun: int = 0
    verb: int = 0
    last: int = 0
    name: int = 0
    small: int = 0
    measure: int = 0  # beside a figure


@dataclass(slots=True)
class Counted:
    """How often each phrase stands in a text, in which forms, and how its words are used."""

    times: Counter[Phrase] = field(default_factory=Counter)
    forms: dict[Phrase, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    uses: dict[str, Uses] = field(default_factory=lambda: defaultdict(Uses))


def counted(text: str) -> Counted:
    """Count the phrases of a text."""
    found = Counted()
    for run, before, after in _runs(text):
        words = _words(run)
        _count_uses(found, words)
        found.uses[words[0].form].measure += before
        found.uses[words[-1].form].measure += after
        for start, word in enumerate(words):
            if word.opens:
                _count_from(found, words, start)
    return found


@lru_cache(50_000)
def _word(written: str, inside: bool, shouted: bool) -> _Word:
    """Read a word; a capital inside a sentence makes a name of a common word: New York.

    Capitals of a line that is all in capitals say nothing.
    """
    folded = written.casefold()
    capital = written[0].isupper() and not (shouted and written.isupper())
    stops = folded in (NO_NAMES if capital and inside else NO_TOPICS)
    return _Word(written, folded, one_form(written), capital, stops)


def _words(run: Sequence[str]) -> list[_Word]:
    loud = sum(word.isupper() for word in run)
    shouted = loud >= _SHOUTED and loud > len(run) / 2
    return [_word(word, number > 0, shouted) for number, word in enumerate(run)]


def _count_uses(found: Counted, words: Sequence[_Word]) -> None:
    before = ""
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else None
        uses = found.uses[word.form]
        uses.all += 1
        uses.noun += before in BEFORE_NOUNS
        uses.verb += before in BEFORE_VERBS
        uses.last += not after or after.stops
        uses.name += word.capital and bool(before)
        uses.small += word.written[0].islower()
        before = word.folded


def _count_from(found: Counted, words: Sequence[_Word], start: int) -> None:
    """Count the phrases that start with a word; of a name only the whole."""
    named = True
    for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
        word = words[end - 1]
        if named and word.folded in INSIDE_NAMES:
            continue
        named = named and word.capital
        if word.stops or not (named or end - start <= _LONGEST):
            return
        if len(word.folded) > 1 and not (named and _goes_on(words, start, end)):
            phrase = tuple(one.form for one in words[start:end])
            found.times[phrase] += 1
            written = " ".join(one.written for one in words[start:end])
            found.forms[phrase][_POSSESSIVE.sub("", written)] += 1


def _goes_on(words: Sequence[_Word], start: int, end: int) -> bool:
    """Tell whether a name goes on beyond its ends."""
    behind = end + (end < len(words) and words[end].folded in JOINS_NAMES)
    before = start - 1 - (start > 0 and words[start - 1].folded in JOINS_NAMES)
    beside = [*words[behind : behind + 1], *words[max(0, before) : max(0, before + 1)]]
    return any(word.capital and not word.stops for word in beside)


def _runs(text: str) -> Iterator[tuple[list[str], bool, bool]]:
    """Yield runs of words with nothing but spaces between, and whether figures are beside."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end(), word.start()):
            yield _run(text, run)
            run = []
        if not re.match(LETTER, word.group()):
            run.append(word)
    if run:
        yield _run(text, run)


def _run(text: str, words: Sequence[re.Match[str]]) -> tuple[list[str], bool, bool]:
    first, last = words[0].start(), words[-1].end()
    before = bool(_FIGURE_BEFORE.search(text, max(0, first - 4), first))
    return [word.group() for word in words], before, bool(_FIGURE_AFTER.match(text, last))

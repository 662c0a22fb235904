"""Find the words and phrases that tell what an article is about.

Runs of words without function words, and names, counted in the article and weighed by how few
passages of the collection hold their rarest word; a phrase takes what it holds with it (C-value).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.language.east_asian import LETTER
from index.language.english.telling import (
    BEFORE_NOUNS,
    BEFORE_VERBS,
    INSIDE_NAMES,
    JOINS_NAMES,
    NO_NOUN,
    NO_START,
    NO_TOPICS,
)
from index.overview.terms import CHARACTERS, WORD, Rarity, one_form

MOST = 8
_LONGEST, _LONGEST_NAME = 4, 8  # words of a phrase
_WEIGHED = 150  # candidates, the most frequent
_READ = 300_000  # letters: more of a long article says the same
_LONGER = 0.4  # what the second and the third word of a phrase add
_IN_TITLE = 1.6
_FEW = 60  # words: a shorter text repeats nothing
_EMPTY = frozenset("的了是在和与及等对为这那有我你他她它们也都就而但并或从到把被让将以于之")
_FIGURE_BEFORE, _FIGURE_AFTER = re.compile(r"[\d%][\s-]?$"), re.compile(r"[\s.-]{0,2}\d")
_POSSESSIVE = re.compile(r"['’]s$")
_GAP = re.compile(r"[ \t]+|\n(?!\s*\n)")

Phrase = tuple[str, ...]  # of words in one form


@dataclass(slots=True)
class _Counted:
    """How often each phrase stands in a text, in which forms, and how its words are used."""

    times: Counter[Phrase] = field(default_factory=Counter)
    forms: dict[Phrase, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    uses: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def topics(title: str, text: str, rarity: Rarity) -> tuple[str, ...]:
    """Return up to eight topics of a text, the most telling first; none is a part of another."""
    text = text[:_READ]
    counted = _count(text)
    least = 2 if len(text.split()) >= _FEW else 1
    titled = {one_form(word) for word in WORD.findall(title)}
    candidates = [
        (phrase, times)
        for phrase, times in _own_times(counted.times).most_common(_WEIGHED)
        if times >= least and _is_noun(phrase, counted)
    ]
    weights = {
        phrase: times
        * max(map(rarity, phrase))
        * (1 + _LONGER * min(len(phrase) - 1, 2))
        * (_IN_TITLE if titled.issuperset(phrase) else 1)
        for phrase, times in candidates
    }
    ranked = sorted(weights, key=lambda phrase: (-weights[phrase], phrase))
    chosen = [_shown(counted.forms[phrase]) for phrase in _apart(ranked)]
    return (*chosen, *_of_characters(text))[:MOST]


def _count(text: str) -> _Counted:
    counted = _Counted()
    for run, figures in _runs(text):
        folded = ["", *(word.casefold() for word in run), ""]
        for before, word, after in zip(folded, run, folded[2:], strict=False):
            uses = counted.uses[one_form(word)]
            uses["all"] += 1
            uses["noun"] += before in BEFORE_NOUNS
            uses["verb"] += before in BEFORE_VERBS
            uses["last"] += not after or after in NO_TOPICS
            uses["name"] += word[0].isupper() and bool(before)
            uses["small"] += word[0].islower()
        counted.uses[one_form(run[0])]["measure"] += figures[0]
        counted.uses[one_form(run[-1])]["measure"] += figures[1]
        for start in range(len(run)):
            for end in range(start + 1, min(len(run), start + _LONGEST_NAME) + 1):
                _add(counted, run, start, end)
    return counted


def _add(counted: _Counted, run: Sequence[str], start: int, end: int) -> None:
    """Count a part of a run, where it could be a topic; of a name only the whole."""
    words = run[start:end]
    folded = [word.casefold() for word in words]
    edges = {folded[0], folded[-1]}
    if edges & NO_TOPICS or min(map(len, edges)) < 2 or NO_START.search(folded[0]):
        return
    named = all(word[0].isupper() for word in words if word not in INSIDE_NAMES)
    if set(folded[1:-1]) & NO_TOPICS - (INSIDE_NAMES if named else frozenset()):
        return
    if _goes_on(run, start, end) if named else len(words) > _LONGEST:
        return
    phrase = tuple(map(one_form, words))
    counted.times[phrase] += 1
    counted.forms[phrase][_POSSESSIVE.sub("", " ".join(words))] += 1


def _goes_on(run: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a name goes on beyond its ends."""
    behind = end + (end < len(run) and run[end] in JOINS_NAMES)
    before = start - 1 - (start > 0 and run[start - 1] in JOINS_NAMES)
    beside = [*run[behind : behind + 1], *run[max(0, before) : max(0, before + 1)]]
    return any(word[0].isupper() and word.casefold() not in NO_TOPICS for word in beside)


def _runs(text: str) -> Iterator[tuple[list[str], tuple[bool, bool]]]:
    """Yield runs of words with nothing but spaces between them, and whether a figure is beside."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if re.match(LETTER, word.group()):
            continue
        if run and not _GAP.fullmatch(text, run[-1].end(), word.start()):
            yield _run(text, run)
            run = []
        run.append(word)
    if run:
        yield _run(text, run)


def _run(text: str, words: Sequence[re.Match[str]]) -> tuple[list[str], tuple[bool, bool]]:
    before = bool(_FIGURE_BEFORE.search(text, max(0, words[0].start() - 4), words[0].start()))
    after = bool(_FIGURE_AFTER.match(text, words[-1].end()))
    return [word.group() for word in words], (before, after)


def _own_times(times: Counter[Phrase]) -> Counter[Phrase]:
    """Return how often each phrase stands for itself, not as a part of a longer one."""
    own = Counter(times)
    for phrase, count in times.items():
        if count < 2 or len(phrase) < 2:
            continue
        for size in range(1, len(phrase)):
            for start in range(len(phrase) - size + 1):
                part = phrase[start : start + size]
                if part in own:
                    own[part] = min(own[part], times[part] - count)
    return own


def _is_noun(phrase: Phrase, counted: _Counted) -> bool:
    """Tell whether a phrase ends with a noun or a name, not a verb, an adjective or a unit."""
    edges = [counted.uses[word] for word in {phrase[0], phrase[-1]}]
    if any(uses["measure"] > uses["all"] / 2 for uses in edges):
        return False
    uses = counted.uses[phrase[-1]]
    if uses["name"] and not uses["small"]:
        return True
    if NO_NOUN.search(phrase[-1]):
        return False
    return len(phrase) > 1 or (uses["noun"] > uses["verb"] and uses["last"] >= uses["all"] / 2)


def _shown(forms: Counter[str]) -> str:
    """Return the form that is used most, in small letters where it is used so at all."""
    mixed = Counter({form: times for form, times in forms.items() if not form.isupper()})
    best = (mixed or forms).most_common(1)[0][0]
    small = best[0].lower() + best[1:]
    return small if small in forms else best


def _apart(ranked: Sequence[Phrase]) -> list[Phrase]:
    """Return the first phrases of which none shares more than half of another one."""
    chosen: list[Phrase] = []
    for phrase in ranked:
        words = set(phrase)
        if all(2 * len(words & set(one)) <= min(len(words), len(one)) for one in chosen):
            chosen.append(phrase)
        if len(chosen) == MOST:
            break
    return chosen


def _of_characters(text: str) -> list[str]:
    """Return the runs of two to six Chinese characters that are repeated most."""
    times: Counter[str] = Counter()
    for run in CHARACTERS.findall(text):
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + 6) + 1):
                if not _EMPTY.intersection(run[start:end]):
                    times[run[start:end]] += 1
    frequent = {run: count for run, count in times.items() if count > 2}
    ranked = sorted(frequent, key=lambda run: (-frequent[run] * (len(run) - 1), run))
    chosen: list[str] = []
    for run in ranked:
        if not any(run in one or one in run for one in chosen):
            chosen.append(run)
    return chosen[:MOST]

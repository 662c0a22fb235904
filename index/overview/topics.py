"""Find the words and phrases that tell what an article is about.

Runs of words without function words, and names, counted in the article and weighed by how few
passages of the collection hold their rarest word; a phrase takes what it holds with it (C-value).
"""

from collections import Counter
from collections.abc import Sequence

from index.language.english.telling import NO_NOUN
from index.overview.phrases import Counted, Phrase, counted
from index.overview.terms import CHARACTERS, WORD, Rarity, one_form

MOST = 8
_WEIGHED = 150  # candidates, the most frequent
_READ = 200_000  # letters: more of a long article says the same
_LONGER = 0.4  # what the second and the third word of a phrase add
_IN_TITLE = 1.6
_OFTEN = 3  # once for so many times in capitals, which begin sentences, too
_FEW = 60  # words: a shorter text repeats nothing
_EMPTY = frozenset("的了是在和与及等对为这那有我你他她它们也都就而但并或从到把被让将以于之")


def topics(title: str, text: str, rarity: Rarity, signers: str = "") -> tuple[str, ...]:
    """Return up to eight topics of a text, the most telling first; none is a part of another.

    `signers`, who wrote and published it, are none.
    """
    text = text[:_READ]
    found = counted(text)
    least = 2 if len(text.split()) >= _FEW else 1
    titled, signed = ({one_form(word) for word in WORD.findall(one)} for one in (title, signers))
    candidates = [
        (phrase, times)
        for phrase, times in _own_times(found.times).most_common(_WEIGHED)
        if times >= least and _is_noun(phrase, found) and not signed.issuperset(phrase)
    ]
    weights = {
        phrase: times
        * max(map(rarity, phrase))
        * (1 + _LONGER * min(len(phrase) - 1, 2))
        * (_IN_TITLE if titled.issuperset(phrase) else 1)
        for phrase, times in candidates
    }
    ranked = sorted(weights, key=lambda phrase: (-weights[phrase], phrase))
    chosen = [_shown(found.forms[phrase]) for phrase in _apart(ranked)]
    return (*chosen, *_of_characters(text))[:MOST]


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


def _is_noun(phrase: Phrase, found: Counted) -> bool:
    """Tell whether a phrase ends with a noun or a name, not a verb, an adjective or a unit."""
    edges = [found.uses[word] for word in {phrase[0], phrase[-1]}]
    uses = found.uses[phrase[-1]]
    named = uses.name > 0 and not uses.small
    if named and not _shown(found.forms[phrase]).isupper():
        return True
    if any(uses.measure > uses.all / 2 for uses in edges):
        return False
    if named or NO_NOUN.search(phrase[-1]):
        return named
    return len(phrase) > 1 or (uses.noun > uses.verb and uses.last >= uses.all / 2)


def _shown(forms: Counter[str]) -> str:
    """Return the form that is used most, in small letters where it is often used so."""
    mixed = Counter({form: times for form, times in forms.items() if not form.isupper()})
    best = (mixed or forms).most_common(1)[0][0]
    small = best[0].lower() + best[1:]
    return small if _OFTEN * forms[small] >= forms[best] else best


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

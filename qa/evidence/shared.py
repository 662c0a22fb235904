"""Choose sentences by the words that they share with a question, where no reader can judge them.

The readers are trained on English. In another language a sentence answers where it has nearly all
words of the question that its title and heading have not, and tells what is sought.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.building.passages import heading_over, headings
from index.language.room import Room
from index.language.rooms import EUROPEAN
from index.sentences import sentence_spans
from index.types import Hit
from qa.evidence.readers import says_something
from qa.text.denied import is_denied
from qa.text.foreign import Unit, has, is_about, of_names, units_of, words_in
from qa.text.rows import is_row
from qa.text.sought import Sought, sought, tells, without_measures
from qa.text.words import numbers
from qa.types import Evidence, sentence_of

_LEAST, _LEAST_OF_BIGRAMS = 0.8, 0.85  # of what a question is made of, weighed by its rarity
_AROUND = 0.8  # of it in the passage and over it
_ALIKE = 0.05
_MOST = 2  # sentences that answer alike
_CLOSED = re.compile(r"[.!。！…][\"'”’»)」』）\]]*$|[:：]\s*\S+")
_ASKS = re.compile(r"[?？][\"'”’»)」』）\]]*$")

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Shared:
    """The sentences that answer, those that came nearest, and the share of words of the best."""

    answers: Sequence[Evidence]
    nearest: Sequence[Evidence]
    share: float


@dataclass(frozen=True, slots=True)
class _Judged:
    evidence: Evidence
    share: float
    holds: bool


def by_shared_words(question: str, room: Room, hits: Sequence[Hit], rarity: Rarity) -> Shared:
    """Return the sentences of hits that answer a question in the language of a room.

    Where many answer alike, the question is too open for a sentence: none does.
    """
    what = sought(question, room)
    every = [_judged(question, what, item, room, rarity) for hit in hits for item in _stated(hit)]
    once = {(one.evidence.article_id, one.evidence.start): one for one in sorted(every, key=_rank)}
    ranked = sorted(once.values(), key=_rank, reverse=True)
    best = ranked[0].share if ranked else 0.0
    answers = [one.evidence for one in ranked if one.holds and one.share >= best - _ALIKE]
    nearest = [one.evidence for one in ranked if one.share][:_MOST]
    return Shared(answers if len(answers) <= _MOST else [], nearest, best)


def _rank(one: _Judged) -> tuple[bool, float]:
    return one.holds, one.share


def _stated(hit: Hit) -> Iterator[Evidence]:
    """Yield the sentences of a hit that state something."""
    passage = hit.passage.text
    for start, end in sentence_spans(passage):
        text = passage[start:end]
        states = (_CLOSED.search(text) or is_row(text)) and not _ASKS.search(text)
        if states and says_something(passage, start, end):
            yield sentence_of(hit, start, end, 0.0)


def _judged(question: str, what: Sought, evidence: Evidence, room: Room, rarity: Rarity) -> _Judged:
    """Return a sentence with its share of a question's words, and whether it answers."""
    sentence = evidence.text
    over = f"{evidence.title}\n{heading_over(headings(evidence.passage), evidence.at)}"
    units = units_of(without_measures(question, sentence, room), room)
    weights = {unit: rarity(word) for unit, word in units.items()}
    told, above = words_in(sentence, room), words_in(over, room)
    around = words_in(evidence.passage, room)
    before = evidence.passage[: evidence.at + len(sentence)]
    above |= of_names(question, before, above, room)
    own = [unit for unit in units if not is_about(above, unit, room)]
    # 镇新 of 青石镇新水厂 is told where the title has 青石镇 and the sentence 新水厂.
    said, beside = (told | above, around | above) if own else (told, around)
    share = _share(own or units, weights, lambda unit: has(said, unit))
    known = _share(units, weights, lambda u: has(beside, u) or is_about(above, u, room))
    met = numbers(question, words=False) <= numbers(f"{sentence} {over}")
    least = _LEAST if room.code in EUROPEAN else _LEAST_OF_BIGRAMS
    met = met and not is_denied(sentence, question, room)
    holds = share >= least and known >= _AROUND and met
    return _Judged(evidence, share, holds and tells(what, sentence, question, room))


def _share(
    units: Iterable[Unit], weights: dict[Unit, float], holds: Callable[[Unit], bool]
) -> float:
    """Return the share of units, by weight, of which something holds."""
    total = sum(weights[unit] for unit in units)
    return sum(weights[unit] for unit in units if holds(unit)) / total if total else 0.0

"""Check a generated answer against the evidence before anyone sees it.

A draft may turn the question around: its words may be those of the evidence or of the question, in another order and form.
What it says of each number, date and name must be what the evidence says of the same one. `RULES` are all there is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.sentences import sentence_spans
from qa.checking.claims import Token, read, recognised
from qa.checking.layout import Layout, layout
from qa.checking.links import linked_alike
from qa.checking.nearness import misplaced
from qa.checking.presence import figures_known, names_whole, words_known
from qa.checking.roles import loses_preposition, turned_round
from qa.checking.turns import quantified_alike, turns_alike
from qa.checking.wholeness import CJK, is_borne_out, is_whole, without_particle
from qa.text.words import content_words
from qa.types import Evidence

MARK = re.compile(r"\s*\[\d{1,2}\]")
_CJK_NO = re.compile(r"[不没未无非否ない]")


def attribute(answer: str, evidence: Sequence[Evidence], question: str = "") -> list[tuple[str, list[int]]] | None:
    """Find for each sentence of an answer the evidence that proves it, as (sentence, indices).

    Returns None when a sentence says something that its evidence does not, or is not whole.
    """
    answer = MARK.sub("", answer).strip()
    attributed = []
    for start, end in sentence_spans(answer):
        sentence = answer[start:end]
        support = _support(sentence, evidence, question)
        if support is None:
            return None
        attributed.append((sentence, support))
    return attributed or None


def _support(sentence: str, evidence: Sequence[Evidence], question: str) -> list[int] | None:
    """Return the fewest best pieces of evidence that together prove a sentence, or None."""
    words = content_words(sentence)
    if not words:
        return None
    order = sorted(range(len(evidence)), key=lambda i: (-len(words & content_words(evidence[i].text)), i))
    for size in (1, 2):
        for chosen in _choices(order, size):
            if supported(sentence, [evidence[i] for i in chosen], question):
                return sorted(chosen)
    return None


def _choices(order: list[int], size: int) -> list[list[int]]:
    return [[i] for i in order] if size == 1 else [[i, j] for n, i in enumerate(order) for j in order[n + 1 :]]


@dataclass(frozen=True, slots=True)
class Case:
    """A draft beside its evidence, both read, with the tokens of the question and of the passages around."""

    sentence: str
    quoted: str
    draft: Layout
    evidence: Layout
    asked: Layout
    around: Sequence[Token]

    @property
    def copied(self) -> bool:
        """Tell whether the sentence stands in the evidence as it is: then nothing in it has moved."""
        return self.sentence.rstrip(".!? ").lower() in self.quoted.lower()

    @property
    def texts(self) -> tuple[Sequence[Token], Sequence[Token], Sequence[Token]]:
        """Return the tokens of the evidence, around it, and of the question."""
        return self.evidence.tokens, self.around, self.asked.tokens


# Why a draft is refused, and what must hold for it not to be; in the order in which they are asked.
RULES: dict[str, Callable[[Case], bool]] = {
    "it is not whole": lambda c: is_borne_out(c.sentence) and is_whole(c.sentence, c.draft.pieces, c.evidence.pieces),
    "a figure that is not in the evidence": lambda c: figures_known(c.draft.tokens, c.evidence.tokens),
    "a word or name that is not in the evidence": lambda c: words_known(c.draft.tokens, *c.texts),
    "a mixed name": lambda c: names_whole(c.draft.tokens, c.texts),
    "a negation, condition or claim": lambda c: turns_alike(c.draft, c.evidence, c.asked.tokens),
    "a quantifier": lambda c: quantified_alike(c.draft, c.evidence),
    "another link": lambda c: c.copied or linked_alike(c.draft, c.evidence),
    "in another's place": lambda c: c.copied or not misplaced(c.draft, c.evidence),
    "who did it to whom": lambda c: c.copied or not turned_round(c.draft.pieces, c.evidence.pieces, c.asked.pieces),
    "done by what it was done to, in or from": lambda c: c.copied or not loses_preposition(c.draft, c.evidence, c.asked.tokens),
    "another order": lambda c: _cjk_in_order(c.sentence, c.quoted),
}


def supported(sentence: str, evidence: Sequence[Evidence], question: str = "") -> bool:
    """Tell whether the evidence says what a sentence says, and the sentence is whole."""
    return not refusal(sentence, evidence, question)


def refusal(sentence: str, evidence: Sequence[Evidence], question: str = "") -> str:
    """Return why a sentence is not to be shown, "" when its evidence proves it."""
    return next(refusals(sentence, evidence, question), "")


@lru_cache(maxsize=256)
def _laid_out(text: str) -> Layout:
    return layout(*read(text))


def refusals(sentence: str, evidence: Sequence[Evidence], question: str = "") -> Iterator[str]:
    """Yield each of `RULES` that a sentence breaks."""
    quoted = "\n".join(item.text for item in evidence)
    tokens, pieces = read(without_particle(sentence))
    known, asked = _laid_out(quoted), _laid_out(question)
    around = read("\n".join(f"{item.title}\n{item.passage}" for item in evidence))[0]
    draft = layout(recognised(tokens, known.tokens, around, asked.tokens), pieces)
    case = Case(sentence, quoted, draft, known, asked, around)
    return (reason for reason, holds in RULES.items() if not holds(case))


def _cjk_in_order(sentence: str, quoted: str) -> bool:
    """Tell whether Chinese or Japanese, which is read character by character, keeps the order and negations of its evidence."""
    said = CJK.findall(sentence)
    if not said:
        return True
    source = CJK.findall(quoted)
    longest = [0] * (len(source) + 1)
    for char in said:
        row = [0]
        for i, other in enumerate(source):
            row.append(longest[i] + 1 if char == other else max(longest[i + 1], row[i]))
        longest = row
    return longest[-1] >= 0.7 * len(said) and len(_CJK_NO.findall(sentence)) == len(_CJK_NO.findall(quoted))

"""Check a generated answer against the evidence before anyone sees it.

A draft may turn the question around: its words may be those of the evidence or of the question, in another order and form.
What it says of each number, date and name must be what the evidence says of the same one.
"""

import re
from collections.abc import Callable, Sequence

from index.sentences import sentence_spans
from qa.checking.claims import Token, read, recognised
from qa.checking.inflection import direction
from qa.checking.nearness import akin, alike, layout, misplaced
from qa.checking.roles import loose_part, turned_round, wrong_case
from qa.checking.turns import linked_alike, quantified_alike, turns_alike
from qa.checking.wholeness import CJK, is_borne_out, is_whole, without_particle
from qa.text.lexicon import (
    TURNING,
)
from qa.text.numbers.quantities import Quantity
from qa.text.numbers.units import meaning
from qa.text.words import content_words
from qa.types import Evidence

MARK = re.compile(r"\s*\[\d{1,2}\]")
_MOST_OF_QUESTION = 0.5  # share of the meaningful words of a draft that may come from the question alone
_CJK_NO = re.compile(r"[不没未无非否ない]")
_FIRM = ("about", "nearly", "over", "under", "least", "most")


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


def supported(sentence: str, evidence: Sequence[Evidence], question: str = "") -> bool:
    """Tell whether the evidence says what a sentence says, and the sentence is whole."""
    return not refusal(sentence, evidence, question)


def refusal(sentence: str, evidence: Sequence[Evidence], question: str = "") -> str:
    """Return why a sentence is not to be shown, "" when its evidence proves it."""
    quoted = "\n".join(item.text for item in evidence)
    around = "\n".join(f"{item.title}\n{item.passage}" for item in evidence)
    draft, pieces = read(without_particle(sentence))
    known, source = read(quoted)
    asked, near = read(question)[0], read(around)[0]
    draft = recognised(draft, known, near, asked)
    copied = any(sentence.rstrip(".!? ").lower() in item.text.lower() for item in evidence)
    rules: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("it is not whole", lambda: is_borne_out(sentence) and is_whole(sentence, pieces, source)),
        ("a figure that is not in the evidence", lambda: all(_is_stated(token, known) for token in draft)),
        ("a word or name that is not in the evidence", lambda: _words_known(draft, known, near, asked)),
        ("a mixed name", lambda: _names_whole(draft, [known, near, asked])),
        ("a negation, condition or claim", lambda: turns_alike(draft, pieces, known, source, asked)),
        ("another link", lambda: copied or linked_alike(draft, pieces, known, source)),
        ("a quantifier", lambda: quantified_alike(draft, pieces, known, source)),
        ("another preposition", lambda: copied or (not wrong_case(draft, known, asked) and not loose_part(pieces, source))),
        ("in another's place", lambda: copied or not misplaced(layout(draft, pieces), layout(known, source))),
        ("who did it to whom", lambda: copied or not turned_round(pieces, source, read(question)[1])),
        ("another order", lambda: _cjk_in_order(sentence, quoted)),
    )
    return next((reason for reason, holds in rules if not holds()), "")


def _is_stated(token: Token, known: Sequence[Token]) -> bool:
    """Tell whether a figure is the evidence's, bounds and all; true for what is no figure."""
    if token.what is None:
        return True
    if not isinstance(token.what, Quantity):
        return any(alike(token, other) for other in known)
    return any(alike(token, other) and _bounded_alike(token.what, other.what) for other in known)


def _bounded_alike(said: Quantity, known: Quantity) -> bool:
    return (said.bound if said.bound in _FIRM else "") == (known.bound if known.bound in _FIRM else "")


def _words_known(draft: Sequence[Token], known: Sequence[Token], around: Sequence[Token], asked: Sequence[Token]) -> bool:
    """Tell whether each word stands in the evidence, or, if it cannot turn the sense, in the question; a name also around."""
    strange = 0
    for token in draft:
        if token.what is not None or any(alike(token, other) or akin(token, other) or _is_unit_of(token, other) for other in known):
            continue
        if token.kind == "name" and any(alike(token, other) for other in around):
            continue
        if (
            direction(token.text.lower())
            or token.text.lower() in TURNING
            or not any(alike(token, other) or akin(token, other) for other in asked)
        ):
            return False
        strange += token.kind == "word"
    return strange <= _MOST_OF_QUESTION * len(draft)


def _is_unit_of(token: Token, other: Token) -> bool:
    """Tell whether a word is the unit of a quantity: "tonnes" of "25 million tonnes"."""
    return isinstance(other.what, Quantity) and bool(meaning(token.text) & other.what.unit)


def _names_whole(draft: Sequence[Token], texts: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the names that stand together in a draft stand together somewhere: no first name of one with the last of another."""
    runs = [_runs(tokens) for tokens in texts]
    words = {form for tokens in texts for token in tokens if token.kind == "word" for form in token.forms}
    told = [run[1:] if run[0] in words else run for run in _runs(draft)]
    return all(any(_within(run, other) for found in runs for other in found) for run in told if len(run) > 1)


def _runs(tokens: Sequence[Token]) -> list[list[str]]:
    runs: dict[int, list[str]] = {}
    for token in tokens:
        if token.kind == "name":
            runs.setdefault(token.run, []).append(min(token.forms))
    return list(runs.values())


def _within(run: list[str], other: list[str]) -> bool:
    return any(other[at : at + len(run)] == run for at in range(len(other) - len(run) + 1))


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

"""Which evidence proves a sentence of a model: the one that its mark names, or another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.identifying import language_of
from qa.checking.rivals import rivals
from qa.checking.support import support_of
from qa.drafting.drafts import ANSWERS, PROVEN, SURE
from qa.evidence.proving import Prover
from qa.text.words import content_words, coverage
from qa.types import Found, Statement
from qa.writing.chat.reading import Said, is_too_long
from qa.writing.compose import capitalised

_TOLD = 0.5  # of the words of a sentence, in the evidence that it may be of


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence of a model that its evidence proves.

    Log odds that the evidence says it (`proof`), and that by itself it answers (`answers`).
    """

    statement: Statement
    items: tuple[Found, ...]
    proof: float
    answers: float
    listed: bool = False


def kept(
    said: Said, found: Sequence[Found], question: str, prover: Prover, *, checks: bool
) -> Kept | None:
    """Return a sentence with the evidence that proves it; None where none does.

    Without `checks` what it names is taken for its proof.
    """
    if is_too_long(said):
        return None
    for items in _candidates(said, found):
        evidence = tuple(item.evidence for item in items)
        if not checks:
            return Kept(Statement(capitalised(said.text), evidence), items, SURE, SURE, said.listed)
        if said.listed and (item := _verbatim(said.text, items)):
            statement = Statement(said.text, (item.evidence,))
            return Kept(statement, (item,), SURE, ANSWERS, listed=True)
        if proven := _proven(said, items, question, prover):
            return proven
    return None


def _proven(said: Said, items: tuple[Found, ...], question: str, prover: Prover) -> Kept | None:
    """Return a sentence that breaks no rule and is proven; with another figure where that is."""
    evidence = [item.evidence for item in items]
    for text in _wordings(capitalised(said.text), items, question):
        support = support_of(text, evidence, question)
        if not support or _is_in_another_language(text, evidence[0].passage):
            continue
        proof, answers = prover.judged(text, question, evidence)
        if proof >= PROVEN:
            return Kept(Statement(text, support), items, proof, answers, said.listed)
    return None


def _candidates(said: Said, found: Sequence[Found]) -> Iterator[tuple[Found, ...]]:
    """Yield what may prove a sentence: what its marks name, then what shares most of its words."""
    named = tuple(found[number - 1] for number in said.marks if 0 < number <= len(found))
    words = dict.fromkeys(content_words(said.text), 1.0)
    shares = [(coverage(words, item.evidence.text), item) for item in found] if words else []
    nearest = max(shares, key=lambda pair: pair[0], default=None)
    tried: list[tuple[Found, ...]] = [named, *((item,) for item in named)]
    if nearest and nearest[0] >= _TOLD:
        tried.append((nearest[1],))
    yield from dict.fromkeys(filter(None, tried))


def _wordings(text: str, items: Sequence[Found], question: str) -> Iterator[str]:
    """Yield a sentence, and it with other figures of its evidence: it may have a wrong one."""
    yield text
    if len(items) == 1:
        yield from (other for other, _ in rivals(text, items[0], question))


def _verbatim(item: str, items: Sequence[Found]) -> Found | None:
    """Return the evidence that an item of a list stands in, word for word."""
    said = " ".join(item.strip(" .;,").split()).lower()
    return next(
        (one for one in items if f" {said}" in f" {' '.join(one.evidence.text.split()).lower()}"),
        None,
    )


def _is_in_another_language(text: str, passage: str) -> bool:
    said, told = language_of(text), language_of(passage)
    return bool(said and told) and said != told

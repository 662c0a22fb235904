"""Check by rules what a generated answer states before anyone sees it.

A draft may be worded freely; whether its evidence says what it says is for `qa.evidence.proving`.
These rules hold besides, and no reader's opinion outweighs them: it is a whole sentence, and each
of its figures and names is known. `RULES` are all there is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.language.east_asian import CHARACTER, NEGATION
from index.sentences import sentence_spans
from qa.checking.claims import Token, read, recognised
from qa.checking.grammar.pieces import Piece
from qa.checking.presence import figures_known, names_known
from qa.checking.shares import counts_known, shares_known
from qa.checking.wholeness import is_borne_out, is_whole, repeats_itself, without_particle
from qa.text.words import content_words
from qa.types import Evidence

MARK = re.compile(r"\s*\[\d{1,2}\]")
_BEFORE = 3  # sentences that lead to one
_KEPT = 0.7  # of the characters, in their order


def provable(answer: str, evidence: Sequence[Evidence], question: str = "") -> bool:
    """Tell whether no sentence of an answer breaks a rule over its evidence.

    An answer without words breaks them all.
    """
    answer = MARK.sub("", answer).strip()
    sentences = [answer[start:end] for start, end in sentence_spans(answer)]
    return bool(content_words(answer)) and not any(
        refusal(sentence, evidence, question) for sentence in sentences
    )


@dataclass(frozen=True, slots=True)
class Case:
    """A draft beside its evidence, both read, with the tokens of what leads to that."""

    sentence: str
    quoted: str
    draft: Sequence[Token]
    pieces: Sequence[Piece]
    evidence: Sequence[Token]
    source: Sequence[Piece]
    around: Sequence[Token]


# Why a draft is refused, and what must hold for it not to be; in the order in which they are asked.
RULES: dict[str, Callable[[Case], bool]] = {
    "it is not whole": lambda c: (
        is_borne_out(c.sentence) and is_whole(c.sentence, c.pieces, c.source)
    ),
    "it says the same twice": lambda c: not repeats_itself(c.pieces, c.source),
    "a figure that is not in the evidence": lambda c: figures_known(c.draft, c.evidence),
    "a share of something else": lambda c: shares_known(c.sentence, c.quoted),
    "it counts something else": lambda c: counts_known(c.sentence, c.quoted),
    "a name that is not known": lambda c: names_known(c.draft, (c.evidence, c.around)),
    "another order": lambda c: _keeps_order(c.sentence, c.quoted),
}


def refusal(sentence: str, evidence: Sequence[Evidence], question: str = "") -> str:
    """Return why a sentence is not to be shown, "" when it breaks no rule."""
    return next(refusals(sentence, evidence, question), "")


def refusals(sentence: str, evidence: Sequence[Evidence], question: str = "") -> Iterator[str]:
    """Yield each of `RULES` that a sentence breaks."""
    quoted = "\n".join(item.text for item in evidence)
    tokens, pieces = read(without_particle(sentence))
    (known, source), asked = read(quoted), read(question)[0]
    around = read("\n".join(f"{item.title}\n{_up_to(item)}" for item in evidence))[0]
    draft = recognised(tokens, known, around, asked)
    case = Case(sentence, quoted, draft, pieces, known, source, around)
    return (reason for reason, holds in RULES.items() if not holds(case))


def _up_to(item: Evidence) -> str:
    """Return a sentence with those right before it, which may name what "they" are."""
    upto = item.passage[: item.at + len(item.text)]
    spans = sentence_spans(upto)[-_BEFORE - 1 :]
    return upto[spans[0][0] :] if spans else upto


def _keeps_order(sentence: str, quoted: str) -> bool:
    """Tell whether Chinese or Japanese keeps the order and the negations of its evidence.

    It is read character by character.
    """
    said = CHARACTER.findall(sentence)
    if not said:
        return True
    source = CHARACTER.findall(quoted)
    longest = [0] * (len(source) + 1)
    for char in said:
        row = [0]
        for i, other in enumerate(source):
            row.append(longest[i] + 1 if char == other else max(longest[i + 1], row[i]))
        longest = row
    denies_alike = len(NEGATION.findall(sentence)) == len(NEGATION.findall(quoted))
    return denies_alike and longest[-1] >= _KEPT * len(said)

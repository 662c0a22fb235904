"""Cut a long sentence to the part that answers."""

import re
from collections.abc import Iterator, Sequence

from index.language.english.claims import GOVERNS, TURNS
from index.language.english.dates import PERIOD
from index.sentences import Span
from qa.checking.wholeness import has_verb, stands_alone, subject_of
from qa.text.words import content_words, coverage
from qa.types import Found

SHORT = 22  # words of a sentence that stays whole: twice those of a written one
LONGEST_QUOTE = 40  # words
_LONGEST_SUBJECT = 15  # words
_BRACKETS = re.compile(r"\([^()]*\)")
_BORDER = re.compile(r"[;,—]+(?!\d)\s*")  # between clauses


def part(item: Found, question: str = "", longest: int = LONGEST_QUOTE, short: int = SHORT) -> str:
    """Return the clauses of a sentence around its answer, at most `longest` words.

    Left-out ends are marked with "…". Of the clauses that fit, it is those with most words of the
    question, and no more. The sentence stays whole when it has at most `short` words, when no
    answer was found in it, or when a clause that would go could change what is said (a condition, a
    negation, a claim; a time, where the rest is not too long).
    """
    sentence, start, end = item.evidence.text, item.answer_at, item.answer_at + len(item.answer)
    if (
        len(sentence.split()) <= min(short, longest)
        or not item.answer
        or sentence[start:end] != item.answer
    ):
        return sentence
    cuts = _cuts(sentence, start, end, longest)
    if not cuts:
        return sentence
    asked = dict.fromkeys(content_words(question), 1.0)
    return max(
        (_shown(sentence, cut) for cut in cuts),
        key=lambda shown: (coverage(asked, shown), -len(shown.split())),
    )


def _shown(sentence: str, cut: Sequence[Span]) -> str:
    """Return the pieces of a sentence that a cut leaves, with "…" for each that it leaves out."""
    pieces = [sentence[start:end].strip() for start, end in cut]
    before, after = "… " if cut[0][0] else "", " …" if cut[-1][1] < len(sentence) else ""
    return before + " … ".join(pieces).rstrip(",;— " if after else " ") + after


def _cuts(sentence: str, start: int, end: int, longest: int) -> list[list[Span]]:
    """Return the runs of clauses around a range that are short enough and say what they said.

    They leave out nothing that changes it. The shortest run may be longer.
    """
    runs = list(_runs(sentence, start, end, joined=len(sentence.split()) > longest))
    shortest = min(runs, key=lambda run: _words(sentence, run))
    short = [run for run in runs if run is shortest or _words(sentence, run) <= longest]
    same = [run for run in short if _says_the_same(sentence, run)]
    timed = [run for run in same if _keeps_times(sentence, run)]
    return timed if timed or len(sentence.split()) <= longest else same


def _says_the_same(sentence: str, run: Sequence[Span]) -> bool:
    """Tell whether clauses are a sentence without a condition or a turn that is left out."""
    shown = " ".join(sentence[start:end] for start, end in run)
    turned = TURNS.search(sentence[run[-1][1] :])
    return not (GOVERNS.search(_left_out(sentence, run)) or turned) and has_verb(shown)


def _keeps_times(sentence: str, run: Sequence[Span]) -> bool:
    """Tell whether clauses have all times of their sentence; without them it may say another."""
    shown = " ".join(sentence[start:end] for start, end in run)
    return set(PERIOD.findall(sentence.lower())) == set(PERIOD.findall(shown.lower()))


def _runs(sentence: str, start: int, end: int, *, joined: bool) -> Iterator[list[Span]]:
    """Yield the runs of clauses around a range.

    A run begins with the sentence, or with a clause that has its own subject: "… bought 18
    ambulances" tells of nobody. `joined`: also clauses that share the subject of one before, behind
    that subject: "The hospital … and bought 18 ambulances".
    """
    inside = [match.span() for match in _BRACKETS.finditer(sentence)]
    between = [match.end() for match in _BORDER.finditer(sentence)]
    between = [end for end in between if not any(a < end <= b for a, b in inside)]
    borders = sorted({0, *between, len(sentence)})
    before = [border for border in borders if border <= start]
    firsts = [border for border in before if not border or stands_alone(sentence[border:end])]
    lasts = [border for border in borders if border >= end]
    yield from ([(first, last)] for first in firsts for last in lasts)
    for at in before if joined else ():
        if at > firsts[-1]:
            for head in _head(sentence, firsts[-1], at):
                yield from ([head, (at, last)] for last in lasts)


def _head(sentence: str, home: int, at: int) -> list[Span]:
    """Return the range of the subject at `home`; none where it is unclear.

    It is with its verb where the clause at a place begins in -ing.
    """
    goes_on = re.match(r"(?:and |or )?(\w+)", sentence[at:])
    subject = subject_of(sentence[home:at], with_verb=bool(goes_on and goes_on[1].endswith("ing")))
    is_clear = subject and len(subject.split()) <= _LONGEST_SUBJECT
    return [(home, home + len(subject))] if is_clear else []


def _words(sentence: str, run: Sequence[Span]) -> int:
    return sum(len(sentence[start:end].split()) for start, end in run)


def _left_out(sentence: str, run: Sequence[Span]) -> str:
    """Return what stands before the answer and is not shown."""
    gaps = [0, *(place for span in run for place in span)][:-1]
    return " ".join(sentence[start:end] for start, end in zip(gaps[::2], gaps[1::2], strict=True))

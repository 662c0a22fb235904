"""Write an answer from quotes: which sentences it needs, and the part of a long one that answers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.types import Evidence
from qa.words import content_words, names, numbers

Sentences = list[tuple[str, list[int]]]  # text, and the numbers of the evidence that proves it

_LONGEST_QUOTE = 40  # words; a longer sentence is cut to the clauses around the answer
_LONGEST_ANSWER = 3  # sentences
_LIKELY = 0.5
_POSSIBLE = 0.15
_COMPARES = re.compile(
    r"\b(both|compare[ds]?|differ\w*|than|(higher|lower|larger|smaller|bigger|greater|more|less|fewer|earlier|later|older|newer)\b.*\bor|"
    r"respectively)\b",
    re.I,
)
_LISTS = re.compile(
    r"\b(list|name (the|all|every|two|three|four|five|six)|(which|what) (\w+ )?[a-z]{3,}(?<![sui])s\b|"
    r"(what|who|which) (are|were)|why|how (do|does|did|can|should|is|are|was|were|will))\b",
    re.I,
)

_GOVERNS = re.compile(
    r"\b(if|unless|whether|not|no|never|without|den(y|ies|ied)|claim(s|ed)?|alleg\w+|would|could|might|may|false|wrong\w*|instead|until)\b|n['’]t\b",
    re.I,
)


def quote(question: str, evidence: Sequence[Evidence]) -> Sentences:
    """Answer with the sentences that the question needs, a long one cut to the part that answers."""
    if compares(question):
        return [(evidence[i].text, [i]) for i in both_sides(question, evidence)]
    if _LISTS.search(question):
        likely = [i for i, item in enumerate(evidence) if i == 0 or item.score >= _LIKELY]
        return [(evidence[i].text, [i]) for i in likely[:_LONGEST_ANSWER]]
    return [(part(evidence[0]), [0])]


def compares(question: str) -> bool:
    """Tell whether a question sets things side by side."""
    return bool(_COMPARES.search(question))


def both_sides(question: str, evidence: Sequence[Evidence]) -> list[int]:
    """Return the numbers of the best evidence and of what adds names or numbers of the question that it lacks."""
    chosen = [0]
    asked = names(question) | {str(number.value) for number in numbers(question, words=False)}
    for i, item in enumerate(evidence[1:], 1):
        known = set().union(*(_around(evidence[j]) for j in chosen))
        adds = (asked & _around(item)) - known
        if len(chosen) < _LONGEST_ANSWER and (item.score >= _LIKELY or (adds and item.score >= _POSSIBLE)):
            chosen.append(i)
    return chosen


def _around(item: Evidence) -> set[str]:
    text = f"{item.title} {item.passage}"
    return content_words(text) | {str(number.value) for number in numbers(text)}


def part(item: Evidence) -> str:
    """Return the clauses of a sentence around its answer, at most 40 words; left-out ends are marked with "…".

    The sentence stays whole when it is short, when no answer was found in it, or when a clause that would go
    could change what is said (a condition, a negation, a claim).
    """
    sentence, start, end = item.text, item.answer_at, item.answer_at + len(item.answer)
    if len(sentence.split()) <= _LONGEST_QUOTE or not item.answer or sentence[start:end] != item.answer:
        return sentence
    borders = [0, *(match.end() for match in re.finditer(r"[;,—]+(?!\d)\s*", sentence)), len(sentence)]
    clauses = [(a, b) for a, b in pairwise(borders) if a < b]
    first = next(n for n, (_, b) in enumerate(clauses) if start < b)
    last = next(n for n, (_, b) in enumerate(clauses) if end <= b)
    while _words(sentence, clauses, first - 1, last) or _words(sentence, clauses, first, last + 1):
        if _words(sentence, clauses, first - 1, last):
            first -= 1
        else:
            last += 1
    shown = sentence[clauses[first][0] : clauses[last][1]].strip()
    if _GOVERNS.search(sentence[: clauses[first][0]]):
        return sentence
    before, after = "… " if first else "", " …" if last + 1 < len(clauses) else ""
    return before + (shown.rstrip(",;— ") if after else shown) + after


def _words(sentence: str, clauses: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether clauses `first` to `last` exist and are short enough."""
    if first < 0 or last >= len(clauses):
        return False
    return len(sentence[clauses[first][0] : clauses[last][1]].split()) <= _LONGEST_QUOTE


def says_answer(sentences: Sentences, best: Evidence) -> bool:
    """Tell whether a checked draft cites the best evidence and holds the short answer that was found in it."""
    said = " ".join(text for text, _ in sentences)
    cited = {i for _, support in sentences for i in support}
    return 0 in cited and content_words(best.answer) <= content_words(said) and numbers(best.answer) <= numbers(said)

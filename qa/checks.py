"""Check a generated answer against the evidence before anyone sees it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.sentences import sentence_spans
from qa.types import Evidence
from qa.words import GOVERNS, SCALES, content_words, names, numbers

MARK = re.compile(r"\s*\[\d{1,2}\]")
_NEGATION = re.compile(r"\b(not|no|never|nor|neither|none|without|cannot|denied|denies|deny|refused|failed)\b|n['’]t\b", re.I)
_MIN_ORDER = 0.7  # share of all its words that stand in its evidence in the same order


def attribute(answer: str, evidence: Sequence[Evidence]) -> list[tuple[str, list[int]]] | None:
    """Find for each sentence of an answer the evidence that proves it, as (sentence, indices).

    Returns None when a sentence has a number or a name that its evidence lacks, or says something else.
    """
    answer = MARK.sub("", answer).strip()
    attributed = []
    for start, end in sentence_spans(answer):
        sentence = answer[start:end]
        support = _support(sentence, evidence)
        if support is None:
            return None
        attributed.append((sentence, support))
    return attributed or None


def _support(sentence: str, evidence: Sequence[Evidence]) -> list[int] | None:
    """Return the fewest best pieces of evidence that together prove a sentence, or None."""
    words = content_words(sentence)
    if not words:
        return None
    order = sorted(range(len(evidence)), key=lambda i: (-len(words & content_words(evidence[i].text)), i))
    for size in (1, 2):
        for chosen in _choices(order, size):
            if supported(sentence, [evidence[i] for i in chosen]):
                return sorted(chosen)
    return None


def _choices(order: list[int], size: int) -> list[list[int]]:
    return [[i] for i in order] if size == 1 else [[i, j] for n, i in enumerate(order) for j in order[n + 1 :]]


def supported(sentence: str, evidence: Sequence[Evidence]) -> bool:
    """Tell whether the evidence holds every number, name and meaningful word of a sentence, and most of all its words in order.

    Names may also stand in the passage around the evidence or in the title. A negation, a condition or a claim must
    be in both or in neither.
    """
    quoted = " ".join(item.text for item in evidence)
    around = " ".join(f"{item.title} {item.passage}" for item in evidence)
    called = names(sentence)
    words = {word for word in content_words(sentence) if word.isalpha() and word not in SCALES}
    return (
        len(_NEGATION.findall(sentence)) == len(_NEGATION.findall(quoted))
        and len(GOVERNS.findall(sentence)) == len(GOVERNS.findall(quoted))
        and paired(sentence, quoted)
        and numbers(sentence) <= numbers(quoted)
        and called <= content_words(around)
        and words - called <= content_words(quoted)
        and in_order(sentence, quoted) >= _MIN_ORDER
    )


def in_order(sentence: str, quoted: str) -> float:
    """Return the share of the words of a sentence that stand in the quotes in the same order (longest common subsequence).

    The right words in another order say something else.
    """
    said, source = _tokens(sentence), _tokens(quoted)
    longest = [0] * (len(source) + 1)
    for word in said:
        row = [0]
        for i, other in enumerate(source):
            row.append(longest[i] + 1 if word == other else max(longest[i + 1], row[i]))
        longest = row
    return longest[-1] / len(said) if said else 0.0


def paired(sentence: str, quoted: str) -> bool:
    """Tell whether what stands between two numbers of a sentence stands between them in the quotes too.

    Otherwise a figure could be given to the year or the place of another.
    """
    said, source = _tokens(sentence), f" {' '.join(_tokens(quoted))} "
    places = [i for i, word in enumerate(said) if word[0].isdigit()]
    return all(f" {' '.join(said[first : last + 1])} " in source for first, last in pairwise(places))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+(?:[.,]\d+)*", text.lower())

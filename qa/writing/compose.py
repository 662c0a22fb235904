"""Write an answer from quotes: which sentences it needs, and the part of a long one that answers."""

import re
from collections.abc import Sequence

from index.sentences import Span
from qa.checking.wholeness import stands_alone
from qa.text.lexicon import GOVERNS
from qa.text.words import content_words, coverage, names, numbers, unmet
from qa.types import Evidence
from qa.writing.arithmetic import computed, units

Sentences = list[tuple[str, list[int]]]  # text, and the numbers of the evidence that proves it

_LONGEST_QUOTE = 40  # words; a longer sentence is cut to the clauses around the answer
_LONGEST_ANSWER, _LONGEST_LIST = 3, 8  # sentences
_SAME = 0.5  # share of the meaningful words of a sentence that one which contradicts it shares
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

_OPEN = re.compile(r"\bwhat (do|does|did|has|have|had|can|could|should|must|will|would)\b", re.I)
_ALL = re.compile(
    r"\b(list|name|give|tell) (me |us )?(all|every|each)\b|\b(what|which|who) (are|were) all\b|^\W*(all|every)\b|"
    r"\b(how many|which) articles\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"\b(?:first|second|third|fourth) (?:quarter|half)\b"
)
INCOMPLETE = "The list may be incomplete."
_DIFFER = "The articles differ: "
_TURNS = re.compile(  # at the end that a cut would drop
    r"\b(if|unless|until|except|provided|only (if|when)|subject to|but|however|which is (false|wrong)|not true|"
    r"never|whether|den(y|ies|ied)|claim(s|ed)?|alleg\w+)\b",
    re.I,
)


def quote(question: str, evidence: Sequence[Evidence], form: str = "") -> Sentences:
    """Answer with the sentences that the question needs, a long one cut to the part that answers.

    `form` is a follow-up as it was asked: what it wants is said by its own words, not by those of the questions before it.
    """
    form = form or question
    if asks_all(form):
        return [(item.text, [i]) for i, item in enumerate(evidence) if i == 0 or item.score >= _LIKELY][:_LONGEST_LIST]
    if compares(form):
        return [(evidence[i].text, [i]) for i in both_sides(question, evidence)]
    if _LISTS.search(form):
        likely = [i for i, item in enumerate(evidence) if i == 0 or item.score >= _LIKELY]
        return [(evidence[i].text, [i]) for i in likely[:_LONGEST_ANSWER]]
    if (other := contradicting(question, evidence)) is not None:
        return [(_DIFFER + evidence[0].text, [0]), (evidence[other].text, [other])]
    return [(evidence[0].text if may_want_all(form) else part(evidence[0], question), [0])]


def may_want_all(question: str) -> bool:
    """Tell whether a question is open ("What did the town build?", "Which ferries …", "Why …"), so that it may want a whole sentence."""
    return bool(_OPEN.search(question) or _LISTS.search(question))


def asks_all(question: str) -> bool:
    """Tell whether a question asks for all there is, wherever it stands."""
    return bool(_ALL.search(question))


def contradicting(question: str, evidence: Sequence[Evidence]) -> int | None:
    """Return the number of the evidence from another article that answers as well as the best, with another number."""
    best = evidence[0]
    return next((i for i, item in enumerate(evidence[1:], 1) if _contradicts(question, best, item)), None)


def _contradicts(question: str, best: Evidence, item: Evidence) -> bool:
    """Tell whether a sentence of another article gives another number of the same thing, for the same time."""
    if item.article_id == best.article_id or item.score < _LIKELY or not (numbers(best.answer) and numbers(item.answer)):
        return False
    one, two = content_words(best.text), content_words(item.text)
    return (
        len(one & two) >= _SAME * min(len(one), len(two))
        and _dates(best.text) == _dates(item.text)
        and units(best.answer) == units(item.answer)
        and unmet(question, _surroundings(item)) <= unmet(question, _surroundings(best))
        and not numbers(best.answer) & numbers(item.text)
        and not numbers(item.answer) & numbers(best.text)
    )


def addition(question: str, sentences: Sentences, evidence: Sequence[Evidence], more: bool) -> Sentences:
    """Return what follows the sentences: the difference or sum that was asked for, or that a list may go on.

    `more` tells whether the search may have left passages out.
    """
    support = sorted({i for _, cited in sentences for i in cited})
    if sum_up := computed(question, [evidence[i].text for i in support]):
        return [(sum_up, support)]
    likely = sum(item.score >= _LIKELY for item in evidence)
    return [(INCOMPLETE, [])] if asks_all(question) and (more or likely > len(sentences)) else []


def _dates(text: str) -> set[str]:
    return set(_DATE.findall(text.lower()))


def _surroundings(item: Evidence) -> str:
    return f"{item.title} {item.passage}"


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
    text = _surroundings(item)
    return content_words(text) | {str(number.value) for number in numbers(text)}


def part(item: Evidence, question: str = "", longest: int = _LONGEST_QUOTE) -> str:
    """Return the clauses of a sentence around its answer, at most `longest` words; left-out ends are marked with "…".

    Of those that fit, the ones with most words of the question. The sentence stays whole when it is short, when no answer
    was found in it, or when a clause that would go could change what is said (a condition, a negation, a claim).
    """
    sentence, start, end = item.text, item.answer_at, item.answer_at + len(item.answer)
    if len(sentence.split()) <= longest or not item.answer or sentence[start:end] != item.answer:
        return sentence
    cuts = _cuts(sentence, start, end, longest)
    if not cuts:
        return sentence
    asked = dict.fromkeys(content_words(question), 1.0)
    first, last = max(cuts, key=lambda cut: (coverage(asked, sentence[slice(*cut)]), len(sentence[slice(*cut)].split()), -cut[0]))
    shown = sentence[first:last].strip()
    before, after = "… " if first else "", " …" if last < len(sentence) else ""
    return before + (shown.rstrip(",;— ") if after else shown) + after


def _cuts(sentence: str, start: int, end: int, longest: int) -> list[Span]:
    """Return the runs of clauses around a range that are short enough and leave out nothing that changes what they say.

    A run begins with the sentence, or with a clause that has its own subject: "… bought 18 ambulances" tells of nobody.
    """
    borders = sorted({0, *(match.end() for match in re.finditer(r"[;,—]+(?!\d)\s*", sentence)), len(sentence)})
    firsts = [border for border in borders if border <= start and (not border or stands_alone(sentence[border:end]))]
    lasts = [border for border in borders if border >= end]
    runs = [(a, b) for a in firsts for b in lasts if len(sentence[a:b].split()) <= longest or (a, b) == (firsts[-1], lasts[0])]
    return [(a, b) for a, b in runs if not GOVERNS.search(sentence[:a]) and not _TURNS.search(sentence[b:])]


def says_answer(sentences: Sentences, best: Evidence) -> bool:
    """Tell whether a checked draft cites the best evidence and holds the short answer that was found in it."""
    said = " ".join(text for text, _ in sentences)
    cited = {i for _, support in sentences for i in support}
    return 0 in cited and content_words(best.answer) <= content_words(said) and numbers(best.answer) <= numbers(said)

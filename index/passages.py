"""Cut an article into passages: runs of whole sentences, about 200 tokens, overlapping."""

import re
from collections.abc import Callable, Iterator

from index.sentences import Span, sentence_spans
from index.types import WellspringError

CountTokens = Callable[[str], int]


def passage_spans(text: str, count_tokens: CountTokens, size: int = 200, overlap: int = 40) -> list[Span]:
    """Return the (start, end) of the passages of a text, in order.

    Each holds at most `size` tokens; neighbours share whole sentences of up to `overlap` tokens.
    A sentence longer than `size` is cut between words. Every character that is not white space
    lies in a passage, or `WellspringError` is raised.
    """
    pieces = list(_pieces(text, count_tokens, size))
    costs = [count_tokens(text[start:end]) for start, end in pieces]
    spans: list[Span] = []
    first = 0
    while first < len(pieces):
        last = _fill(costs, first, size)
        spans.append((pieces[first][0], pieces[last][1]))
        if last + 1 == len(pieces):
            break
        first = _step_back(costs, first, last, size, overlap)
    _check_coverage(text, spans)
    return spans


def _pieces(text: str, count_tokens: CountTokens, size: int) -> Iterator[Span]:
    for start, end in sentence_spans(text):
        if count_tokens(text[start:end]) <= size:
            yield start, end
        else:
            yield from _cut_between_words(text, start, end, count_tokens, size)


def _cut_between_words(text: str, start: int, end: int, count_tokens: CountTokens, size: int) -> Iterator[Span]:
    """Halve a long sentence at the white space nearest its middle, until every piece fits."""
    if count_tokens(text[start:end]) <= size or end - start < 2:
        yield start, end
        return
    middle = (start + end) // 2
    gaps = [start + m.end() for m in re.finditer(r"\s+", text[start:end]) if 0 < m.end() < end - start]
    cut = min(gaps, key=lambda gap: abs(gap - middle), default=middle)
    left = start + len(text[start:cut].rstrip())
    yield from _cut_between_words(text, start, left, count_tokens, size)
    yield from _cut_between_words(text, cut, end, count_tokens, size)


def _fill(costs: list[int], first: int, size: int) -> int:
    last, total = first, costs[first]
    while last + 1 < len(costs) and total + costs[last + 1] <= size:
        last += 1
        total += costs[last]
    return last


def _step_back(costs: list[int], first: int, last: int, size: int, overlap: int) -> int:
    """Return the piece that the next passage starts with: the overlap must leave room for a new one."""
    start, shared = last + 1, 0
    while start - 1 > first and shared + costs[start - 1] <= overlap and shared + costs[start - 1] + costs[last + 1] <= size:
        start -= 1
        shared += costs[start]
    return start


def _check_coverage(text: str, spans: list[Span]) -> None:
    reached = 0
    for start, end in [*spans, (len(text), len(text))]:
        if text[reached:start].strip():
            raise WellspringError("uncovered_text", f"Characters {reached}-{start} of an article lie in no passage; please report this.")
        reached = max(reached, end)

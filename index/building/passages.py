"""Cut an article into passages: runs of whole sentences, about 200 tokens, overlapping."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from index.sentences import Span, is_question, sentence_spans

CountTokens = Callable[[str], int]
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*)$|^([^#\n].*[?？][*_\t ]*)$", re.M)
_GAP = re.compile(r"\s+|(?<=[，、；：])")


def passage_spans(
    text: str, count_tokens: CountTokens, size: int = 200, overlap: int = 40
) -> list[Span]:
    """Return the (start, end) of the passages of a text, in order.

    Each holds at most `size` tokens; neighbours share whole sentences of up to `overlap` tokens.
    A sentence longer than `size` is cut between words. `uncovered` tells whether they hold the
    whole text.
    """
    pieces = list(_pieces(text, count_tokens, size))
    costs = [count_tokens(text[start:end]) for start, end in pieces]
    spans: list[Span] = []
    first, reached = 0, -1
    while first < len(pieces):
        last = _fill(costs, first, size)
        while last > first and count_tokens(text[pieces[first][0] : pieces[last][1]]) > size:
            last -= 1  # the white space between sentences counts, too
        if max(first - 1, reached) < last - 1 < len(pieces) - 2 and _asks(text, pieces[last]):
            last -= 1  # a question stands with its answer
        reached = last
        spans.append((pieces[first][0], pieces[last][1]))
        if last + 1 == len(pieces):
            break
        first = _step_back(costs, first, last, size, overlap)
        while first <= last and count_tokens(text[pieces[first][0] : pieces[last + 1][1]]) > size:
            first += 1
    return spans


def _asks(text: str, piece: Span) -> bool:
    """Tell whether a piece begins with its line and only asks."""
    begins = not text[text.rfind("\n", 0, piece[0]) + 1 : piece[0]].strip()
    return begins and is_question(text[slice(*piece)])


def _pieces(text: str, count_tokens: CountTokens, size: int) -> Iterator[Span]:
    for start, end in sentence_spans(text):
        if count_tokens(text[start:end]) <= size:
            yield start, end
        else:
            yield from _cut_between_words(text, start, end, count_tokens, size)


def _cut_between_words(
    text: str, start: int, end: int, count_tokens: CountTokens, size: int
) -> Iterator[Span]:
    """Halve a long sentence at the white space nearest its middle, until every piece fits.

    Chinese and Japanese have none, but stops between clauses.
    """
    if count_tokens(text[start:end]) <= size or end - start < 2:
        yield start, end
        return
    middle = (start + end) // 2
    ends = [space.end() for space in _GAP.finditer(text, start, end)]
    gaps = [gap for gap in ends if gap < end]
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
    """Return the piece that the next passage starts with: the overlap leaves room for a new one."""
    room = min(overlap, size - costs[last + 1])
    start, shared = last + 1, 0
    while start - 1 > first and shared + costs[start - 1] <= room:
        start -= 1
        shared += costs[start]
    return start


def uncovered(text: str, spans: Sequence[Span]) -> Span | None:
    """Return the first range with visible characters that lies in no span.

    None when the spans hold the whole text.
    """
    reached = 0
    for start, end in [*spans, (len(text), len(text))]:
        if text[reached:start].strip():
            return reached, start
        reached = max(reached, end)
    return None


def headings(text: str) -> list[tuple[int, str]]:
    """Return the Markdown headings of a text with the places they start at, in order.

    A line that asks something is one: what stands below it answers.
    """
    return [
        (found.start(), (found[1] or found[2]).strip())
        for found in _HEADING.finditer(text)
        if found[1] or is_question(found[2])
    ]


def heading_over(found: list[tuple[int, str]], start: int) -> str:
    """Return the heading that a place stands under, or an empty one when none is above it."""
    place = bisect_left(found, (start, ""))
    return found[place - 1][1] if place else ""

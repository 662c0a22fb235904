"""Tell the sentences that say something for themselves from headings, questions, notices, rows."""

import re
from collections.abc import Iterator, Sequence

from index.cleaning.furniture import says_nothing
from index.cleaning.markdown import outside_code
from index.language.english.statements.orders import ORDER
from index.language.english.telling import ASKED, NOTICE
from index.overview.terms import WORD, length
from index.sentences import Span, is_aligned, sentence_spans

_LEAST, _MOST = 8, 60  # words
_SHORT, _SIGNATURE = 3, 20
_CAPITALS = 0.7  # of the words: more are a headline or an address
_ENDS = re.compile(r"[.!。！…][\"'”’»)\]*_]*(?:\s*\[\d+\])*$")
_LABEL = re.compile(r"[^.:!?]{1,40}:$")
_LIST_MARK = re.compile(r"\s*(?:(?:[-*•+>]|\d+[.)]|[*_]+)\s+)+")


def telling_sentences(text: str, signatures: Sequence[int]) -> list[Span]:
    """Return the sentences that could stand for the article, without marks of lists.

    Where there is no whole sentence: short ones and lines, at last the first line. `signatures` are
    the places where the article tells of itself.
    """
    open_lines = [span for span in _prose(text) if not _is_signature(text, span, signatures)]
    whole = [span for span in open_lines if _is_whole(text[slice(*span)], _LEAST, _MOST)]
    if whole:
        return whole
    short = [span for span in open_lines if _is_whole(text[slice(*span)], _SHORT, 2 * _MOST)]
    lines = [span for span in open_lines if length(text[slice(*span)]) >= _SHORT]
    return short or lines or open_lines[:1] or _prose_or_first(text)


def _prose(text: str) -> Iterator[Span]:
    """Yield the sentences outside code, headings, tables and notices."""
    lines = text.split("\n")
    dead = set(range(len(lines))) - set(outside_code(lines))
    dead |= {i for i, line in enumerate(lines) if _is_dead(line)}
    starts = _starts(lines)
    line = 0
    for start, end in sentence_spans(text):
        while line + 1 < len(starts) and starts[line + 1] <= start:
            line += 1
        if line not in dead and not (
            NOTICE.search(text, start, end) or ORDER.search(text[start:end])
        ):
            yield _without_mark(text, start, end)


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _is_dead(line: str) -> bool:
    bare = line.strip()
    if bare.startswith(("#", "|", "![", "---")) or bare.count("|") > 1 or is_aligned(line):
        return True
    return says_nothing(bare) or bool(ASKED.match(bare)) or bool(_LABEL.fullmatch(bare))


def _without_mark(text: str, start: int, end: int) -> Span:
    mark = _LIST_MARK.match(text, start, end)
    return (mark.end() if mark and mark.end() < end else start), end


def _is_whole(sentence: str, least: float, most: float) -> bool:
    ends = bool(_ENDS.search(sentence)) and least <= length(sentence) <= most
    words = WORD.findall(sentence)
    if next(filter(str.isalnum, sentence), "a").islower():
        return False  # the rest of a sentence whose beginning stands in the line above
    return ends and sum(word[0].isupper() for word in words) <= _CAPITALS * len(words)


def _is_signature(text: str, span: Span, places: Sequence[int]) -> bool:
    """Tell whether a sentence only signs or dates the article; a long one says more."""
    signs = any(span[0] <= place < span[1] for place in places)
    return signs and length(text[slice(*span)]) < _SIGNATURE


def _prose_or_first(text: str) -> list[Span]:
    return sentence_spans(text)[:1]

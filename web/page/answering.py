"""How an answer is shown: what it says, what it compares, what proves it (as answering.js does)."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, groupby, pairwise
from typing import Any

from index.sentences import Span

_DASH = "- "  # begins a line of a list
_MARK = re.compile(r"\[\d+\]")
_CARD = re.compile(r"[+@](?=.).*")  # behind a model's name: its adapter, its hash
_MARKED = re.compile(r"\s*(.*?)\s*((?:\[\d+\])+)", re.S)  # a statement with its marks

Piece = tuple[str, str]  # what it is ("mark", "words" that answer, or "" for other text), and it
Citation = Mapping[str, Any]


def blocks(text: str, ranges: Sequence[Span] = ()) -> list[dict[str, Any]]:
    """Return a text as paragraphs and lists, each with its lines in pieces, in their order."""
    found: list[dict[str, Any]] = []
    at = 0
    for listed, run in groupby(text.split("\n"), lambda line: line.startswith(_DASH)):
        lines = []
        for line in run:
            lines.append((at + len(_DASH) * listed, at + len(line)))
            at += len(line) + 1
        shown = lines if listed else [(lines[0][0], lines[-1][1])]
        found.append({"listed": listed, "lines": [_line(text, *it, ranges) for it in shown]})
    return found


def _line(text: str, start: int, end: int, ranges: Sequence[Span]) -> list[Piece]:
    marks = [match.span() for match in _MARK.finditer(text, start, end)]
    return pieces(text, (start, end), ranges, marks)


def quoted(citation: Citation) -> list[Piece]:
    """Return a quote in pieces."""
    quote, start = str(citation["quote"]), citation["start"]
    ranges = [(first - start, last - start) for first, last in citation.get("answer_ranges", [])]
    return pieces(quote, (0, len(quote)), ranges)


def pieces(
    text: str, place: Span, ranges: Sequence[Span], marks: Sequence[Span] = ()
) -> list[Piece]:
    """Cut a range of a text where marks or words that answer begin and end."""
    start, end = place
    words = [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
    borders = sorted({start, end, *chain(*marks, *words)})
    return [
        ("mark" if cut in marks else "words" if _in_any(cut, words) else "", text[slice(*cut)])
        for cut in pairwise(borders)
    ]


def _in_any(cut: Span, ranges: Sequence[Span]) -> bool:
    return any(start <= cut[0] and cut[1] <= end for start, end in ranges)


def said_first(turn: Mapping[str, Any]) -> str:
    """Return the part of an answer that is shown as such: all of it, but for what follows below.

    That is what it compares, which a table shows, or the quotes from which its first sentence
    follows. Of one that only names a side, with what the table shows, the name is left.
    """
    answer, sides = str(turn["answer"]), turn.get("sides", [])
    said = list(_MARKED.finditer(answer))
    if sides:
        named = [side["name"] for side in sides if answer.startswith(f"{side['name']}: ")]
        first = named[0] if named else answer[: said[0].end()]
        return "" if len(said) == len(sides) else first
    quotes = {_plain(str(citation["quote"])) for citation in turn["citations"]}
    follows = len(said) > 1 and len(_MARK.findall(said[0][2])) > 1
    if follows and all(_plain(one[1]) in quotes for one in said[1:]):
        return answer[: said[0].end()]
    return answer


def shows_quote(citation: Citation, said: str) -> bool:
    """Tell whether a quote is to be read below an answer: it is not, word for word, read in it.

    What is `gone` from its article is shown all the same: nothing leads to it any more.
    """
    return "gone" in citation or _plain(str(citation["quote"])) not in _plain(_MARK.sub("", said))


def told_of_writing(turn: Mapping[str, Any], t: Callable[..., str]) -> list[str]:
    """Say what of a model's answer is left out, and why none could be asked."""
    away, dropped = turn.get("generator_away"), turn.get("dropped")
    left = [t("dropped", count=dropped)] if dropped else []
    return [*left, *([t("generator_away", why=away)] if away else [])]


def writer(turn: Mapping[str, Any]) -> str:
    """Return the name of the model that wrote an answer, "" for none."""
    return _CARD.sub("", turn.get("written_by") or "")


def by_article(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Return citations together that are from the same article, in their order."""
    found: dict[object, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation["article_id"], []).append(citation)
    return list(found.values())


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip(_DASH)

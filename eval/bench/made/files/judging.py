"""Compare what was read of a made file with what its article holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from eval.bench.made.files.pieces import Article, aside, seen, unseen

# What a reader may add: marks of headings, items, notes and tables.
_MARK = re.compile(
    r"[#|¦•–*:;,.()-]+|\|?(?:---\|)+|\(?(?:\d{1,3}|[a-z])(?:\.[\da-z])*[.)]?|\[\d+\]"
)


@dataclass(slots=True)
class Verdict:
    """What is wrong with a text that was read, of the `pieces` of the article."""

    pieces: int = 0
    lost: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # though it is hidden or struck
    added: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Return all of it, each with its kind."""
        kinds = ("lost", "misplaced", "twice", "shown", "added")
        return [f"{kind}: {text}" for kind in kinds for text in getattr(self, kind)]


def judge(article: Article, text: str, report: Sequence[str]) -> Verdict:
    """Judge a text and the report of what was left out of it."""
    plain, told = _plain(text), _plain("\n".join(report))
    verdict = Verdict()
    place = 0
    for piece in map(_plain, seen(article)):
        verdict.pieces += 1
        at = plain.find(piece, place)
        if at < 0:
            (verdict.misplaced if piece in plain else verdict.lost).append(piece)
        else:
            place = at + len(piece)
    once = [*map(_plain, aside(article))]
    gone = [*map(_plain, unseen(article))]
    verdict.pieces += len(once) + len(gone)
    verdict.lost += [piece for piece in once if piece not in plain]
    verdict.lost += [piece for piece in gone if piece not in told]
    verdict.shown += [piece for piece in gone if piece in plain]
    _count(verdict, plain, [*map(_plain, seen(article)), *once])
    return verdict


def _count(verdict: Verdict, plain: str, pieces: Sequence[str]) -> None:
    """Note what is there more often than it should, and what nobody wrote."""
    left = plain
    for piece in sorted(dict.fromkeys(pieces), key=len, reverse=True):
        if left.count(piece) > pieces.count(piece):
            verdict.twice.append(piece)
        left = left.replace(piece, " ")
    verdict.added += [word for word in left.split() if not _MARK.fullmatch(word)]


def _plain(text: str) -> str:
    return " ".join(text.split())

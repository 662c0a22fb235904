"""Make a question of a sentence: take a piece out, or change it so that no article answers."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.drafting.pieces import BLANK, YEAR, Piece

LEAD = "Complete from the articles: "
_MAX_YEARS_AWAY = 60
Edit = tuple[int, int, str]  # start, end, what stands there instead
_INVENTED = """
    Brindmoor Calderwick Tesslund Harrowdene Velmark Ostrenby Quillard Marvane Dunsorrel Pellanor
    Wexholme Thornavik Larkhaven Ostremby Grelling Fenwarden Salbourne Kirrandale Ulvestad Morrowick
    """.split()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that a question may be made of."""

    article: str
    title: str
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cloze:
    """A question, what was taken out of it, and the kind of that."""

    question: str
    answer: str
    kind: str


def cloze_of(sentence: Sentence, used: Counter[str], seed: int) -> Cloze:
    """Take out a piece, of the kind that was asked for least so far."""

    def order(piece: Piece) -> tuple[int, int]:
        """Order pieces by how often their kind was asked for, then by lot."""
        return used[piece.kind], rank(seed, sentence.text, piece.start)

    piece = min(sentence.pieces, key=order)
    answer = " ".join(sentence.text[piece.start : piece.end].split())
    return Cloze(_question(sentence.text, [(piece.start, piece.end, BLANK)]), answer, piece.kind)


def near_miss_of(sentence: Sentence, everything: str, seed: int) -> Cloze | None:
    """Take out a piece and change the year, or else a name, to one that no article holds.

    Returns None where that cannot be.
    """

    def order(piece: Piece) -> tuple[bool, int]:
        """Order pieces by lot, names last."""
        return piece.kind == "name", rank(seed, sentence.text, piece.start)

    for start, end, new in _changes(sentence, everything, seed):
        others = [piece for piece in sentence.pieces if piece.end <= start or piece.start >= end]
        if new and others:
            piece = min(others, key=order)
            edits = [(start, end, new), (piece.start, piece.end, BLANK)]
            return Cloze(_question(sentence.text, edits), "", "near-miss")
    return None


def _changes(sentence: Sentence, everything: str, seed: int) -> Iterator[Edit]:
    """Yield what makes a sentence untrue; an empty text where no such year or name is left."""
    years = list(YEAR.finditer(sentence.text))
    if len(years) == 1:
        yield *years[0].span(), _absent_year(int(years[0].group()), everything)
    for piece in sentence.pieces:
        if piece.kind == "name":
            yield piece.start, piece.end, _absent_name(sentence, everything, seed)


def _absent_year(year: int, everything: str) -> str:
    """Return the nearest year that no article holds, an earlier one first."""
    near = (str(year + sign * away) for away in range(1, _MAX_YEARS_AWAY) for sign in (-1, 1))
    return next((candidate for candidate in near if candidate not in everything), "")


def _absent_name(sentence: Sentence, everything: str, seed: int) -> str:
    """Return an invented name that no article holds."""
    order = sorted(_INVENTED, key=lambda name: rank(seed, sentence.text, name))
    return next((name for name in order if name.lower() not in everything), "")


def _question(text: str, edits: Sequence[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return LEAD + re.sub(r"^[-*•]\s+", "", " ".join(text.split()))


def rank(*parts: object) -> int:
    """Return a number that any parts always have: an order by it looks drawn, and stays."""
    return int.from_bytes(hashlib.sha256("\n".join(map(str, parts)).encode()).digest()[:8], "big")

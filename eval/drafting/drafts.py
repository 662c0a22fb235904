"""Draft questions from a user's own folder, to be read and edited by a person.

A draft is a cloze, a sentence of an article with a number, date or name taken out, or a question
for that piece which the generator wrote. About one in four is a near-miss: a cloze with its year or
a name changed to one that no article holds, so that the articles have no answer.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from eval.drafting.asking import Asker
from eval.drafting.pieces import BLANK, YEAR, Piece, pieces, stands_alone
from index.problems import Problem
from index.sentences import sentence_spans
from index.types import Article, WellspringError

LEAD = "Complete from the articles: "
_NEAR_MISS_EVERY = 4
_MAX_YEARS_AWAY = 60
Edit = tuple[int, int, str]  # start, end, what stands there instead
_INVENTED = """
    Brindmoor Calderwick Tesslund Harrowdene Velmark Ostrenby Quillard Marvane Dunsorrel Pellanor
    Wexholme Thornavik Larkhaven Ostremby Grelling Fenwarden Salbourne Kirrandale Ulvestad Morrowick
    """.split()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that a question may be made of."""

    article: str
    title: str
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Cloze:
    """A question, what was taken out of it, and the kind of that."""

    question: str
    answer: str
    kind: str


def draft_questions(
    articles: Sequence[Article],
    count: int,
    seed: int = 0,
    ask: Asker | None = None,
    tick: Callable[[], None] = lambda: None,
) -> list[dict[str, object]]:
    """Return up to `count` drafts in the shape of our question JSONL, fewer if there are no more.

    With `ask`, every other cloze gives way to a question that it writes, where it finds one.

    The questions of an article alternate between the splits; a hash of its path says which comes
    first. Raises `WellspringError` when nothing can be drafted.
    """
    if count < 1:
        raise WellspringError(
            Problem.BAD_COUNT, f"{count} questions cannot be drafted. Ask for 1 or more."
        )
    drafts: list[dict[str, object]] = []
    kinds: Counter[str] = Counter()
    turns = {_file_name(article): _rank(article.source) for article in articles}
    everything = "\n".join(article.text for article in articles).lower()
    for sentence in _spread_sentences(articles, seed):
        if len(drafts) == count:
            break
        wants_near_miss = kinds["near-miss"] < (len(drafts) + 1) // _NEAR_MISS_EVERY
        near_miss = _near_miss(sentence, everything, seed) if wants_near_miss else None
        cloze = near_miss or _cloze(sentence, kinds, seed)
        if ask and cloze.kind != "near-miss" and len(drafts) % 2:
            written = ask(sentence.title, sentence.text, cloze.answer)
            cloze = replace(cloze, question=written or cloze.question)
        kinds[cloze.kind] += 1
        split = ("dev", "test")[turns[sentence.article] % 2]
        turns[sentence.article] += 1
        drafts.append(_line(f"draft-{len(drafts) + 1:03d}", split, sentence, cloze))
        tick()
    if not drafts:
        raise WellspringError(
            Problem.NO_DRAFTS,
            "The articles have no sentence with a number, date or name to ask for. "
            "Add articles in prose.",
        )
    return drafts


def _line(name: str, split: str, sentence: _Sentence, cloze: _Cloze) -> dict[str, object]:
    answerable = cloze.kind != "near-miss"
    return {
        "id": name,
        "question": cloze.question,
        "history": [],
        "kind": cloze.kind,
        "family": name,
        "split": split,
        "answerable": answerable,
        "answers": [[cloze.answer]] if answerable else [],
        "evidence": [{"article": sentence.article, "text": sentence.text}] if answerable else [],
        "reviewed": False,
    }


def _rank(*parts: object) -> int:
    return int.from_bytes(hashlib.sha256("\n".join(map(str, parts)).encode()).digest()[:8], "big")


def _spread_sentences(articles: Sequence[Article], seed: int) -> Iterator[_Sentence]:
    """Yield usable sentences, one of each article in turn, from all over it; none twice."""
    turns = sorted(articles, key=lambda article: _rank(seed, article.source))
    shelves = [_spread(_usable(article), _rank(seed, article.source)) for article in turns]
    seen: set[str] = set()
    for round_ in zip_longest(*shelves):
        for sentence in round_:
            if sentence is not None and sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


def _spread(sentences: Sequence[_Sentence], start: int) -> list[_Sentence]:
    """Order sentences so that the first ones, however many, lie far apart.

    They are sorted by the reversed bits of their place.
    """
    count = len(sentences)
    width = max(1, (count - 1).bit_length())
    order = sorted(range(count), key=lambda place: int(f"{place:0{width}b}"[::-1], 2))
    return [sentences[(place + start) % count] for place in order]


def _usable(article: Article) -> list[_Sentence]:
    """Return the sentences of an article that stand alone and hold a piece to ask for."""
    texts = [article.text[start:end] for start, end in sentence_spans(article.text)]
    found = (
        _Sentence(_file_name(article), article.title, text, tuple(pieces(text)))
        for text in texts
        if stands_alone(text)
    )
    return [sentence for sentence in found if sentence.pieces]


def _file_name(article: Article) -> str:
    """Return the path of an article in its folder, as a question file names it."""
    return article.source.split("/", 1)[-1]


def _cloze(sentence: _Sentence, used: Counter[str], seed: int) -> _Cloze:
    """Take out a piece, of the kind that was asked for least so far."""

    def order(piece: Piece) -> tuple[int, int]:
        return used[piece.kind], _rank(seed, sentence.text, piece.start)

    piece = min(sentence.pieces, key=order)
    answer = " ".join(sentence.text[piece.start : piece.end].split())
    return _Cloze(_question(sentence.text, [(piece.start, piece.end, BLANK)]), answer, piece.kind)


def _question(text: str, edits: Sequence[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return LEAD + re.sub(r"^[-*•]\s+", "", " ".join(text.split()))


def _near_miss(sentence: _Sentence, everything: str, seed: int) -> _Cloze | None:
    """Take out a piece and change the year, or else a name, to one that no article holds.

    Returns None where that cannot be.
    """

    def order(piece: Piece) -> tuple[bool, int]:
        return piece.kind == "name", _rank(seed, sentence.text, piece.start)

    for start, end, new in _changes(sentence, everything, seed):
        others = [piece for piece in sentence.pieces if piece.end <= start or piece.start >= end]
        if new and others:
            piece = min(others, key=order)
            edits = [(start, end, new), (piece.start, piece.end, BLANK)]
            return _Cloze(_question(sentence.text, edits), "", "near-miss")
    return None


def _changes(sentence: _Sentence, everything: str, seed: int) -> Iterator[Edit]:
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


def _absent_name(sentence: _Sentence, everything: str, seed: int) -> str:
    """Return an invented name that no article holds."""
    order = sorted(_INVENTED, key=lambda name: _rank(seed, sentence.text, name))
    return next((name for name in order if name.lower() not in everything), "")

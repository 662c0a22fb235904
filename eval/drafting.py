"""Draft questions from a user's own folder, to be read and edited by a person.

A draft is a cloze: a sentence of an article with a number, date or name taken out. About one in four is a near-miss: a
cloze with its year or a name changed to one that no article holds, so that the articles have no answer.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from eval.metrics import holds
from index.readers import ReadArticle, iter_articles
from index.sentences import sentence_spans
from index.types import WellspringError
from qa.words import SCALES, STOPWORDS

LEAD = "Complete from the articles: "
BLANK = "____"
_MIN_WORDS = 6
_MAX_WORDS = 50
_NEAR_MISS_EVERY = 4
_MAX_YEARS_AWAY = 60
_INVENTED = """
    Brindmoor Calderwick Tesslund Harrowdene Velmark Ostrenby Quillard Marvane Dunsorrel Pellanor Wexholme Thornavik
    Larkhaven Ostremby Grelling Fenwarden Salbourne Kirrandale Ulvestad Morrowick
    """.split()
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_BEFORE_YEAR = [
    *_MONTHS,
    *"in by since until till from during before after year early late mid spring summer autumn winter season between".split(),
    *(f"{part} of" for part in "start beginning middle half quarter end spring summer autumn winter year".split()),
]
_YEAR = re.compile(
    rf"(?:{'|'.join(f'(?<={word}[ -])|(?<={word[0].upper()}{word[1:]} )' for word in _BEFORE_YEAR)}"
    r"|(?<=\d, )|(?<=\d{4} and )|(?<=\d{4} to )|(?<=[(]))(?:1[5-9]|20)\d\d(?![\w/–-]|[.,]\d|\s?%)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s{_DAY}(?:,\s\d{{4}})?|{_MONTH}\s\d{{4}})(?!\w)|{_YEAR.pattern}"
)
_UNITS = """
    percent per\\scent percentage\\spoints? points? degrees? tonnes? tons? kilograms? kg grams? g mg litres? liters? ml
    kilomet(?:re|er)s? km met(?:re|er)s? m centimet(?:re|er)s? cm mm miles? feet inches hectares? acres?
    seconds? minutes? hours? days? weeks? months? years? a\\.m\\. p\\.m\\. am pm
    yuan dollars? euros? pounds? pence cents? RMB USD GBP EUR °C °F GB MB TB GHz MHz kWh MWh GWh MW GW kW W
    """.split()
_NUMBER = re.compile(
    r"(?<![\w.,:/–-])(?:(?:US|HK|A|C)?[$£€¥]\s?|(?:RMB|CNY|USD|GBP|EUR)\s)?(?:\d+(?:,\d{3})+|\d+)(?:\.\d+)?"
    rf"(?:\s?(?:{'|'.join(SCALES)})\b)?(?:\s?%|(?:\s(?:square|cubic))?[\s-]?(?:{'|'.join(_UNITS)})(?!\w))*"
    r"(?:\sper\s(?:second|minute|hour|day|week|month|year|night|person|head|capita|user|kilo\w+|hectare)\b)*(?![\w/:–-]|[.,]\d)"
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
_OPENERS = ".:;!?\"“‘'(-*•–—"
_NO_NAMES = {*"monday tuesday wednesday thursday friday saturday sunday mrs sir rmb cny usd gbp eur".split()}
_NO_NAMES |= {month.lower() for month in _MONTHS}
_POINTING = {*"it its he his she her they their them this that these those we our i my you your such here there".split()}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a sentence that can be taken out."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that a question may be made of."""

    article: str
    text: str
    pieces: tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class _Cloze:
    """A question, what was taken out of it, and the kind of that."""

    question: str
    answer: str
    kind: str


def draft_questions(folder: Path, count: int, seed: int = 0) -> list[dict[str, object]]:
    """Return up to `count` drafts in the shape of our question JSONL, fewer when the articles hold no more.

    The questions of an article alternate between the splits; a hash of its path says which comes first. Files that an
    index would skip are skipped. Raises `WellspringError` when nothing can be drafted.
    """
    if count < 1:
        raise WellspringError("bad_count", f"{count} questions cannot be drafted. Ask for 1 or more.")
    articles = [article for article in iter_articles(folder, {}) if isinstance(article, ReadArticle)]
    drafts: list[dict[str, object]] = []
    kinds: Counter[str] = Counter()
    turns = {_file_name(article): _rank(article.source) for article in articles}
    everything = "\n".join(article.text for article in articles).lower()
    for sentence in _spread_sentences(articles, seed):
        if len(drafts) == count:
            break
        wants_near_miss = kinds["near-miss"] < (len(drafts) + 1) // _NEAR_MISS_EVERY
        cloze = (_near_miss(sentence, everything, seed) if wants_near_miss else None) or _cloze(sentence, kinds, seed)
        kinds[cloze.kind] += 1
        split = ("dev", "test")[turns[sentence.article] % 2]
        turns[sentence.article] += 1
        drafts.append(_line(f"draft-{len(drafts) + 1:03d}", split, sentence, cloze))
    if not drafts:
        raise WellspringError(
            "no_drafts", f"The articles in {str(folder)!r} have no sentence with a number, date or name to ask for. Add articles in prose."
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


def _spread_sentences(articles: Sequence[ReadArticle], seed: int) -> Iterator[_Sentence]:
    """Yield usable sentences, one of each article in turn, from all over the article; none twice."""
    turns = sorted(articles, key=lambda article: _rank(seed, article.source))
    shelves = [_spread(_usable(article), _rank(seed, article.source)) for article in turns]
    seen: set[str] = set()
    for round_ in zip_longest(*shelves):
        for sentence in round_:
            if sentence is not None and sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


def _spread(sentences: Sequence[_Sentence], start: int) -> list[_Sentence]:
    """Order sentences so that the first ones, however many, lie far apart: by the reversed bits of their place."""
    count = len(sentences)
    width = max(1, (count - 1).bit_length())
    order = sorted(range(count), key=lambda place: int(f"{place:0{width}b}"[::-1], 2))
    return [sentences[(place + start) % count] for place in order]


def _usable(article: ReadArticle) -> list[_Sentence]:
    """Return the sentences of an article that stand alone and hold a piece to ask for."""
    texts = [article.text[start:end] for start, end in sentence_spans(article.text)]
    found = (_Sentence(_file_name(article), text, tuple(_pieces(text))) for text in texts if _stands_alone(text))
    return [sentence for sentence in found if sentence.pieces]


def _file_name(article: ReadArticle) -> str:
    return PurePosixPath(article.source).name


def _stands_alone(text: str) -> bool:
    words = [word for word in text.split() if any(char.isalnum() for char in word)]
    first = _TOKEN.search(text)
    prose = not text.startswith(("#", "|", ">")) and BLANK not in text and text.count("**") % 2 == 0
    whole = prose and text.rstrip("\"'”’)]*_").endswith((".", "!"))
    return whole and _MIN_WORDS <= len(words) <= _MAX_WORDS and first is not None and first.group().lower() not in _POINTING


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the dates, numbers and names of a sentence that it holds once, none inside another."""
    spans = [("date", *match.span()) for match in _DATE.finditer(text)]
    spans += [("number", *match.span()) for match in _NUMBER.finditer(text)]
    spans += [("name", start, end) for start, end in _names(text)]
    taken: list[tuple[int, int]] = []
    for kind, start, end in spans:
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            if not holds(text[:start] + BLANK + text[end:], text[start:end]):
                yield _Piece(kind, start, end)


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words, unless the first may be capitalised because something opens there."""
    run: list[re.Match[str]] = []
    for token in [*_TOKEN.finditer(text), None]:
        if token is not None and _is_named(token.group()) and (not run or text[run[-1].end() : token.start()] in (" ", " of ")):
            run.append(token)
            continue
        if run and _is_clear(text, run[0].start(), run[-1].end()):
            yield run[0].start(), run[-1].end()
        run = [token] if token is not None and _is_named(token.group()) else []


def _is_named(word: str) -> bool:
    return word[0].isupper() and word.lower() not in STOPWORDS | _NO_NAMES


def _is_clear(text: str, start: int, end: int) -> bool:
    opening = not text[:start].rstrip() or text[:start].rstrip()[-1] in _OPENERS
    return not opening and end - start > 2 and not re.match(r"[-–]?\w", text[end:]) and text[start - 1].isspace()


def _cloze(sentence: _Sentence, used: Counter[str], seed: int) -> _Cloze:
    """Take out a piece, of the kind that was asked for least so far."""
    piece = min(sentence.pieces, key=lambda piece: (used[piece.kind], _rank(seed, sentence.text, piece.start)))
    answer = " ".join(sentence.text[piece.start : piece.end].split())
    return _Cloze(_question(sentence.text, [(piece.start, piece.end, BLANK)]), answer, piece.kind)


def _question(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return LEAD + re.sub(r"^[-*•]\s+", "", " ".join(text.split()))


def _near_miss(sentence: _Sentence, everything: str, seed: int) -> _Cloze | None:
    """Take out a piece and change the year, or else a name, to one that no article holds; None where that cannot be."""
    years = list(_YEAR.finditer(sentence.text))
    changes = [(match.start(), match.end(), _absent_year(int(match.group()), everything)) for match in years if len(years) == 1]
    changes += [(piece.start, piece.end, _absent_name(sentence, everything, seed)) for piece in sentence.pieces if piece.kind == "name"]
    for start, end, new in changes:
        others = [piece for piece in sentence.pieces if piece.end <= start or piece.start >= end]
        if new and others:
            piece = min(others, key=lambda piece: (piece.kind == "name", _rank(seed, sentence.text, piece.start)))
            return _Cloze(_question(sentence.text, [(start, end, new), (piece.start, piece.end, BLANK)]), "", "near-miss")
    return None


def _absent_year(year: int, everything: str) -> str:
    """Return the nearest year that no article holds, an earlier one first."""
    near = (str(year + sign * away) for away in range(1, _MAX_YEARS_AWAY) for sign in (-1, 1))
    return next((candidate for candidate in near if candidate not in everything), "")


def _absent_name(sentence: _Sentence, everything: str, seed: int) -> str:
    """Return an invented name that no article holds."""
    order = sorted(_INVENTED, key=lambda name: _rank(seed, sentence.text, name))
    return next((name for name in order if name.lower() not in everything), "")

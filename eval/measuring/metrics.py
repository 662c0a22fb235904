"""Judge one answer: pure functions over text and ranks."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from eval.measuring.claims import MARK

MAX_SHORT_ANSWER = 45  # words; a short fact buried in a longer answer does not count
KEY_POINT_KINDS = ("why", "how", "definition", "summary", "collection")
LONG_KINDS = (*KEY_POINT_KINDS, "list", "comparison", "yes-no", "count", "article-data")
MIN_KEY_POINTS = 0.5  # of an answer that explains or sums up
_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]+)\]"
    r"\((?=[^\s)]*[/#.:])<?(?:[^\s()]|\([^\s()]*\))+(?:\s\"[^\"\n]*\")?\)"
)
_SPACED = r"[^\W\u3040-\u30ff\u3400-\u9fff]"  # a letter of words between spaces
_QUOTES = str.maketrans("“”„‘’`", "\"\"\"'''")


def _words(link: re.Match[str]) -> str:
    return f"[{link[1]}]" if link[1].isdigit() else link[1]


def plain(text: str) -> str:
    """Return a text without marks and links, in lower case, plain quotes and single spaces."""
    text = (
        unicodedata.normalize("NFKC", MARK.sub("", _LINK.sub(_words, text)))
        .translate(_QUOTES)
        .lower()
    )
    return " ".join(text.split())


def holds(answer: str, wording: str) -> bool:
    """Tell whether an answer holds a wording, whole ("5" is not in "25" or "5.2").

    Chinese and Japanese words have no spaces between them.
    """
    wanted = plain(wording)
    before = rf"(?<!{_SPACED})(?<!\d[.,])" if re.match(_SPACED, wanted) else ""
    after = rf"(?!{_SPACED})(?![.,]\d)" if re.search(rf"{_SPACED}\Z", wanted) else ""
    return re.search(before + re.escape(wanted) + after, plain(answer)) is not None


def item_share(answer: str, answers: Sequence[Sequence[str]]) -> float:
    """Return the share (0 to 1) of items that an answer holds a wording of (key-point recall)."""
    if not answers:
        return 0.0
    return sum(any(holds(answer, wording) for wording in item) for item in answers) / len(answers)


def is_right(answer: str, answers: Sequence[Sequence[str]], kind: str) -> bool:
    """Judge an answer: every item is there, or half of the points of one that explains or sums up.

    A short fact in an answer of more than 45 words is not right; a verdict (yes, no) stands first.
    """
    if not answers or (kind not in LONG_KINDS and len(plain(answer).split()) > MAX_SHORT_ANSWER):
        return False
    if kind == "yes-no" and not any(_begins(answer, wording) for wording in answers[0]):
        return False
    return item_share(answer, answers) >= (MIN_KEY_POINTS if kind in KEY_POINT_KINDS else 1.0)


def _begins(answer: str, wording: str) -> bool:
    return re.match(re.escape(plain(wording)) + r"\b", plain(answer)) is not None


def is_own(answer: str, quotes: Sequence[str]) -> bool:
    """Tell whether an answer is worded by itself: it is no part of what it quotes.

    A quote may be cut at its ends, which is marked with an ellipsis.
    """
    told = plain(answer).strip("… .")
    return bool(told) and not any(told[:60] in plain(quote) for quote in quotes)


def squad_tokens(text: str) -> list[str]:
    """Return the words of a text as SQuAD compares them: lower case, no punctuation or articles."""
    words = re.sub(r"[^\w\s]", "", plain(text)).split()
    return [word for word in words if word not in ("a", "an", "the")]


def exact_match(answer: str, wordings: Sequence[str]) -> float:
    """Return 1.0 when the answer is one of the wordings, after SQuAD's normalisation."""
    return float(any(squad_tokens(answer) == squad_tokens(wording) for wording in wordings))


def token_f1(answer: str, wordings: Sequence[str]) -> float:
    """Return the best token F1 against the wordings (SQuAD), 0 to 1."""
    said = squad_tokens(answer)
    return max((_f1(said, squad_tokens(wording)) for wording in wordings), default=0.0)


def _f1(answer: list[str], gold: list[str]) -> float:
    shared = sum((Counter(answer) & Counter(gold)).values())
    return 2 * shared / (len(answer) + len(gold)) if shared else float(answer == gold)


def is_quoted(gold: str, quotes: Sequence[str]) -> bool:
    """Tell whether a quote holds a gold sentence, or is more than half of it."""
    text = plain(gold)
    return any(
        text in quote or (quote in text and len(quote) > 0.5 * len(text))
        for quote in map(plain, quotes)
    )


def quoted_share(quotes: Sequence[str], gold: Sequence[str]) -> float:
    """Return the share of the gold sentences that are quoted (citation recall), 0 to 1."""
    return sum(is_quoted(text, quotes) for text in gold) / len(gold) if gold else 0.0


def gold_share(quotes: Sequence[str], gold: Sequence[str]) -> float:
    """Return the share of the quotes that are gold sentences (citation precision), 0 to 1."""
    good = [quote for quote in quotes if any(is_quoted(text, [quote]) for text in gold)]
    return len(good) / len(quotes) if quotes else 0.0


def gold_ranks(passages: Sequence[str], gold: Sequence[str]) -> tuple[int | None, ...]:
    """Return for each gold sentence the rank (from 1) of the first passage with it, or None."""
    texts = [plain(passage) for passage in passages]
    return tuple(
        next((rank for rank, text in enumerate(texts, 1) if plain(sentence) in text), None)
        for sentence in gold
    )


def hit_at(ranks: Sequence[int | None], k: int) -> float:
    """Return 1.0 when every gold sentence is within the first `k` passages."""
    return float(bool(ranks) and all(rank is not None and rank <= k for rank in ranks))


def reciprocal_rank(ranks: Sequence[int | None]) -> float:
    """Return 1 / rank of the first relevant passage, or 0."""
    return max((1 / rank for rank in ranks if rank), default=0.0)


def ndcg(ranks: Sequence[int | None], k: int = 10) -> float:
    """Return the nDCG of the first `k` passages.

    A gold sentence that was not found counts as one relevant passage.
    """
    found = {rank for rank in ranks if rank}
    relevant = len(found) + sum(rank is None for rank in ranks)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(relevant, k) + 1))
    return sum(1 / math.log2(rank + 1) for rank in found if rank <= k) / ideal if ideal else 0.0

"""Answer with the items of a list or the rows of a table: all of them, or how many they are."""

import re
from collections.abc import Iterator

from index.language.english.listing.counted import COUNTS_THINGS
from index.language.english.listing.items import AND_MORE, HEAD, TOTAL
from index.ranking.search import Index
from index.types import Article
from qa.evidence.blocks import Block, blocks
from qa.evidence.selection import hits_to_read
from qa.question.items import AskedItems, asked_of
from qa.question.kinds import Kind
from qa.text.layout.sections import matched
from qa.text.rows import cells_of, is_row
from qa.text.words import years
from qa.types import Evidence, Statement
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.shown import as_shown
from qa.writing.tables import in_words

LISTED = (Kind.LIST, Kind.COUNT, Kind.HOW)  # kinds of questions that a list may answer
_ARTICLES = 4  # that are looked through: those of the best passages
_SHOWN = 20  # items
_MARGIN = 0.1  # by which the list that fits best is ahead of the next
# On `dev` questions for lists and counts: the share of these answers that are right.
_CONFIDENCE = 0.8
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s")
_BULLET = re.compile(r"^[-*•‣▪◦●○■·–]\s+")
_LETTERS = 3  # of a cell that names something


class Lists:
    """Questions for what a list or a table holds, if what names it has all words of the question.

    No single sentence answers them.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the items, with how many they are where that is asked; None without such a list.

        None, too, where several lists fit.
        """
        asked = asked_of(inquiry.standalone, counts=_counts(inquiry))
        if not (asked.words or asked.called):
            return None
        hits = hits_to_read(self._index, inquiry.standalone, inquiry.scope)
        articles = dict.fromkeys(hit.passage.article_id for hit in hits)
        read = [self._index.article(article_id) for article_id in list(articles)[:_ARTICLES]]
        fit = [
            (share, article, block)
            for article in read
            if article
            for block in blocks(article.text)
            if (share := _fits(asked, article, block)) and _counts_items(inquiry, asked, block)
        ]
        inquiry.clock.lap("evidence")
        best = max((share for share, *_ in fit), default=0)
        fit = [one for one in fit if one[0] > best - _MARGIN]
        if len(fit) != 1:
            return None
        [(_, article, block)] = fit
        said = list(_items(article, block))
        if asked.years:
            said = [item for item in said if _is_within(item.text, *asked.years)]
        if not said:
            return None
        if asked.counts:
            name = block.name or article.title
            said.insert(0, Statement(HEAD.format(number=len(said), name=name.strip(" :#"))))
        more = [Statement(AND_MORE.format(number=len(said) - _SHOWN))][: len(said) > _SHOWN]
        return Reply([*said[:_SHOWN], *more], _CONFIDENCE, hits, listed=True)


def is_listed(inquiry: Inquiry) -> bool:
    """Tell whether a list may answer: by the kind of the question, or as it asks how many."""
    return inquiry.asked.kind in LISTED or _counts(inquiry)


def _counts(inquiry: Inquiry) -> bool:
    return inquiry.asked.kind is Kind.COUNT or bool(COUNTS_THINGS.search(inquiry.question))


def _counts_items(inquiry: Inquiry, asked: AskedItems, block: Block) -> bool:
    """Tell whether the items are what is counted, and no number in one of them is meant.

    A table tells how many seals there were in 2023; a fact is counted only where the list is surely
    one of such things.
    """
    if not asked.counts:
        return True
    dated = bool(block.heads) and bool(years(inquiry.question))
    surely = inquiry.asked.kind in LISTED or asked.called is not None
    return surely and not dated


def _fits(asked: AskedItems, article: Article, block: Block) -> float:
    """Return how well what names a block fits what is asked; 0 where it does not.

    All words stand in the title and in what names the block, at least one in that, or what is
    counted is called so there. Of the thing itself the block may tell in other words.
    """
    heads = _heads(article, block)
    names = f"{block.name} {block.lead} {heads}"
    own = matched(asked.words, names)
    called = bool(asked.called and asked.called.search(f"{block.name} {block.lead}"))
    left = asked.words - own - matched(asked.words, article.title)
    if left - asked.thing or not (own or called):
        return 0.0
    if left and not (own - asked.thing) and not called:
        return 0.0
    in_name = matched(asked.words, block.name)
    return (len(own) + 0.5 * len(in_name)) / max(1, len(asked.words)) + called + 0.25 * (not left)


def _is_within(item: str, first: int, last: int) -> bool:
    return any(first <= int(year) <= last for year in years(item))


def _heads(article: Article, block: Block) -> str:
    return article.text[slice(*block.heads)] if block.heads else ""


def _items(article: Article, block: Block) -> Iterator[Statement]:
    """Yield the items of a block but its totals, each with its proof."""
    start, end = block.items[0][0], block.items[-1][1]
    home, inside = (article.id, article.title, article.source), article.text[start:end]
    heads = _heads(article, block)
    named = (Evidence(heads, *home, *block.heads, inside, 1.0),) if block.heads else ()
    for first, last in block.items:
        text = article.text[first:last].strip()
        if TOTAL.match(text.lstrip("| ")):
            continue
        at = article.text.index(text, first)
        row = Evidence(text, *home, at, at + len(text), inside, 1.0, at=at - start)
        shown = _shown(_BULLET.sub("", text, count=1), heads)
        proof = (row, *named) if is_row(text) and not _has_name(text) else (row,)
        yield Statement(shown if _NUMBERED.match(shown) else f"- {shown}", proof)


def _shown(item: str, heads: str) -> str:
    """Return an item as it is told: of a table the name in its row, or all of it in words."""
    if not is_row(item):
        return as_shown(item)
    return cells_of(item)[0] if _has_name(item) else in_words(item, heads)


def _has_name(row: str) -> bool:
    """Tell whether the first cell of a row names what it tells of, so that it can stand for it."""
    return sum(map(str.isalpha, cells_of(row)[0])) >= _LETTERS

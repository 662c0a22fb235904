"""Answer with the items of a list or the rows of a table: all of them, or how many they are."""

import re
from collections.abc import Iterator

from index.language.english.listing.items import AND_MORE, ASKING, HEAD, TOTAL
from index.ranking.search import Index
from index.types import Article
from qa.evidence.blocks import Block, blocks
from qa.evidence.selection import hits_to_read
from qa.question.kinds import Kind
from qa.text.rows import cells_of, is_row
from qa.text.words import content_words, coverage
from qa.types import Evidence, Statement
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.shown import as_shown
from qa.writing.tables import in_words

LISTED = (Kind.LIST, Kind.COUNT, Kind.HOW)  # kinds of questions that a list may answer
_ARTICLES = 4  # that are looked through: those of the best passages
_SHOWN = 20  # items
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
        words = content_words(inquiry.standalone) - ASKING
        if not words:
            return None
        hits = hits_to_read(self._index, inquiry.standalone, inquiry.scope)
        articles = dict.fromkeys(hit.passage.article_id for hit in hits)
        read = [self._index.article(article_id) for article_id in list(articles)[:_ARTICLES]]
        fit = [
            (article, block)
            for article in read
            if article
            for block in blocks(article.text)
            if _is_named(words, article, block)
        ]
        inquiry.clock.lap("evidence")
        if len(fit) != 1:
            return None
        [(article, block)] = fit
        said = list(_items(article, block))
        if inquiry.asked.kind is Kind.COUNT:
            name = block.name or article.title
            said.insert(0, Statement(HEAD.format(number=len(said), name=name.strip(" :#"))))
        more = [Statement(AND_MORE.format(number=len(said) - _SHOWN))][: len(said) > _SHOWN]
        return Reply([*said[:_SHOWN], *more], _CONFIDENCE, hits, listed=True)


def _is_named(words: set[str], article: Article, block: Block) -> bool:
    """Tell whether all words stand in the title and in what names a block, at least one in that."""
    weights = dict.fromkeys(words, 1.0)
    names = f"{block.name} {block.lead} {_heads(article, block)}"
    return bool(coverage(weights, names)) and coverage(weights, f"{article.title} {names}") == 1.0


def _heads(article: Article, block: Block) -> str:
    return article.text[slice(*block.heads)] if block.heads else ""


def _items(article: Article, block: Block) -> Iterator[Statement]:
    """Yield the items of a block but its totals, each with its proof."""
    heads = _heads(article, block)
    start, end = block.items[0][0], block.items[-1][1]
    for first, last in block.items:
        text = article.text[first:last].strip()
        if TOTAL.match(text.lstrip("| ")):
            continue
        at = article.text.index(text, first)
        home = article.id, article.title, article.source
        place = at, at + len(text)
        row = Evidence(text, *home, *place, article.text[start:end], 1.0, at=at - start)
        shown = _shown(_BULLET.sub("", text, count=1), heads)
        yield Statement(shown if _NUMBERED.match(shown) else f"- {shown}", (row,))


def _shown(item: str, heads: str) -> str:
    """Return an item as it is told: of a table the name in its row, or all of it in words."""
    if not is_row(item):
        return as_shown(item)
    first = cells_of(item)[0]
    return first if sum(map(str.isalpha, first)) >= _LETTERS else in_words(item, heads)

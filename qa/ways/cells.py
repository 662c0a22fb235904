"""Answer with a cell of a table: a question names another one of its row, and its column.

"In which zone is Larkfield?" The readers know a row by its first cell alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.english.questions import ASKED_FOR, JOINS_CELLS
from index.ranking.search import Index
from index.sentences import sentence_spans
from index.types import Hit
from qa.evidence.selection import hits_to_read
from qa.text.forms import beside
from qa.text.rows import cells_of, is_heads, is_row
from qa.text.words import content_words
from qa.types import Evidence, Statement, sentence_of
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.tables import heads_over

_SURE = 0.9  # that the one row that a question names all words of is meant


@dataclass(frozen=True, slots=True)
class _Cell:
    """The cell that is asked for: its row and the heads, and how many words name the row."""

    text: str
    row: Evidence
    heads: Evidence
    named_by: frozenset[str]


class Cells:
    """Questions that name a cell of a row, not the first one, and the head of another column."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the cell; None where no row is named so, or several are."""
        asks = ASKED_FOR.search(inquiry.standalone)
        if asks is None:
            return None
        hits = hits_to_read(self._index, inquiry.standalone, inquiry.scope)
        found = {(i.row.article_id, i.row.start): i for hit in hits for i in self._in(hit, asks)}
        cell = max(found.values(), key=lambda cell: len(cell.named_by), default=None)
        if not cell or any(not it.named_by < cell.named_by for it in found.values() if it != cell):
            return None
        return Reply([Statement(cell.text, (cell.row, cell.heads))], _SURE, hits)

    def _in(self, hit: Hit, asks: re.Match[str]) -> Iterator[_Cell]:
        """Yield the cells of a passage that may be asked for."""
        text, article = hit.passage.text, self._index.article(hit.passage.article_id)
        for start, end in sentence_spans(text):
            if not article or not is_row(text[start:end]) or is_heads(text, start, end):
                continue
            row = sentence_of(hit, start, end, _SURE)
            if (heads := heads_over(row, article.text)) and (cell := _asked(row, heads, asks)):
                yield cell


def _asked(row: Evidence, heads: Evidence, asks: re.Match[str]) -> _Cell | None:
    """Return the cell of a row whose column is named as another cell of the row is."""
    names, cells, asked = cells_of(heads.text), cells_of(row.text), content_words(asks.string)
    if len(names) != len(cells):
        return None
    named = [n for n, cell in enumerate(cells) if _is_named(cell, asked)]
    columns = [n for n, head in enumerate(names) if n not in named and _begins(head, asks["thing"])]
    if not named or 0 in named or len(columns) != 1 or not cells[columns[0]]:
        return None
    subject = ", ".join(cells[n] for n in named)
    around = f"{row.title} {row.passage} {heads.text}"
    if beside(asked, around) - JOINS_CELLS:
        return None
    [column] = columns
    told = f"{subject}: {names[column]} {cells[column]}"
    return _Cell(told, row, heads, frozenset(content_words(subject)))


def _begins(head: str, thing: str) -> bool:
    """Tell whether what is asked for begins with the head of a column."""
    words = content_words(head)
    return bool(words) and not beside(words, " ".join(thing.split()[: len(head.split())]))


def _is_named(cell: str, asked: set[str]) -> bool:
    """Tell whether a question has all words of a cell."""
    words = content_words(cell)
    return bool(words) and not beside(words, " ".join(asked))

"""Answer with a cell of a table: a question names its row, by any of its cells, and its column.

"In which zone is Larkfield?", "What does an adult pay at the weekend?" The readers have not learnt
what stands over a cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from index.language.english.questions import ASKED_FOR, ASKS_AMOUNT, ASKS_BY_WORD, JOINS_CELLS
from index.ranking.search import Index
from index.sentences import sentence_spans
from index.types import Hit
from qa.evidence.selection import hits_to_read
from qa.question.kinds import Kind
from qa.text.forms import beside
from qa.text.rows import cells_of, is_heads, is_row
from qa.text.words import content_words, numbers
from qa.types import Evidence, Statement, sentence_of
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.tables import asked_cell, heads_over, under_heads

_SURE = 0.9  # that the one row that a question names all words of is meant


@dataclass(frozen=True, slots=True)
class _Cell:
    """The cell that is asked for: its row and the heads, and how many words name the row."""

    text: str
    row: Evidence
    heads: Evidence
    named_by: frozenset[str]


class Cells:
    """Questions that name a cell of a row and the head of another column."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the cell; None where no row is named so, or several are."""
        question, asked = inquiry.standalone, inquiry.asked
        is_fact = asked.kind is Kind.FACT and asked.operation is None
        asks_fact = is_fact and bool(ASKS_BY_WORD.search(question))
        if not (asks_fact or ASKED_FOR.search(question)):
            return None
        hits = hits_to_read(self._index, question, inquiry.scope)
        found = {
            (row.article_id, row.start): cell
            for hit in hits
            for row, heads in self._rows(hit, content_words(question))
            if (cell := _of_another(row, heads, question))
            or (asks_fact and (cell := _at_crossing(row, heads, question)))
        }
        cell = max(found.values(), key=lambda cell: len(cell.named_by), default=None)
        if not cell or any(not it.named_by < cell.named_by for it in found.values() if it != cell):
            return None
        return Reply([Statement(cell.text, (cell.row, cell.heads))], _SURE, hits)

    def _rows(self, hit: Hit, asked: set[str]) -> Iterator[tuple[Evidence, Evidence]]:
        """Yield the rows of a passage that a question names, each with the heads of its columns."""
        text = hit.passage.text
        for start, end in sentence_spans(text):
            if not is_row(text[start:end]) or is_heads(text, start, end):
                continue
            row = sentence_of(hit, start, end, _SURE)
            if any(_is_named(cell, asked) for cell in cells_of(row.text)):
                article = self._index.article(row.article_id)
                if article and (heads := heads_over(row, article.text)):
                    yield row, heads


def _of_another(row: Evidence, heads: Evidence, question: str) -> _Cell | None:
    """Return the cell whose column is asked for, of a row that a cell but the first one names."""
    asks = ASKED_FOR.search(question)
    names, cells, asked = cells_of(heads.text), cells_of(row.text), content_words(question)
    if asks is None or len(names) != len(cells):
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
    told = under_heads(subject, [(names[column], cells[column])])
    return _Cell(told, row, heads, frozenset(content_words(subject)))


def _at_crossing(row: Evidence, heads: Evidence, question: str) -> _Cell | None:
    """Return the cell that is asked for of a row of which the question has the whole name.

    All else that it has stands over the table, or in the head of that cell: no other column is
    meant.
    """
    names, cells, asked = cells_of(heads.text), cells_of(row.text), content_words(question)
    if len(names) != len(cells) or not _is_named(cells[0], asked):
        return None
    column = asked_cell(question, row.text, heads.text)
    if not column:
        return None
    about = " ".join([_over(row), names[0], names[column], cells[0], cells[column]])
    asking = JOINS_CELLS | (ASKS_AMOUNT if numbers(cells[column]) else set())
    if beside(asked, about) - asking:
        return None
    told = under_heads(cells[0], [(names[column], cells[column])])
    return _Cell(told, row, heads, frozenset(content_words(cells[0])))


def _over(row: Evidence) -> str:
    """Return what stands over the table of a row: title, headings, the line before it."""
    lines = row.passage[: row.at].splitlines()
    before = [line for line in lines if line.strip() and not is_row(line)]
    told = [line for line in before if line.startswith("#")]
    return " ".join([row.title, *told, *before[-1:]])


def _begins(head: str, thing: str) -> bool:
    """Tell whether what is asked for begins with the head of a column."""
    words = content_words(head)
    return bool(words) and not beside(words, " ".join(thing.split()[: len(head.split())]))


def _is_named(cell: str, asked: set[str]) -> bool:
    """Tell whether a question has all words of a cell."""
    words = content_words(cell)
    return bool(words) and not beside(words, " ".join(asked))

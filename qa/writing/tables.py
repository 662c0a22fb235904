"""Rows of tables in words, with the heads of their columns.

A row alone does not tell what its figures are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.types import Article
from qa.question.forms import asked_unit
from qa.text.numbers.quantities import readings
from qa.text.rows import cells_of, has_bars, is_row, is_rule
from qa.text.words import content_words, coverage
from qa.types import Evidence, Found, Statement
from qa.writing.comparing.heads import asked_forms, asked_share
from qa.writing.compose import DIFFER
from qa.writing.shown import as_shown

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
NAMED = 0.5  # share of the words of a column's head that a question has which asks for it


def with_heads(
    statements: Sequence[Statement],
    evidence: Sequence[Evidence],
    article: Callable[[str], Article | None],
    question: str = "",
) -> list[Statement]:
    """Put the rows among the statements into words, and cite the heads of their columns.

    Of a row whose one cell a `question` asks for, that cell is told. Two rows of a table have the
    same heads, which may be evidence already: one place is cited as one.
    """
    known = {_place(item): item for item in evidence}
    told = []
    for statement in statements:
        if len(statement.proof) != 1 or not is_row(statement.text):
            told.append(statement)
            continue
        [row] = statement.proof
        home = article(row.article_id) if as_shown(row.text) == statement.text else None
        heads = heads_over(row, home.text) if home else None
        proof = (row, known.setdefault(_place(heads), heads)) if heads else (row,)
        names = as_shown(heads.text) if heads else ""
        only = asked_cell(question, statement.text, names)
        told.append(Statement(in_words(statement.text, names, only), proof))
    return told


def with_cells(
    question: str, found: Sequence[Found], article: Callable[[str], Article | None]
) -> list[Found]:
    """Return evidence with the cells that a question asks for as the short answers of its rows."""
    return [_with_cell(question, item, article) for item in found]


def _with_cell(question: str, item: Found, article: Callable[[str], Article | None]) -> Found:
    row = item.evidence
    home = article(row.article_id) if is_row(row.text) else None
    heads = heads_over(row, home.text) if home else None
    number = asked_cell(question, row.text, heads.text) if heads else 0
    if not number:
        return item
    start = end = 0
    for cell in cells_of(row.text)[: number + 1]:
        start = row.text.index(cell, end)
        end = start + len(cell)
    return replace(item, answer=row.text[start:end], answer_at=start)


def asked_cell(question: str, row: str, heads: str) -> int:
    """Return the number of the cell whose column or unit a question names, 0 for none or several.

    "How many tonnes" asks for the one that is in tonnes.
    """
    names, cells = cells_of(heads), cells_of(row)
    if not heads or len(names) != len(cells):
        return 0
    if unit := asked_unit(question):
        alike = [n for n, cell in enumerate(cells) if n and unit & _units(cell)]
        if len(alike) == 1:
            return alike[0]
    shares = named_columns(question, names)
    best = [n for n, share in enumerate(shares) if share == max(shares)]
    number = _meant(question, names, best)
    return number if max(shares) >= NAMED and cells[number] else 0


def _meant(question: str, names: Sequence[str], best: Sequence[int]) -> int:
    """Return which of the columns that a question names best it means, 0 where that is not sure.

    The one whose head has all words of the others and more, else the one that stands there as it
    is: "over 2 m", not "to 2 m".
    """
    if len(best) == 1:
        return best[0]
    words = {n: content_words(names[n]) for n in best}
    whole = [n for n in best if all(words[m] < words[n] for m in best if m != n)]
    narrow = any(words[m] < words[n] for m in best for n in best)
    said = whole if narrow else [n for n in best if _stands_in(names[n], question)]
    return said[0] if len(said) == 1 else 0


def _stands_in(head: str, question: str) -> bool:
    words, said = (" ".join(_WORD.findall(text.lower())) for text in (head, question))
    return bool(words) and f" {words} " in f" {said} "


def named_columns(question: str, names: Sequence[str]) -> list[float]:
    """Return how much of the name of each column a question has (0 to 1), of the first 0.

    In other forms, too: "draws" for "Drawn" or "D". Where it has no name, it may ask for one by
    other words: "heavier" for "Weight".
    """
    for widely in (False, True):
        forms = asked_forms(question, widely=widely)
        shares = [0.0, *(asked_share(forms, name) for name in names[1:])]
        if max(shares) >= NAMED:
            break
    return shares


def _units(cell: str) -> frozenset[str]:
    return frozenset().union(*(reading.quantity.unit for reading in readings(cell)))


def _place(item: Evidence) -> tuple[str, int, int]:
    return item.article_id, item.start, item.end


def in_prose(statements: Sequence[Statement]) -> bool:
    """Tell whether what is quoted can be put in a sentence.

    Rows of tables, whose heads stand elsewhere, cannot, nor can articles that differ.
    """
    return not any(said.text.startswith(DIFFER) or is_row(said.text) for said in statements)


def named_share(question: str, row: str) -> float:
    """Return the share of the words in the first cell of a row that a question holds (0 to 1).

    A row tells about its first cell.
    """
    if not is_row(row):
        return 0.0
    return coverage(dict.fromkeys(content_words(cells_of(row)[0]), 1.0), question)


def heads_over(item: Evidence, article: str) -> Evidence | None:
    """Return the row with the heads of the columns over a row; None when its article has none.

    It is the top row: with bars, if a rule is below it; in aligned columns, if it has as many
    cells.
    """
    rows = list(_rows_above(article, item.start))
    if not rows:
        return None
    start, line = rows[-1]
    ruled = len(rows) > 1 and is_rule(rows[-2][1])
    if not (ruled if has_bars(line) else len(cells_of(line)) == len(cells_of(item.text))):
        return None
    home, end = (item.article_id, item.title, item.source), start + len(line)
    return Evidence(line, *home, start, end, item.passage, item.score)


def _rows_above(article: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the rows right above a place with where they start, upwards."""
    while start > 0:
        end = start - 1
        start = article.rfind("\n", 0, end) + 1
        if not is_row(article[start:end]):
            return
        yield start, article[start:end]


def in_words(row: str, heads: str = "", only: int = 0) -> str:
    """Write a row as words, under the heads of its columns where it has some.

    "| Adult | £5 | £7 |" under "| | Summer | Winter |" -> "Adult: Summer £5; Winter £7", under "| |
    2023 | 2024 |" -> "Adult – 2023: £5; 2024: £7". `only` is the number of the one cell that is
    told; 0: all are.
    """
    first, *cells = cells_of(row)
    above = cells_of(heads)[1:] if heads else []
    headed = list(zip([*above, *[""] * len(cells)], cells, strict=False))
    headed = headed[only - 1 : only] if only else headed
    return under_heads(first, [(head, cell) for head, cell in headed if cell])


def under_heads(name: str, told: Sequence[tuple[str, str]]) -> str:
    """Write what cells of a row tell, each under its head; one with a figure is set off."""
    apart = ":" if any(c.isdigit() for head, _ in told for c in head) else ""
    named = [f"{head}{apart} {cell}" if head else cell for head, cell in told]
    if not (name and named):
        return name or "; ".join(named)
    if not apart:
        return f"{name}: {'; '.join(named)}"
    return f"{name}, {named[0]}" if len(named) == 1 else f"{name} – {'; '.join(named)}"

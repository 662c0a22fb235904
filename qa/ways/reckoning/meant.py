"""Which rows and columns of a table a question means."""

import re
from collections.abc import Sequence

from index.language.english.comparing.reckoning import FIRST_PLACE, MONEY, RECKONING
from qa.question.forms import asked_unit
from qa.text.forms import beside, forms_in, is_among
from qa.text.inflection import lemmas
from qa.text.numbers.quantities import readings
from qa.text.words import content_words, names, unmet, years
from qa.ways.reckoning.tables import Row, Table
from qa.writing.comparing.heads import asked_forms, asked_share, words_met

_NAMED = 0.5  # share of the words of a head that a question has which asks for it
_LEAST = 3  # letters of a word that alone names a row
_WORD = re.compile(r"\w+")
_PLACES = asked_forms("position rank place")
_UNKNOWN = 1  # words of a question that need stand nowhere in the article


def rows_meant(table: Table, question: str) -> list[Row]:
    """Return the rows that a question names, in its order.

    It has all words of their names, or one that no other row has.
    """
    asked = {form for word in content_words(question) for form in lemmas(word)}
    known = [content_words(row.name) for row in table.rows]
    titled = f"{table.article.title} {table.block.name} {table.block.lead}"
    # What a title names is no row, but for one that is held against the leader.
    titles = set() if FIRST_PLACE.search(question) else forms_in(titled)
    found = []
    for n, (row, words) in enumerate(zip(table.rows, known, strict=True)):
        others = set().union(*known[:n], *known[n + 1 :])
        own = {word for word in words - others if len(word) >= _LEAST}
        own = {word for word in own if not is_among(word, titles)}
        whole = bool(words) and words <= asked
        if whole or (not row.total and own & asked):
            at = place_in(question, row.name)
            met = (own & asked) or words
            place = at if at >= 0 else min(place_in(question, word) for word in met)
            found.append((place, n, row))
    if (first := FIRST_PLACE.search(question)) and (leader := _leader(table)):
        n = table.rows.index(leader)
        found += [(first.start(), n, leader)] if n not in {n for _, n, _ in found} else []
    named = [row for _, _, row in sorted(found, key=lambda item: item[:2])]
    return named or _row_in_other_words(table, question)


def _row_in_other_words(table: Table, question: str) -> list[Row]:
    """Return the only row that two columns are compared by: "longer" asks for "Length"."""
    forms = asked_forms(question, widely=True)
    heads = [name for name in table.names if name and asked_share(forms, name) == 1.0]
    rows = [row for row in table.rows if asked_share(forms, row.name) == 1.0]
    return rows if len(rows) == 1 and len(heads) == 2 else []


def _leader(table: Table) -> Row | None:
    """Return the row that stands at place 1 of a table of places."""
    columns = [n for n, name in enumerate(table.names) if asked_share(_PLACES, name) == 1.0]
    rows = [row for n in columns for row in table.rows if row.cells[n].strip(" .") == "1"]
    return rows[0] if len(rows) == 1 else None


def place_in(question: str, name: str) -> int:
    """Return where a question has a name, or else a form of its first word; -1 for nowhere."""
    said = question.lower()
    at = said.find(name.lower())
    first = name.split()[0].lower() if at < 0 and name.split() else ""
    forms = (match for match in _WORD.finditer(said) if first and first in lemmas(match[0]))
    return at if at >= 0 else next((match.start() for match in forms), -1)


def columns_meant(table: Table, question: str, rows: Sequence[Row]) -> list[int]:
    """Return the columns that a question asks for best; [] where it surely asks for none.

    It has words of their heads, or others that ask for them, or their unit, or there is but one.
    """
    for widely in (False, True):
        forms = asked_forms(question, widely=widely)
        shares = [
            0.0 if n == table.named or _is_of_other(question, name) else asked_share(forms, name)
            for n, name in enumerate(table.names)
        ]
        if (best := max(shares, default=0.0)) >= _NAMED:
            found = [n for n, share in enumerate(shares) if share == best]
            return _of_money(table, question, found)
    others = [n for n in range(len(table.names)) if n != table.named]
    if (unit := asked_unit(question)) and rows:
        others = [n for n in others if all(unit & _units(row.cells[n]) for row in rows)]
    return others if len(others) == 1 else []


def _of_money(table: Table, question: str, columns: list[int]) -> list[int]:
    """Return of several columns the only one that tells sums, where a question asks for money."""
    if len(columns) < 2 or not MONEY.search(question):
        return columns
    sums = [n for n in columns if all(_is_money(row.cells[n]) for row in table.rows)]
    return sums if len(sums) == 1 else columns


def _is_money(cell: str) -> bool:
    return any(len(unit) == 3 and unit.isupper() for unit in _units(cell))


def _is_of_other(question: str, head: str) -> bool:
    asked, told = years(question), years(head)
    return bool(asked and told and not asked & told)


def _units(cell: str) -> frozenset[str]:
    return frozenset().union(*(reading.quantity.unit for reading in readings(cell)))


def is_about(table: Table, question: str, rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Tell whether the words of a question are those of a table and its article.

    What asks for all rows has no word but of what names the table.
    """
    whole = f"{table.article.title} {table.article.text}"
    if unmet(question, whole) - RECKONING:
        return False
    heads = [*(table.names[n] for n in columns), *(row.name for row in rows)]
    told = content_words(" ".join(row.name for row in rows))
    words = content_words(question) - RECKONING - words_met(question, heads)
    words -= {match[0].lower() for match in FIRST_PLACE.finditer(question)} if rows else set()
    left = {word for word in words if lemmas(word).isdisjoint(told)}
    if not rows:
        left = {word for word in left if not re.fullmatch(r"\d+", word)}
        around = f"{table.around} {' '.join(row.name for row in table.rows)}"
        near = beside(left, around)
        return len(near) <= _UNKNOWN and not beside(near, whole)
    strange = beside(left, whole)
    return len(strange) <= _UNKNOWN and strange.isdisjoint(names(question))

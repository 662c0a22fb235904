"""The row of a table that a question describes by a figure in it: "the place with 412 pups"."""

from collections.abc import Iterable

from index.types import Article
from qa.text.forms import beside
from qa.text.numbers.quantities import readings
from qa.text.words import content_words, numbers
from qa.types import Evidence
from qa.ways.reckoning.amounts import amount_in
from qa.ways.reckoning.tables import tables_of

_UNKNOWN = 1  # words of a description that need not stand in what names a table


def row_described(described: str, articles: Iterable[Article]) -> tuple[str, Evidence] | None:
    """Return the name and the line of the only row with the figure of a description.

    What names its table has all other words.
    """
    figures = {reading.quantity.low for reading in readings(described)}
    if len(figures) != 1:
        return None
    told = {f"{number.value:f}" for number in numbers(described)}
    words = {word for word in content_words(described) if not word[0].isdigit()} - told
    found = {
        row.proof: row.name
        for article in articles
        for table in tables_of(article)
        if len(beside(words, f"{table.around} {article.text}")) <= _UNKNOWN
        for row in table.rows
        if not row.total and figures & {a.value for cell in row.cells if (a := amount_in(cell))}
        if beside(words, table.around) != words
    }
    if len(set(found.values())) != 1:
        return None
    proof, name = next(iter(found.items()))
    return name, proof

"""What stands around one sentence to judge it by: its neighbours, or the heads of its table."""

import re
from dataclasses import replace
from itertools import islice

from index.language.english.comparing.reckoning import HOW_MUCH, RECKONING
from index.language.english.statements.lacking import SPANS
from qa.text.forms import beside
from qa.text.rows import cells_of, is_row
from qa.text.windows import Window, around, headed
from qa.text.words import content_words
from qa.types import Evidence
from qa.writing.comparing.heads import asked_forms, asked_share
from qa.writing.tables import heads_over

_OVER = 2  # lines above a table that tell what it holds: its heading, and what leads to it
# "version 4.0", which is no amount: neither "4.0 %" nor "£4.0".
_RELEASE = re.compile(
    r"(?<![\w.,£$€])\d+\.\d+(?:\.\d+)?(?![\w,%]|\.\d|\s?(?:%|[a-z]*illion\b|per\b))"
)


def surroundings(item: Evidence) -> Window:
    """Return the window of a sentence, a row of a table under the row that names its columns."""
    window = around(item.passage, item.at)
    heads = _heads(item) if is_row(item.text) else None
    if heads is None or heads.start >= window.start:
        return window
    return headed(window, heads.text)


def row_lacks(question: str, row: Evidence) -> bool:
    """Tell whether a row of a table surely does not answer, whatever it is near to.

    A release is asked for that neither it nor what names its table has, or an amount, and no word
    that asks for it names a column, the row or the table.
    """
    heads = _heads(row)
    above = reversed(row.passage[: row.at].splitlines())
    over = islice((line for line in above if line.strip() and not is_row(line)), _OVER)
    whole = " ".join([row.title, *over, heads.text if heads else "", row.text])
    releases = set() if SPANS.search(question) else set(_RELEASE.findall(question))
    if releases and not any(release in whole for release in releases):
        return True
    if heads is None or not HOW_MUCH.search(question):
        return False
    forms = asked_forms(question, widely=True)
    named = any(asked_share(forms, head) for head in cells_of(heads.text)[1:])
    return not named and bool(beside(content_words(question) - RECKONING, whole))


def _heads(row: Evidence) -> Evidence | None:
    """Return the row that names the columns of a row, with its place in the passage."""
    return heads_over(replace(row, start=row.at, end=row.at + len(row.text)), row.passage)

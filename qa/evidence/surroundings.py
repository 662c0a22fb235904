"""What stands around one sentence to judge it by: its neighbours, or the heads of its table."""

import re
from dataclasses import replace
from itertools import islice

from index.language.english.statements.lacking import RELEASE
from qa.text.rows import is_row
from qa.text.windows import Window, around, headed
from qa.types import Evidence
from qa.writing.tables import heads_over

_OVER = 2  # lines above a table that tell what it holds: its heading, and what leads to it


def surroundings(item: Evidence) -> Window:
    """Return the window of a sentence, a row of a table under the row that names its columns."""
    window = around(item.passage, item.at)
    heads = _heads(item) if is_row(item.text) else None
    if heads is None or heads.start >= window.start:
        return window
    return headed(window, heads.text)


def row_lacks(question: str, row: Evidence) -> bool:
    """Tell whether a question asks for a release that no row near this one, nor its table, has."""
    heads = _heads(row)
    above = reversed(row.passage[: row.at].splitlines())
    over = islice((line for line in above if line.strip() and not is_row(line)), _OVER)
    whole = " ".join([row.title, *over, heads.text if heads else "", row.text])
    releases = {found["number"] for found in RELEASE.finditer(question)}
    return bool(releases) and not any(
        re.search(rf"(?<![\d.]){re.escape(release)}(?![\d])", whole) for release in releases
    )


def _heads(row: Evidence) -> Evidence | None:
    """Return the row that names the columns of a row, with its place in the passage."""
    return heads_over(replace(row, start=row.at, end=row.at + len(row.text)), row.passage)

"""What is read to judge one sentence: its neighbours, and of a table the heads of its columns."""

from dataclasses import replace

from qa.text.rows import is_row
from qa.text.windows import Window, around, headed
from qa.types import Evidence
from qa.writing.tables import heads_over


def surroundings(item: Evidence) -> Window:
    """Return the window of a sentence, a row of a table under the row that names its columns."""
    window = around(item.passage, item.at)
    if not is_row(item.text):
        return window
    heads = heads_over(replace(item, start=item.at, end=item.at + len(item.text)), item.passage)
    if heads is None or heads.start >= window.start:
        return window
    return headed(window, heads.text)

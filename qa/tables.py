"""Rows of tables in words, with the heads of their columns: a row alone does not tell what its figures are."""

import re
from collections.abc import Callable, Sequence

from index.types import Article
from qa.compose import Sentences
from qa.types import Evidence

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")


def with_heads(
    sentences: Sentences, evidence: Sequence[Evidence], article: Callable[[str], Article | None]
) -> tuple[Sentences, list[Evidence]]:
    """Put the rows among an answer's sentences into words; the heads of their columns join the evidence, and are cited too."""
    told, known = [], list(evidence)
    for text, support in sentences:
        row = known[support[0]] if len(support) == 1 and is_row(text) else None
        home = article(row.article_id) if row and row.text == text else None
        heads = heads_over(row, home.text) if row and home else None
        if heads and heads not in known:
            known.append(heads)
        cited = [*support, known.index(heads)] if heads else support
        told.append((in_words(text, heads.text if heads else "") if row else text, cited))
    return told, known


def is_row(text: str) -> bool:
    """Tell whether a line is a row of a table, as Markdown writes it."""
    return text.lstrip().startswith("|") and text.count("|") >= 2


def heads_over(item: Evidence, article: str) -> Evidence | None:
    """Return the row with the heads of the columns over a row, from the text of its article; None when it has none."""
    rows = []
    end = item.start
    while end > 0:
        start = article.rfind("\n", 0, end - 1) + 1
        line = article[start:end].rstrip("\n")
        if not is_row(line):
            break
        rows.append((start, line))
        end = start
    if len(rows) < 2 or not _RULE.fullmatch(rows[-2][1].strip()):
        return None
    start, line = rows[-1]
    return Evidence(line, item.article_id, item.title, item.source, start, start + len(line), item.passage, item.score)


def in_words(row: str, heads: str = "") -> str:
    """Write a row as words.

    "| Adult | £5 | £7 |" under "| | Summer | Winter |" -> "Adult: Summer £5; Winter £7"
    """
    first, *cells = _cells(row)
    above = _cells(heads)[1:] if heads else []
    named = [f"{head} {cell}".strip() for head, cell in zip([*above, *[""] * len(cells)], cells, strict=False) if cell]
    return f"{first}: {'; '.join(named)}" if first and named else first or "; ".join(named)


def _cells(row: str) -> Sequence[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]

"""How an answer is shown: its paragraphs and lists, and its sources.

And whether it is its quotes already.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

_DASH = "- "  # begins a line of a list
_BETWEEN = re.compile(rf"\s*(?:\[\d+\])+\s*|\n(?={_DASH})")  # the statements of an answer


def blocks(answer: str) -> list[str | list[str]]:
    """Return an answer as paragraphs and lists of lines, in their order."""
    lines = groupby(answer.split("\n"), lambda line: line.startswith(_DASH))
    return [
        [line.removeprefix(_DASH) for line in run] if listed else "\n".join(run)
        for listed, run in lines
    ]


def says_quotes(answer: str, citations: Sequence[dict[str, object]]) -> bool:
    """Tell whether all quotes of an answer are statements of it, word for word.

    Then they need not be read again below it. What is `gone` from its article is shown all the
    same: nothing leads to it any more.
    """
    said = {_plain(statement) for statement in _BETWEEN.split(answer)}
    return all("gone" not in c and _plain(str(c["quote"])) in said for c in citations)


def by_article(citations: Sequence[dict[str, object]]) -> list[list[dict[str, object]]]:
    """Return citations together that are from the same article, in their order."""
    found: dict[object, list[dict[str, object]]] = {}
    for citation in citations:
        found.setdefault(citation["article_id"], []).append(citation)
    return list(found.values())


def place_of(citations: Sequence[dict[str, object]], t: Callable[..., str]) -> str:
    """Say where quotes of one article stand: its source, and their pages where it has any."""
    source = str(citations[0]["source"])
    pages = sorted({int(str(c["page"])) for c in citations if c.get("page")})
    if not pages:
        return source
    key = "on_page" if len(pages) == 1 else "on_pages"
    return t(key, source=source, pages=", ".join(map(str, pages)))


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip(_DASH)

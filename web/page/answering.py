"""How an answer is shown: its paragraphs and lists, and whether it is its quotes already."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

_YES, _DATED = ("draft", "superseded"), ("valid_from", "valid_until")
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


def source_line(citation: Mapping[str, object], t: Callable[..., str]) -> str:
    """Return the source of a citation, with what its article tells of its validity."""
    told = {name: citation.get(name) for name in (*_YES, *_DATED)}
    parts = [citation["source"], citation.get("version")]
    parts += [t(name) for name in _YES if told[name]]
    parts += [t(name, date=told[name]) for name in _DATED if told[name]]
    return ", ".join(str(part) for part in parts if part)


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip(_DASH)

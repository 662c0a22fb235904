"""Find the title of an article in its text."""

import re

from index.cleaning.boilerplate import silent_lines
from index.sentences import sentence_spans

_LENGTH = 120
_HEAD = 200  # lines in which a title stands
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def title_of(text: str, links: frozenset[str] = frozenset()) -> str:
    """Find the title: a Markdown heading, a headline above the text, or the first words.

    A menu above it is none; `links` are the lines that are links by their markup.
    """
    first = _first_line(text, links).strip().lstrip("#").strip()
    if len(first) > _LENGTH or first.endswith((".", "。")):
        start, end = sentence_spans(first)[0]
        first = first[start:end]
    return shortened(first)


def shortened(title: str) -> str:
    """Return a title in one line, cut between words when it is too long to show."""
    title = " ".join(title.split())
    return title if len(title) <= _LENGTH else title[:_LENGTH].rsplit(" ", 1)[0] + " …"


def _first_line(text: str, links: frozenset[str]) -> str:
    """Return the first line that says something, else the first with a letter or figure."""
    lines = _FRONT_MATTER.sub("", text).split("\n")[:_HEAD]
    silent = silent_lines("\n".join(lines), links)
    named = [i for i, line in enumerate(lines) if any(map(str.isalnum, line))]
    telling = (lines[i] for i in named if i not in silent or lines[i].startswith("#"))
    return next(telling, lines[named[0]] if named else text.strip()[:_LENGTH])

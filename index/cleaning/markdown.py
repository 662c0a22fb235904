"""What of a line is Markdown: links, items of lists, code."""

import re
from collections.abc import Iterator, Sequence

LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+\"[^\"]*\")?\s*\)"
)
MARKED = re.compile(r"^(?:[-*+•>#|]|\d+[.)]\s)")
_MARK_OF_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_LINK_FIRST = re.compile(r"[\s|•·/›»>←→↑*+,![-]")
_BETWEEN_LINKS = re.compile(r"[\s|•·/›»>←→↑*+,-]*")


def link_texts(line: str) -> list[str]:
    """Return the texts of the links in a line."""
    return [found.group(1) for found in LINK.finditer(line)]


def link_text(line: str) -> str | None:
    """Return the text of a line that is nothing but links, else None."""
    bare = _MARK_OF_ITEM.sub("", line)
    if not _LINK_FIRST.match(bare):
        return None
    texts = link_texts(line)
    return " ".join(texts) if texts and _BETWEEN_LINKS.fullmatch(LINK.sub("", bare)) else None


def outside_code(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are no code.

    Code is fenced, or indented under an empty line.
    """
    fence, indented = "", False
    for i, line in enumerate(lines):
        text = line.strip()
        follows = indented or not i or not lines[i - 1].strip()
        indented = line.startswith(("    ", "\t")) and follows
        mark = text[:3] if text.startswith(("```", "~~~")) else ""
        if mark and fence in ("", mark):
            fence = "" if fence else mark
        elif not fence and not (indented and text):
            yield i

"""The outline of an article."""

import re

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.M)


def outline(text: str) -> list[dict[str, object]]:
    """Return the Markdown headings of a text with their depth and place."""
    return [
        {
            "depth": len(match[1]),
            "text": match[2].strip(" #"),
            "start": match.start(2),
            "end": match.end(2),
        }
        for match in _HEADING.finditer(text)
    ]

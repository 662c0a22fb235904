"""Find the Markdown links of an article that only lead to other pages."""

import re
from collections.abc import Iterator, Sequence

from index.cleaning.furniture import has_figure, is_offer, leads_on, says_nothing
from index.cleaning.markdown import link_text, link_texts

LINK = "link: by its markup nothing but a way to other pages"
LINKS_UNDER = "related links: a list of links under a heading that says nothing"

_LED = re.compile(r"^[*_\s]*(\w[\w ]{2,20}?)\s*[:→»][*_\s]*(\[.*)$")
_SHORT = 200  # letters of a heading


def dead_links(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find lines that are links and say nothing, and lists of links under a mere offer of pages."""
    heading: int | None = None
    for i in left:
        text = link_text(texts[i]) if "](" in texts[i] else None
        if text is None:
            heading = i if len(texts[i]) < _SHORT and is_offer(texts[i]) else None
            if "](" in texts[i] and leads_on_by_link(texts[i]):
                yield i, LINK
        elif (says_nothing(text) or _is_menu(texts[i])) and _among_links(texts, i):
            yield i, LINK
        elif heading is not None and not has_figure(text):
            yield from ((i, LINKS_UNDER), (heading, LINKS_UNDER))


def leads_on_by_link(line: str) -> bool:
    """Tell a line such as "Read more: [Fog closes the pass](fog.md)" without a figure."""
    found = _LED.match(line)
    text = link_text(found[2]) if found and leads_on(found[1]) else None
    return text is not None and not has_figure(text)


def _among_links(texts: Sequence[str], i: int) -> bool:
    """Tell whether a paragraph holds only links and what says nothing.

    Among other lines, or in a listing, a link is text.
    """
    first, last = i, i
    while first and texts[first - 1]:
        first -= 1
    while last + 1 < len(texts) and texts[last + 1]:
        last += 1
    near = (text for text in texts[first : last + 1] if not text.startswith("#"))
    return all(link_text(text) is not None or says_nothing(text) for text in near)


def _is_menu(line: str) -> bool:
    cells = link_texts(line)
    return len(cells) >= 3 and not has_figure(" ".join(cells)) and any(map(says_nothing, cells))

"""What pages say around an article: to go on reading, to share, what else there is."""

import re
from pathlib import Path

IMAGE = "Image"  # before the words that stand for a picture
SHARING = frozenset({"share", "email", "print"})
FULL_THING = re.compile(
    r"(?:read|view|see) (?:the|our) full "
    r"(?:minutes|report|interview|transcript|statement|judge?ment|review|recipe|leaflet|guide|list|"
    r"press release) here"
)
_PAGES = "articles|stories|posts|news|pages|content|links|headlines|coverage|topics|videos"
OFFER = re.compile(
    r"(?:more|related|recommended|similar|latest|recent|popular|trending|other|top) "
    rf"(?:{_PAGES})(?: [^:]{{1,30}})?"
    r"|more (?:from|in|on) [^:]{1,30}"
    r"|most (?:read|viewed|popular|shared)(?: [^:]{1,30})?"
    r"|you (?:may|might) also [^:]{3,20}"
)


def _listed(written: str) -> frozenset[str]:
    """Return the entries of a list: phrases between bars and line ends, or single words."""
    entries = re.split(r"[|\n]" if "|" in written else r"\s", written)
    return frozenset(filter(None, map(str.strip, entries)))


_WRITTEN = Path(__file__).with_suffix(".txt").read_text("utf-8")
_SECTION = re.compile(r"^\[(\w+)\]\n(.+?)(?:\n\n|\Z)", re.M | re.S)
LISTS = {
    name: _listed(written) for name, written in _SECTION.findall(_WRITTEN)
}  # by the heads in pages.txt

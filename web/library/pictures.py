"""A page of an article as its file shows it."""

import hashlib
from itertools import pairwise
from pathlib import Path

from index.problems import Problem
from index.reading.pdf.picture import Drawn, page_picture
from index.types import Article, WellspringError


def has_pictures(article: Article) -> bool:
    """Tell whether the pages of an article can be shown."""
    return bool(article.pages) and Path(article.source).suffix.lower() == ".pdf"


def check_page(article: Article, number: int) -> None:
    """Raise `WellspringError` where an article has no such page to show."""
    if not has_pictures(article):
        message = f"{article.source} is no PDF, so its pages cannot be shown. Read its text."
        raise WellspringError(Problem.UNKNOWN_PAGE, message)
    if number not in (known for _, known in article.pages):
        message = f"{article.source} has no page {number}. Its last one is {last_page(article)}."
        raise WellspringError(Problem.UNKNOWN_PAGE, message)


def last_page(article: Article) -> int:
    """Return how many pages an article has."""
    return max((number for _, number in article.pages), default=0)


def picture(path: Path | None, article: Article, number: int, start: int, end: int) -> Drawn:
    """Return a page of an article as a picture, what it has of a range of the text marked.

    Raises `WellspringError` where there is no file, or it is not the one that was read.
    """
    return page_picture(_original(path, article), number, on_page(article, number, start, end))


def on_page(article: Article, number: int, start: int, end: int) -> str:
    """Return what stands on a page of a range of an article's text."""
    stretches = pairwise([*article.pages, (len(article.text), 0)])
    return " ".join(
        article.text[max(start, first) : min(end, after)]
        for (first, page), (after, _) in stretches
        if page == number and first < end and start < after
    )


def _original(path: Path | None, article: Article) -> bytes:
    """Read the file that an article was read from."""
    try:
        raw = path.read_bytes() if path else b""
        if hashlib.sha256(raw).hexdigest() == article.sha256:
            return raw
    except OSError:  # it is told below
        pass
    raise WellspringError(
        Problem.CHANGED_FILE,
        f"The file {article.source} was changed or removed since it was read, so its pages "
        "cannot be shown. `wellspring index` reads it anew.",
    )

"""What every reader of a file format returns, and how it says that it cannot."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateutil import parser as dates

from index.cleaning.cleaning import Change
from index.types import Pages
from index.unread import Unread

_NAME = re.compile(r"[^\W\d_][^\d_@:/<>{}\[\]|]{1,80}")
_ROLES = frozenset("admin administrator author editor guest root unknown user webmaster".split())
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of an article before cleaning, with what the file says of it.

    `changes` lists what the reader left out, `links` the lines that are nothing but links by their
    markup, `pages` where in the text each page begins or goes on, in a format that has pages.
    `author` is whom the file names beside its text.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    changes: tuple[Change, ...] = ()
    links: frozenset[str] = frozenset()
    pages: Pages = ()
    author: str | None = None


class UnusableError(Exception):
    """Say why a file cannot be read."""

    def __init__(
        self, kind: Unread, detail: str = "", *, size: float = 0, gone: bool = False
    ) -> None:
        """Word the reason; `gone` says that the file is fine, but its text is no more."""
        self.reason = kind.said(detail, size=size)
        self.gone = gone
        super().__init__(self.reason)


@contextmanager
def readable(otherwise: Unread) -> Iterator[None]:
    """Raise `UnusableError` in place of whatever a library raises.

    It costs a file, never the build.
    """
    try:
        yield
    except UnusableError:
        raise
    except RecursionError as error:
        raise UnusableError(Unread.TOO_DEEP) from error
    except MemoryError as error:
        raise UnusableError(Unread.NEEDS_MEMORY) from error
    except Exception as error:  # libraries raise dozens of kinds over what is damaged
        raise UnusableError(otherwise, type(error).__name__) from error


def storable(extracted: Extracted) -> Extracted:
    """Put U+FFFD for halves of characters (lone surrogates), which JSON and PDF can hold.

    No database takes them. In the text the change is listed.
    """
    halves = _HALVES.findall(extracted.text)
    found = sorted({f"U+{ord(half):04X}" for half in halves})
    change = Change("encoding", f"{len(halves)} halves of characters: {', '.join(found)}", "\ufffd")
    return replace(
        extracted,
        text=whole(extracted.text),
        title=extracted.title and whole(extracted.title),
        published=extracted.published and whole(extracted.published),
        url=extracted.url and whole(extracted.url),
        author=extracted.author and whole(extracted.author),
        links=frozenset(map(whole, extracted.links)),
        changes=(change, *extracted.changes) if halves else extracted.changes,
    )


def whole(text: str) -> str:
    """Return a text with U+FFFD for each half of a character."""
    return _HALVES.sub("\ufffd", text)


def plain_line(value: object) -> str | None:
    """Return a title or address as one line, or None when there is none."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line[:500] or None


def names_of(told: Iterable[object]) -> str | None:
    """Return the names of people as one line, each once; None for an address or a role."""
    names = (plain_line(name) or "" for name in told)
    sure = (name for name in names if _NAME.fullmatch(name) and name.lower() not in _ROLES)
    return ", ".join(dict.fromkeys(sure)) or None


def iso_date(value: object) -> str | None:
    """Return a date as YYYY-MM-DD where it can be told, else as it is written.

    None when there is none.
    """
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    told = isinstance(value, (str, int)) and not isinstance(value, bool)
    written = plain_line(str(value)) if told else None
    if written is None or not re.search(r"\d{4}", written) or re.fullmatch(r"[\d ]+", written):
        return written
    try:
        first = dates.parse(written, default=datetime(2000, 1, 1))
        second = dates.parse(written, default=datetime(2000, 2, 2))
    except (ValueError, OverflowError):
        return written
    return first.date().isoformat() if first == second else written  # a month or day is not made up

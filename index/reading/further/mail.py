"""Read a mail (.eml): who wrote to whom, when and about what, and its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import MIMEPart
from typing import Any, cast

from index.cleaning.cleaning import Change
from index.reading.encoded.decoding import decode
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.reading.further.formats import Reader
from index.unread import Unread

_BODIES = ("text/plain", "text/html")
_STUB = 3  # times as many words has a page whose plain form only says that there is one
_DEEPEST = 100  # parts in each other
_BORDER = re.compile(
    rb"""\bboundary="?([^\s";]+)|^--(?:(\S+?)(?=--\s*$)--|(\S+))[ \t]*\r?$""", re.I | re.M
)
_HEADS = ("From", "To", "Cc", "Date", "Subject")


class _Lenient(policy.EmailPolicy):
    """Takes a head that Python's parser stumbles over as it is written."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return the value of a head."""
        try:
            return super().header_fetch_parse(name, value)
        except (LookupError, ValueError, AttributeError, TypeError, HeaderParseError):
            return " ".join(str(value).split())


_LENIENT = _Lenient()


def read_mail(raw: bytes, read_page: Reader) -> Extracted:
    """Read a mail, its plain text where it has one, else its page.

    Attachments are listed, a mail within it is read too. Raises `UnusableError` for no mail.
    """
    if _depth(raw) > _DEEPEST:
        raise UnusableError(Unread.TOO_DEEP)
    with readable(Unread.DAMAGED_FILE):
        mail = cast(MIMEPart, message_from_bytes(raw, policy=_LENIENT))
        if not any(mail[name] for name in _HEADS):
            raise UnusableError(Unread.DAMAGED_FILE, "it has no sender, subject or date")
        page = _read(mail, read_page)
        sent = getattr(mail["Date"], "datetime", None)
        title = plain_line(str(mail["Subject"] or ""))
        return replace(page, title=title, published=iso_date(sent), url=None)


def _depth(raw: bytes) -> int:
    """Return how many parts stand in each other; Python's parser comes to no end over 900."""
    within: list[bytes] = []
    deepest = 0
    for found in _BORDER.finditer(raw):
        told, ends, begins = found.groups()
        if told:
            within.append(told)
            deepest = max(deepest, len(within))
        elif (border := ends or begins) in within:
            del within[within.index(border) + (not ends) :]
    return deepest


def _read(mail: MIMEPart, read_page: Reader) -> Extracted:
    heads = [f"{name}: {value}" for name in _HEADS[:-1] if (value := _head(mail, name))]
    subject = _head(mail, "Subject")
    changes: list[Change] = []
    parts = list(_parts(mail, read_page, changes))
    texts = (f"# {subject}" if subject else "", "\n".join(heads), *(part.text for part in parts))
    return Extracted(
        "\n\n".join(text.strip("\n") for text in texts if text.strip()),
        changes=(*changes, *(change for part in parts for change in part.changes)),
        links=frozenset(line for part in parts for line in part.links),
    )


def _head(mail: MIMEPart, name: str) -> str:
    value = mail[name]
    return " ".join(str(value).split()) if value else ""


def _parts(mail: MIMEPart, read_page: Reader, changes: list[Change]) -> Iterator[Extracted]:
    """Yield the texts of a mail in order; what else is attached to it is listed."""
    kind = mail.get_content_type()
    if (
        mail.get_filename()
        and mail.get_content_disposition() != "inline"
        and kind != "message/rfc822"
    ):
        changes.append(_attached(mail))
    elif kind == "multipart/alternative":
        yield from _best(mail, read_page, changes)
    elif kind == "message/rfc822":
        yield from (_read(part, read_page) for part in _within(mail))
    elif mail.is_multipart():
        for part in _within(mail):
            yield from _parts(part, read_page, changes)
    elif kind == "text/html":
        yield from _of_page(mail, read_page, changes)
    elif mail.get_content_maintype() == "text":
        yield Extracted(_flowed(mail, _text(mail)))
    else:
        changes.append(_attached(mail))


def _of_page(part: MIMEPart, read_page: Reader, changes: list[Change]) -> Iterator[Extracted]:
    """Yield the text of a page; one that cannot be read is listed, the other parts are read."""
    try:
        yield read_page(_page(_text(part)).encode("utf-8", "replace"))
    except UnusableError as error:
        told = part.get_filename() or part.get_content_type()
        changes.append(Change("unread page", told, error.reason))


def _attached(part: MIMEPart) -> Change:
    return Change(
        "attachment", f"{part.get_filename() or 'unnamed'} ({part.get_content_type()})", ""
    )


def _within(mail: MIMEPart) -> list[MIMEPart]:
    payload = mail.get_payload()
    return (
        [part for part in payload if isinstance(part, MIMEPart)]
        if isinstance(payload, list)
        else []
    )


def _best(mail: MIMEPart, read_page: Reader, changes: list[Change]) -> list[Extracted]:
    """Return the plain text of several forms of a text, else the last, which is the richest.

    A plain text with few of the words of the page only says that there is one. What is in the other
    form alone, and forms that are no text to read (invitations), are listed.
    """
    forms = [form for form in _within(mail) if _is_body(form)] or _within(mail)[-1:]
    changes += [_attached(form) for form in _within(mail) if form not in forms]
    read = [(form, list(_parts(form, read_page, changes))) for form in forms]
    told = [(form, parts) for form, parts in read if _words(parts)]
    plain = next((parts for form, parts in told if form.get_content_type() == "text/plain"), [])
    rich: list[Extracted] = next((parts for _, parts in reversed(told) if parts is not plain), [])
    best, other = plain, rich
    if _STUB * len(_words(plain)) < len(_words(rich)):
        best, other = rich, plain
    if not set(_words(other)) <= set(_words(best)):
        left = "\n\n".join(part.text.strip() for part in other)
        changes.append(Change("another form of the text", left, ""))
    return best


def _is_body(form: MIMEPart) -> bool:
    return form.get_content_type() in _BODIES or form.get_content_maintype() == "multipart"


def _words(parts: Sequence[Extracted]) -> list[str]:
    return [word for part in parts for word in re.findall(r"\w+", part.text)]


def _text(part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset() or ""
    return decode(raw, charset).text if isinstance(raw, bytes) else ""


def _page(text: str) -> str:
    """Return a page; mails may hold its body alone."""
    return text if re.search(r"<html\b", text, re.I) else f"<html><body>{text}</body></html>"


def _flowed(mail: MIMEPart, text: str) -> str:
    """Join the lines of a paragraph that a mail program has wrapped (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    if str(mail.get_param("format")).lower() != "flowed":
        return text
    joined = re.sub(r"(?<=[^\n>])(?<!\n--)(?<!\A--) \n(?![>\s]|-- )", " ", text)
    return re.sub(r"(?m)^ (?=\S)", "", joined)

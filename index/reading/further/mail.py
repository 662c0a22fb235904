"""Read a mail (.eml): who wrote to whom, when and about what, and its text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from index.cleaning.cleaning import Change
from index.reading.encodings import decode
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.reading.further.formats import Reader
from index.unread import Unread

_HEADS = ("From", "To", "Cc", "Date", "Subject")


def read_mail(raw: bytes, read_page: Reader) -> Extracted:
    """Read a mail, its plain text where it has one, else its page.

    Attachments are listed, a mail within it is read too. Raises `UnusableError` for no mail.
    """
    with readable(Unread.DAMAGED_FILE):
        mail = message_from_bytes(raw, policy=policy.default)
        if not any(mail[name] for name in _HEADS):
            raise UnusableError(Unread.DAMAGED_FILE, "it has no sender, subject or date")
        page = _read(mail, read_page)
        sent = mail["Date"].datetime if mail["Date"] else None
        title = plain_line(str(mail["Subject"] or ""))
        return replace(page, title=title, published=iso_date(sent), url=None)


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
        changes.append(Change("attachment", f"{mail.get_filename()} ({kind})", ""))
    elif kind == "multipart/alternative":
        yield from _parts(_best(mail), read_page, changes)
    elif kind == "message/rfc822":
        yield from (_read(part, read_page) for part in _within(mail))
    elif mail.is_multipart():
        for part in _within(mail):
            yield from _parts(part, read_page, changes)
    elif kind == "text/html":
        yield read_page(_text(mail).encode("utf-8", "replace"))
    elif mail.get_content_maintype() == "text":
        yield Extracted(_flowed(mail, _text(mail)))
    else:
        changes.append(Change("attachment", f"{mail.get_filename() or 'unnamed'} ({kind})", ""))


def _within(mail: MIMEPart) -> list[MIMEPart]:
    payload = mail.get_payload()
    return (
        [part for part in payload if isinstance(part, MIMEPart)]
        if isinstance(payload, list)
        else []
    )


def _best(mail: MIMEPart) -> MIMEPart:
    """Return the plain text of several forms of a text, else the last, which is the richest."""
    forms = _within(mail)
    plain = [
        form for form in forms if form.get_content_type() == "text/plain" and _text(form).strip()
    ]
    return plain[0] if plain else forms[-1] if forms else EmailMessage()


def _text(part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset() or ""
    return decode(raw, charset).text if isinstance(raw, bytes) else ""


def _flowed(mail: MIMEPart, text: str) -> str:
    """Join the lines of a paragraph that a mail program has wrapped (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    if mail.get_param("format") != "flowed":
        return text
    joined = re.sub(r"(?<=[^\n>]) \n(?![>\s]|-- )", " ", text)
    return re.sub(r"(?m)^ (?=\S)", "", joined)

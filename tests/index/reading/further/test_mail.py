"""Mails, made with the standard library."""

from email.message import EmailMessage

import pytest

from index.reading.extracted import Extracted, UnusableError
from index.reading.formats import reader_of


def read(mail: EmailMessage) -> Extracted:
    return reader_of(".eml")(mail.as_bytes())


def written(
    text: str = "Die Brücke ist ab 10:30 offen.\n", subtype: str = "plain", charset: str = "utf-8"
) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Öffnung der Brücke"
    mail["From"] = "Ann <a@x.example>"
    mail["To"] = "Bob <b@x.example>"
    mail["Date"] = "Mon, 03 May 2021 10:00:00 +0200"
    mail.set_content(text, subtype=subtype, charset=charset)
    return mail


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp437"])
def test_heads_and_text_are_read_in_the_charset_of_the_mail(charset: str) -> None:
    page = read(written(charset=charset))
    assert (page.title, page.published) == ("Öffnung der Brücke", "2021-05-03")
    assert page.text.split("\n\n") == [
        "# Öffnung der Brücke",
        "From: Ann <a@x.example>\nTo: Bob <b@x.example>\nDate: Mon, 03 May 2021 10:00:00 +0200",
        "Die Brücke ist ab 10:30 offen.",
    ]


def test_plain_text_is_read_before_its_page_and_attachments_are_listed() -> None:
    mail = written()
    mail.add_alternative("<p>other words</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    page = read(mail)
    assert "other words" not in page.text
    assert [(change.rule, change.before) for change in page.changes] == [
        ("another form of the text", "other words"),
        ("attachment", "plan.pdf (application/pdf)"),
    ]


def test_a_mail_that_is_only_a_page_is_read_as_one() -> None:
    page = read(
        written("<h1>Fair</h1><p>It opens at 9:00 on the first day of May.</p>", subtype="html")
    )
    assert page.text.endswith("# Fair\n\nIt opens at 9:00 on the first day of May.")


def test_a_mail_within_a_mail_is_read_with_its_sender() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Fwd"
    mail.set_content("See below.\n")
    mail.add_attachment(written())
    text = read(mail).text
    assert text.index("See below.") < text.index("From: Ann") < text.index("10:30")


def test_flowed_lines_are_joined() -> None:
    mail = written("The bridge is \nopen.\n")
    mail.set_param("format", "flowed")
    assert read(mail).text.endswith("The bridge is open.")


def test_what_is_no_mail_is_told() -> None:
    with pytest.raises(UnusableError, match="no sender"):
        reader_of(".eml")(b"Just words.\n")


HEADS = "From: a@x.example\nSubject: Bridge\nMIME-Version: 1.0\n"


def of_forms(kind: str, *forms: tuple[str, str]) -> Extracted:
    parts = "".join(f"--B\nContent-Type: {kind}\n\n{text}\n" for kind, text in forms)
    heads = f"{HEADS}Content-Type: multipart/{kind}; boundary=B\n\n"
    return reader_of(".eml")(f"{heads}{parts}--B--\n".encode())


def test_an_invitation_is_not_the_text() -> None:
    page = of_forms(
        "alternative",
        ("text/html", "<p>The bridge opens on 5 May.</p>"),
        ("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR"),
    )
    assert page.text.endswith("The bridge opens on 5 May.")
    assert [change.before for change in page.changes] == ["unnamed (text/calendar)"]


def test_a_plain_text_that_only_says_that_there_is_a_page_is_not_the_text() -> None:
    said = "The bridge opens on 5 May. " * 8
    page = of_forms(
        "alternative",
        ("text/plain", "Your program shows no HTML."),
        ("text/html", f"<html><body><p>{said}</p></body></html>"),
    )
    assert "opens on 5 May" in page.text
    assert [change.before for change in page.changes] == ["Your program shows no HTML."]


def test_a_part_that_cannot_be_read_leaves_the_others() -> None:
    deep = f"{'<div>' * 3000}x{'</div>' * 3000}"
    page = of_forms("mixed", ("text/plain", "It opens at 9:00."), ("text/html", deep))
    assert page.text.endswith("It opens at 9:00.")
    assert [(change.rule, change.before) for change in page.changes] == [
        ("unread page", "text/html")
    ]
    assert of_forms("mixed", ("text/plain", "Hello."), ("text/html", "<!-- x -->")).text.endswith(
        "Hello."
    )


def test_an_address_that_is_cut_off_is_read_as_it_is_written() -> None:
    page = reader_of(".eml")(b'Subject: ok\nCc: "a" <\n\nIt opens at 9:00.\n')
    assert page.text == '# ok\n\nCc: "a" <\n\nIt opens at 9:00.'


def test_a_charset_that_is_none_is_guessed() -> None:
    heads = f'{HEADS}Content-Type: text/plain; charset="undefined"\n\n'
    assert reader_of(".eml")(heads.encode() + b"caf\xe9\n").text.endswith("café")


def test_the_line_above_a_signature_is_joined_to_nothing() -> None:
    heads = f"{HEADS}Content-Type: text/plain; format=flowed\n\n"
    text = "The bridge is \nopen.\n-- \nJohn\n"
    page = reader_of(".eml")((heads + text).encode())
    assert page.text.endswith("The bridge is open.\n-- \nJohn")


@pytest.mark.parametrize("depth", [50, 900])
def test_parts_in_parts_without_end_are_told(depth: int) -> None:
    borders = [f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)]
    raw = f"Subject: x\n{''.join(borders)}\nThe mill has 3 floors.\n".encode()
    if depth == 50:
        assert "The mill has 3 floors." in reader_of(".eml")(raw).text
    else:
        with pytest.raises(UnusableError, match="too deeply"):
            reader_of(".eml")(raw)


def test_many_parts_beside_each_other_are_not_deep() -> None:
    part = "--a\nContent-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n\nMill {0}.\n--b{0}--\n"
    parts = "".join(part.format(n) for n in range(300))
    raw = f"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n{parts}--a--\n".encode()
    text = reader_of(".eml")(raw).text
    assert all(f"Mill {n}." in text for n in (0, 299))

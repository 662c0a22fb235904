"""Books, made of their parts."""

import io
import zipfile

import pytest

from index.reading.extracted import UnusableError
from index.reading.formats import reader_of

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>The Mill</dc:title><dc:date>2020-01-02</dc:date></metadata><manifest>"
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="a" href="one%201.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="c" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="c"/>'
    "</spine></package>"
)
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{}</h1><p>{}</p></body></html>'


def book(**more: str) -> bytes:
    parts = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/c.opf": PACKAGE,
        "OEBPS/nav.xhtml": PAGE.format("Contents", "One, two"),
        "OEBPS/one 1.xhtml": PAGE.format("Two", "The mill has 3 floors."),
        "OEBPS/two.xhtml": PAGE.format("One", "Größe: it was built in 1874."),
        **{name.replace("__", "/"): text for name, text in more.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return file.getvalue()


def test_the_pages_come_in_the_order_of_the_spine() -> None:
    page = reader_of(".epub")(book())
    assert (page.title, page.published) == ("The Mill", "2020-01-02")
    assert page.text == ("# One\n\nGröße: it was built in 1874.\n\n# Two\n\nThe mill has 3 floors.")
    assert [(change.rule, change.before) for change in page.changes] == [
        ("table of contents", "OEBPS/nav.xhtml"),
        ("missing page", "OEBPS/gone.xhtml"),
    ]


def test_a_locked_book_is_told() -> None:
    locked = {"META-INF__encryption.xml": '<e><EncryptionMethod Algorithm="aes"/></e>'}
    with pytest.raises(UnusableError, match="password"):
        reader_of(".epub")(book(**locked))


def test_a_damaged_book_is_told() -> None:
    with pytest.raises(UnusableError, match="is damaged"):
        reader_of(".epub")(b"PK rubbish")


def test_a_page_that_cannot_be_read_leaves_the_others() -> None:
    deep = f"<html><body>{'<div>' * 3000}x{'</div>' * 3000}</body></html>"
    for harmed in ("<!-- nothing -->", deep):
        page = reader_of(".epub")(book(**{"OEBPS/two.xhtml": harmed}))
        assert page.text == "# Two\n\nThe mill has 3 floors."
        assert ("unread page", "OEBPS/two.xhtml") in [(it.rule, it.before) for it in page.changes]


def test_a_page_that_is_named_twice_is_read_once() -> None:
    spine = PACKAGE.replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 200)
    page = reader_of(".epub")(book(**{"OEBPS/c.opf": spine}))
    assert page.text.count("3 floors") == 1


def test_the_style_sheets_of_a_book_tell_what_is_struck_and_raised() -> None:
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        '<link rel="stylesheet" href="../a/look.css"/></head><body><p>It has 5 m'
        '<span class="up">2</span> for <span class="gone">nine</span>ten men.</p></body></html>'
    )
    look = (
        ".up { font-size: 0.8em; position: relative; top: -0.33em }"
        ".gone { text-decoration: line-through }"
    )
    read = reader_of(".epub")(book(**{"OEBPS__two.xhtml": page, "a__look.css": look}))
    assert read.text.startswith("It has 5 m² for ten men.")
    assert "nine" in [change.before for change in read.changes]


def test_the_authors_are_those_who_wrote_it() -> None:
    named = (
        '<dc:creator id="one">Ann Reed</dc:creator><dc:creator id="two">Bo Lin</dc:creator>'
        '<meta refines="#two" property="role">ill</meta></metadata>'
    )
    package = PACKAGE.replace("</metadata>", named)
    assert reader_of(".epub")(book()).author is None
    file = {"OEBPS__c.opf": package}
    assert reader_of(".epub")(book(**file)).author == "Ann Reed"


def test_a_page_that_unpacks_to_more_than_can_be_parsed_is_told() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("page.xhtml", b" " * 210_000_000)
    with pytest.raises(UnusableError, match="unpacks to more than 200 MB"):
        reader_of(".epub")(file.getvalue())

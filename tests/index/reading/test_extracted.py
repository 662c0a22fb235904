"""What every reader returns, and what keeps it storable: `extracted`, `html_tree`."""

import pytest

from index.reading.extracted import (
    Extracted,
    UnusableError,
    iso_date,
    plain_line,
    readable,
    storable,
    whole,
)
from index.reading.web.html_tree import about_page, parse_page
from index.unread import Unread


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("  The\n bridge\t ", "The bridge"),
        ("", None),
        (" \n", None),
        (None, None),
        (7, None),
        ("x" * 600, "x" * 500),
    ],
)
def test_a_title_or_address_is_one_line_of_bounded_length(value: object, line: str | None) -> None:
    assert plain_line(value) == line


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("3 May 2021", "2021-05-03"),
        ("2021/05/03", "2021-05-03"),
        ("Mon, 03 May 2021 10:00:00 +0200", "2021-05-03"),
        ("2021-13-45", "2021-13-45"),
        ("99999-01-01", "99999-01-01"),
        ("20210503", "20210503"),
        ("spring 2021", "spring 2021"),
        (True, None),
        ({"year": 2021}, None),
    ],
)
def test_only_a_date_that_is_sure_is_written_anew(written: object, date: str | None) -> None:
    assert iso_date(written) == date


def test_halves_of_characters_are_replaced_in_every_part_and_listed_of_the_text_alone() -> None:
    half = "a\ud800b"
    found = storable(Extracted(half, half, half, half, (), frozenset({half})))
    assert (found.text, found.title, found.published, found.url) == ("a\ufffdb",) * 4
    assert found.links == {"a\ufffdb"}
    assert [change.before for change in found.changes] == ["1 halves of characters: U+D800"]
    assert storable(Extracted("text", half)).changes == ()
    assert whole("👩") == "👩"


def test_an_unusable_file_says_why_with_its_detail() -> None:
    error = UnusableError(Unread.PACKED_TOO_LARGE, "Word", size=500, gone=True)
    assert (
        error.reason == str(error) == "unpacks to more than 500 MB; split it into articles (Word)"
    )
    assert error.gone


def test_what_ends_the_program_is_no_fault_of_a_file() -> None:
    with pytest.raises(KeyboardInterrupt), readable(Unread.UNREADABLE):
        raise KeyboardInterrupt


@pytest.mark.parametrize("raw", [b"", b"  ", b"<!-- -->"])
def test_nothing_is_no_web_page(raw: bytes) -> None:
    with pytest.raises(UnusableError, match="not a web page"):
        parse_page(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"<p>One.<p>Two.",
        b"<html><body><p>One.</b></i></div><p>Two.",
        "<html><head><meta charset=gb2312></head><body>中文 One. Two.</body></html>".encode(
            "gb2312"
        ),
        b"<HTML><BODY>One. <BR> Two.</BODY>",
    ],
)
def test_a_page_with_faults_is_parsed_to_its_end(raw: bytes) -> None:
    text = parse_page(raw).text_content()
    assert text.index("One.") < text.index("Two.")


def test_what_a_page_says_of_itself_changes_nothing_of_it() -> None:
    head, body = (
        "<head><title>The mill</title></head>",
        "<body><script>x</script><p>Old.</p></body>",
    )
    page = parse_page(f"<html>{head}{body}</html>".encode())
    before = page.text_content()
    about = about_page(page)
    assert about is not None
    assert about.title == "The mill"
    assert page.text_content() == before

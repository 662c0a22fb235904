"""Files nested deeply: read to their end, or told as too deep."""

from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from index.reading.readers import ReadArticle, Skipped
from index.reading.web.html_format import read_html

if TYPE_CHECKING:
    from tests.index.conftest import Folder
    from tests.index.reading.conftest import Read, Repacked


def deep(elements: str, depth: int, inside: str) -> bytes:
    body = f"<p>The first words say 17.</p>{elements * depth}{inside}"
    return f"<html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "elements",
    [
        "<div>",
        "<blockquote>",
        "<ul><li>",
        "<table><tr><td>",
        "<span>",
        "<b>",
        "<section><p>Of 5.</p>",
        "<nav>",
        "<q><div>",
    ],
)
def test_a_page_nested_400_deep_is_read_to_its_end(elements: str) -> None:
    read = read_html(deep(elements, 400 // elements.count("<"), "<p>The deepest words say 42.</p>"))
    everything = read.text + "".join(change.before for change in read.changes)
    assert everything.index("17") < everything.index("42")


def test_a_page_that_is_all_one_deep_nest_stays_an_article(folder: "Folder") -> None:
    folder.write("page.html", b"<html><body><p>The owls of Marrow numbered 77.</p></body></html>")
    folder.build()
    folder.write(
        "page.html",
        b"<html><body>" + b"<div>" * 400 + b"<p>The owls of Marrow numbered 78.</p></body></html>",
    )
    assert folder.build().skipped == ()
    assert "78" in folder.first("owls of Marrow")


@pytest.mark.parametrize("depth", [5_000, 100_000])
def test_a_page_too_deep_to_be_read_is_told_and_keeps_its_article(
    folder: "Folder", depth: int
) -> None:
    folder.write("page.html", b"<html><body><p>The owls of Marrow numbered 77.</p></body></html>")
    folder.build()
    folder.write("page.html", deep("<div>", depth, "<p>The owls of Marrow numbered 78.</p>"))
    (skipped,) = folder.build().skipped
    assert skipped.source == "articles/page.html"
    assert skipped.reason == "is nested too deeply to be read"
    assert "77" in folder.first("owls of Marrow")


@pytest.mark.parametrize("depth", [20, 400, 5_000])
def test_tables_in_tables_of_a_word_file_are_read_or_told(
    folder: "Folder", tmp_path: Path, depth: int, repacked: "Repacked"
) -> None:
    document = docx.Document()
    document.add_paragraph("The owls of Marrow numbered 77.")
    document.save(str(folder.articles / "owl.docx"))
    folder.build()
    document.save(str(tmp_path / "deep.docx"))
    nest = (
        "<w:tbl><w:tr><w:tc>" * depth
        + "<w:p><w:r><w:t>The deepest words say 42.</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>" * depth
    )
    raw = repacked(
        (tmp_path / "deep.docx").read_bytes(),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:sectPr", nest.encode() + b"<w:sectPr", 1),
    )
    folder.write("owl.docx", raw)
    report = folder.build()
    if depth == 20:
        assert "42" in folder.first("deepest words")
    else:
        assert [one.reason for one in report.skipped] == ["is a damaged Word file (XMLSyntaxError)"]
        assert "77" in folder.first("owls of Marrow")


@pytest.mark.parametrize(
    "text",
    [
        "> " * 100_000 + "owl 77",
        "[" * 50_000 + "owl 77" + "]" * 50_000,
        "\n".join(" " * n + "- owl 77" for n in range(1_000)),
    ],
)
def test_deeply_nested_markdown_is_read(tmp_path: Path, text: str, read: "Read") -> None:
    (tmp_path / "a.md").write_text(text)
    (article,) = read(tmp_path / "a.md")
    assert isinstance(article, ReadArticle)
    assert "owl 77" in article.text


def test_a_deep_line_of_a_jsonl_file_costs_only_itself(tmp_path: Path, read: "Read") -> None:
    nest = '{"text": "Deep.", "more": ' + "[" * 100_000 + "]" * 100_000 + "}"
    (tmp_path / "a.jsonl").write_text(f'{nest}\n{{"text": "The owls numbered 77."}}\n')
    first, second = read(tmp_path / "a.jsonl")
    assert isinstance(first, Skipped)
    assert first.reason == "is nested too deeply to be read"
    assert isinstance(second, ReadArticle)

"""Files that are broken, cut off, damaged, too deep: each is told with its reason, its last good version stays, no build ends."""

import io
import json
import os
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from index.reading.extracted import Extracted, UnusableError, readable
from index.reading.html_format import read_html
from index.reading.readers import RawArticle, ReadArticle, Skipped, raw_articles
from index.types import WellspringError

if TYPE_CHECKING:
    from tests.index.conftest import Folder

Written = Callable[[str, Sequence[str]], bytes]

PARAGRAPHS = [
    f"In {1800 + n} the town of Marrow had {n * 7} houses and {n * 3} wells." for n in range(1, 9)
]
VARIANTS = 35  # of each of six formats: 210 in all


def repacked(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word file with one of its parts changed, and packed as it should be."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return file.getvalue()


def harmed_file(suffix: str, raw: bytes) -> Iterator[bytes]:
    """Yield a file harmed in many ways; of a Word file, whose packing tells nearly all harm, mostly the parts inside."""
    if suffix != ".docx":
        yield from harmed(raw, VARIANTS, suffix)
        return
    yield from harmed(raw, 8, suffix)
    for name in ("[Content_Types].xml", "word/document.xml", "word/styles.xml"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = harmed(packed.read(name), (VARIANTS - 8) // 3, name)
        yield from (repacked(raw, name, lambda _, part=part: part) for part in parts)  # type: ignore[misc]


def harmed(raw: bytes, count: int, seed: str) -> Iterator[bytes]:
    """Yield a file cut off, with flipped bits, with a piece missing, with a piece of rubbish, over and over."""
    chance = random.Random(seed)
    for number in range(count):
        place = chance.randrange(len(raw))
        piece = chance.randrange(1, 200)
        flipped = bytearray(raw)
        for _ in range(chance.randrange(1, 20)):
            flipped[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        rubbish = raw[:place] + chance.randbytes(piece) + raw[place:]
        yield (raw[:place], bytes(flipped), raw[:place] + raw[place + piece :], rubbish)[number % 4]


def read(path: Path) -> list[ReadArticle | Skipped]:
    items = raw_articles(path, f"articles/{path.name}")
    return [item.read() if isinstance(item, RawArticle) else item for item in items]


def test_every_harmed_file_is_read_or_skipped_with_a_reason(
    suffix: str, written: Written, tmp_path: Path
) -> None:
    outcomes: Counter[str] = Counter()
    for raw in harmed_file(suffix, written(suffix, PARAGRAPHS)):
        (tmp_path / f"a{suffix}").write_bytes(raw)
        for found in read(tmp_path / f"a{suffix}"):
            outcomes[type(found).__name__] += 1
            assert isinstance(found, ReadArticle) or found.reason.strip()
    assert outcomes.total() >= VARIANTS
    assert set(outcomes) == {
        "ReadArticle",
        "Skipped",
    }  # the harm is neither nothing nor always the end of the file


def test_no_build_ends_over_200_harmed_files_and_no_article_goes(
    folder: "Folder", written: Written
) -> None:
    """Each file is first whole and then harmed: either it is read as it is now, or it is told and answers as it was."""
    formats = (".txt", ".md", ".html", ".pdf", ".docx", ".jsonl")
    names = []
    for suffix in formats:
        for number, raw in enumerate(harmed_file(suffix, written(suffix, PARAGRAPHS))):
            names.append(f"{suffix[1:]}-{number}{suffix}")
            folder.write(names[-1], raw)
    assert len(names) > 200
    report = folder.build()
    assert len(report.skipped) > 50
    assert report.articles > 2
    assert {"bridge.txt", "cheese.txt"} <= folder.stored().keys()


@pytest.mark.parametrize("harm", [b"", b"\x00" * 50])
def test_a_file_that_is_cut_off_later_keeps_its_last_good_version(
    folder: "Folder", suffix: str, written: Written, harm: bytes
) -> None:
    whole = written(
        suffix,
        [
            "The owls of Marrow numbered 77 in March, said the warden of the western wood to all who asked."
        ],
    )
    folder.write(f"owl{suffix}", whole)
    folder.build()
    folder.write(f"owl{suffix}", whole[: len(whole) * 4 // 5] + harm)
    report = folder.build()
    reads_what_is_left = suffix == ".html" or (suffix in (".txt", ".md") and not harm)
    assert len(report.skipped) == (0 if reads_what_is_left else 1)
    assert "77" in folder.first("owls of Marrow")


def deep(elements: str, depth: int, inside: str) -> bytes:
    return f"<html><body><p>The first words say 17.</p>{elements * depth}{inside}</body></html>".encode()


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
    assert (skipped.source, skipped.reason) == (
        "articles/page.html",
        "is nested too deeply to be read",
    )
    assert "77" in folder.first("owls of Marrow")


@pytest.mark.parametrize("depth", [20, 400, 5_000])
def test_tables_in_tables_of_a_word_file_are_read_or_told(
    folder: "Folder", tmp_path: Path, depth: int
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
def test_deeply_nested_markdown_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text)
    (article,) = read(tmp_path / "a.md")
    assert isinstance(article, ReadArticle)
    assert "owl 77" in article.text


def test_a_deep_line_of_a_jsonl_file_costs_only_itself(tmp_path: Path) -> None:
    nest = '{"text": "Deep.", "more": ' + "[" * 100_000 + "]" * 100_000 + "}"
    (tmp_path / "a.jsonl").write_text(f'{nest}\n{{"text": "The owls numbered 77."}}\n')
    first, second = read(tmp_path / "a.jsonl")
    assert isinstance(first, Skipped)
    assert first.reason == "is nested too deeply to be read"
    assert isinstance(second, ReadArticle)


@pytest.mark.parametrize("field", ["text", "title", "url", "date", "id"])
def test_half_a_character_anywhere_in_a_record_ends_no_build(folder: "Folder", field: str) -> None:
    record = {
        "text": "The owls of Marrow numbered 77.",
        field: "The owls of Marrow \ud800 numbered 77.",
    }
    folder.write("owl.jsonl", json.dumps(record))
    assert folder.build().skipped == ()
    assert "77" in folder.first("owls of Marrow")


def test_half_a_character_of_a_text_is_listed_as_changed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Owls \udfff\ud800 77."}))
    (article,) = read(tmp_path / "a.jsonl")
    assert isinstance(article, ReadArticle)
    assert [change.before for change in article.changes if change.rule == "encoding"] == [
        "2 halves of characters: U+D800, U+DFFF"
    ]


def test_files_with_names_that_are_not_utf_8_are_told_each_by_itself(folder: "Folder") -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        Path(os.fsdecode(os.fsencode(folder.articles) + b"/" + name)).write_text(
            "The café has 9 tables."
        )
    reason = "has a name that is not UTF-8; rename it"
    assert [(one.source, one.reason) for one in folder.build().skipped] == [
        ("articles/caf\\xe8.txt", reason),
        ("articles/caf\\xe9.txt", reason),
    ]


def test_a_folder_with_a_name_that_is_not_utf_8_is_told(folder: "Folder") -> None:
    folder.articles = folder.articles.rename(os.fsdecode(os.fsencode(folder.articles) + b"\xe9"))
    with pytest.raises(WellspringError, match=r"not UTF-8\. Rename it"):
        folder.build()


@pytest.mark.parametrize(
    "page",
    ["<html><head><title>Owls</title></head><body></body></html>", "<html><head><script>let x = 1"],
)
def test_a_page_that_has_lost_its_text_keeps_its_last_good_version(
    folder: "Folder", page: str
) -> None:
    folder.write("page.html", b"<html><body><p>The owls of Marrow numbered 77.</p></body></html>")
    folder.build()
    folder.write("page.html", page)
    report = folder.build()
    assert ([one.reason for one in report.skipped], report.removed) == (["holds no text"], ())
    assert "77" in folder.first("owls of Marrow")
    folder.write("page.html", "")
    assert folder.build().removed == (
        "articles/page.html",
    )  # emptied: that is what somebody wanted


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError(), "is nested too deeply to be read"),
        (MemoryError(), "needs more memory than there is; split it into articles"),
        (ValueError("x"), "is a damaged thing (ValueError)"),
        (AssertionError(), "is a damaged thing (AssertionError)"),
        (UnusableError("is known"), "is known"),
    ],
)
def test_whatever_a_library_raises_becomes_a_reason(error: Exception, reason: str) -> None:
    def extract(_: bytes) -> Extracted:
        with readable("is a damaged thing"):
            raise error

    assert RawArticle("a.txt", b"x", "", extract, emptied=True).read() == Skipped("a.txt", reason)


def test_an_error_that_no_reader_expects_costs_its_file_only() -> None:
    def extract(_: bytes) -> Extracted:
        raise LookupError

    assert RawArticle("a.txt", b"x", "", extract, emptied=True).read() == Skipped(
        "a.txt", "could not be read (LookupError)"
    )

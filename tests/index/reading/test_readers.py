import hashlib
import json
import re
from pathlib import Path

import pytest

from index.reading.extracted import iso_date
from index.reading.files import DEFAULTS, ReadOptions, list_folder, source_of
from index.reading.readers import (
    RawArticle,
    ReadArticle,
    Skipped,
    article_id,
    raw_articles,
    title_of,
)
from index.types import WellspringError


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A heading\n\nText.", "A heading"),
        ("A headline\n\nThe text is here.", "A headline"),
        ("---\ndate: 2020\n---\n# A heading\nText.", "A heading"),
        ("#\n\nhello", "hello"),
        ("Oslo is a town. It is old.", "Oslo is a town."),
        ("word " * 60, "word " * 23 + "word …"),
    ],
)
def test_the_title_is_the_headline_or_the_first_words(text: str, title: str) -> None:
    assert title_of(text) == title


def test_ids_are_safe_in_a_url_and_differ_by_folder() -> None:
    first, second = article_id("a/Ärger & more.txt"), article_id("b/Ärger & more.txt")
    assert first != second
    assert re.fullmatch(r"[a-z0-9-]+", first)


def test_files_are_found_below_the_folder_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", ".hidden.txt", ".git/x.txt", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    found = list_folder(tmp_path).files
    assert [source_of(path, tmp_path) for path in found] == [
        f"{tmp_path.name}/b.txt",
        f"{tmp_path.name}/sub/a.md",
    ]


@pytest.mark.parametrize("make", ["missing", "file", "empty"])
def test_a_bad_folder_gets_a_sentence_that_says_what_to_do(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "folder"
    if make == "file":
        folder.write_text("x")
    if make == "empty":
        folder.mkdir()
    with pytest.raises(WellspringError, match=r"folder.*(Give|Put)"):
        list_folder(folder)


def read(path: Path, options: ReadOptions = DEFAULTS) -> list[ReadArticle | Skipped]:
    items = raw_articles(path, f"folder/{path.name}", options)
    return [item.read() if isinstance(item, RawArticle) else item for item in items]


def read_one(path: Path, raw: bytes) -> ReadArticle:
    path.write_bytes(raw)
    (article,) = read(path)
    assert isinstance(article, ReadArticle)
    return article


def test_an_article_keeps_the_hash_of_its_file(tmp_path: Path) -> None:
    raw = b"A story. It has text."
    assert read_one(tmp_path / "a.txt", raw).sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n\t", "no text"),
        ("a.txt", b"\x00\x01PNG", "binary"),
        ("a.html", b"", "no text"),
        ("a.html", b"<html><script>x=1</script></html>", "no text"),
        ("a.pdf", b"%PDF-1.4 rubbish", "damaged PDF"),
        ("a.pdf", b"no pdf", "damaged PDF"),
        ("a.docx", b"PK rubbish", "damaged Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "encrypted or an old .doc"),
        ("a.jsonl", b"\n", "no text"),
        ("a.jsonl", b"{not json", "not JSON"),
        ("a.jsonl", b'["a"]', "not an object with a `text`"),
        ("a.jsonl", b"[" * 100_000, "nested too deeply"),
        ("a.jsonl", b'{"text": ""}', "no text"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_its_reason(
    tmp_path: Path, name: str, raw: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    (skipped,) = read(tmp_path / name)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_a_huge_file_is_skipped_and_says_which_setting_allows_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2000)
    (skipped,) = read(tmp_path / "a.txt", ReadOptions(max_bytes=1000))
    assert isinstance(skipped, Skipped)
    assert "larger than 0.001 MB" in skipped.reason
    assert "WELLSPRING_MAX_FILE_MB" in skipped.reason


def test_a_file_in_an_older_encoding_is_read_and_says_so(tmp_path: Path) -> None:
    article = read_one(tmp_path / "a.txt", "Café prices rose 5 €.".encode("cp1252"))
    assert article.text == "Café prices rose 5 €."
    assert [change.rule for change in article.changes] == ["encoding"]


def test_a_utf_16_file_is_read(tmp_path: Path) -> None:
    assert (
        read_one(tmp_path / "a.txt", "Prices rose 5 €.".encode("utf-16")).text == "Prices rose 5 €."
    )


def test_front_matter_gives_title_date_and_address_and_is_listed(tmp_path: Path) -> None:
    article = read_one(
        tmp_path / "a.md",
        b"---\ntitle: The bridge\ndate: 2021-05-03\nurl: https://x.example/b\n---\nIt is long.\n",
    )
    assert (article.title, article.published, article.url, article.text) == (
        "The bridge",
        "2021-05-03",
        "https://x.example/b",
        "It is long.",
    )
    assert [change.rule for change in article.changes] == ["front matter"]


def test_what_front_matter_says_beyond_that_is_text_and_settings_of_the_generator_are_not(
    tmp_path: Path,
) -> None:
    raw = b"---\ntitle: The bridge\nlayout: post\nauthor: Jane Moss\nhours:\n  mon: 9-5\ntags: [oak, ash]\n---\nIt is long.\n"
    assert (
        read_one(tmp_path / "a.md", raw).text
        == "It is long.\n\nauthor: Jane Moss\nhours mon: 9-5\ntags: oak, ash"
    )


def test_a_menu_above_the_headline_is_no_title() -> None:
    assert (
        title_of(
            "Home\nNews\nSport\nContact us\n\nSkip to content\nHome | News | Log in\n\nThe bridge\n\nIt is long."
        )
        == "The bridge"
    )
    assert title_of("- [Home](/)\n- [Wards](/w)\n\n# The bridge\n") == "The bridge"
    assert title_of("Contact us") == "Contact us"


@pytest.mark.parametrize("value", ["!!bool x", '!!int ""', "!!timestamp x", "[" * 2000])
def test_facts_that_cannot_be_read_are_left_in_the_text(tmp_path: Path, value: str) -> None:
    assert read_one(tmp_path / "a.md", f"---\na: {value}\n---\nText.\n".encode()).text.endswith(
        "Text."
    )


def test_a_ruled_line_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read_one(tmp_path / "a.md", b"---\nJust a line.\n---\nText.\n").text.startswith(
        "---\nJust a line."
    )


def test_a_jsonl_file_holds_an_article_a_line(tmp_path: Path) -> None:
    lines = [
        {
            "id": "b1",
            "title": "The bridge",
            "text": "It is 240 metres long.",
            "date": "3 May 2021",
            "url": "https://x.example/b",
        },
        {"text": "The cooperative makes cheese."},
        {"id": "b1", "text": "Again."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{\n")
    first, second, again, broken = read(tmp_path / "a.jsonl")
    assert isinstance(first, ReadArticle)
    assert (first.source, first.title, first.published, first.url) == (
        "folder/a.jsonl#b1",
        "The bridge",
        "2021-05-03",
        "https://x.example/b",
    )
    assert isinstance(second, ReadArticle)
    assert (second.source, second.title) == ("folder/a.jsonl#2", "The cooperative makes cheese.")
    assert isinstance(again, Skipped)
    assert "an earlier line" in again.reason
    assert isinstance(broken, Skipped)
    assert broken.source == "folder/a.jsonl#4"


def test_a_line_over_the_limit_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "' + "x" * 500 + '"}\n{"text": "Short."}\n')
    first, second = read(tmp_path / "a.jsonl", ReadOptions(max_bytes=100))
    assert isinstance(first, Skipped)
    assert isinstance(second, ReadArticle)
    assert second.source == "folder/a.jsonl#2"


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2021-05-03T10:00:00Z", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("May 2021", "May 2021"),
        ("2021", "2021"),
        ("soon", "soon"),
        (2021, "2021"),
        (None, None),
        ("", None),
        ([], None),
    ],
)
def test_a_date_is_never_made_up(given: object, date: str | None) -> None:
    assert iso_date(given) == date

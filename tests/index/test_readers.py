import hashlib
import re
from pathlib import Path

import pytest

from index.readers import ReadArticle, Skipped, article_id, list_files, read_article, source_of, title_of
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
    found = list_files(tmp_path)
    assert [source_of(path, tmp_path) for path in found] == [f"{tmp_path.name}/b.txt", f"{tmp_path.name}/sub/a.md"]


@pytest.mark.parametrize("make", ["missing", "file", "empty"])
def test_a_bad_folder_gets_a_sentence_that_says_what_to_do(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "folder"
    if make == "file":
        folder.write_text("x")
    if make == "empty":
        folder.mkdir()
    with pytest.raises(WellspringError, match=r"folder.*(Give|Put)"):
        list_files(folder)


def test_an_article_keeps_the_hash_of_its_file() -> None:
    raw = b"A story. It has text."
    article = read_article(raw, "folder/a.txt")
    assert isinstance(article, ReadArticle)
    assert article.sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(("raw", "reason"), [(b"", "no text"), (b" \n\t", "no text"), (b"\x00\x01PNG", "binary")])
def test_a_file_without_text_is_skipped_with_its_reason(raw: bytes, reason: str) -> None:
    skipped = read_article(raw, "folder/a.txt")
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_a_file_in_an_older_encoding_is_read() -> None:
    article = read_article("Café prices rose 5 €.".encode("cp1252"), "folder/a.txt")
    assert isinstance(article, ReadArticle)
    assert article.text == "Café prices rose 5 €."

"""A pasted text becomes a file with a name, whatever its title is."""

import pytest

from web.library.files import check_file
from web.library.pasted import pasted


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("The Orrin bridge", "It is old.", "the-orrin-bridge.txt"),
        ("", "\n\n It is old.\nIt is long.", "it-is-old.txt"),
        ("../../etc/passwd", "It is old.", "etc-passwd.txt"),
        ("?!", "It is old.", "text.txt"),
        ("马罗桥 1874", "It is old.", "马罗桥-1874.txt"),
        ("جسر أورين", "It is old.", "جسر-أورين.txt"),
        ("\u202ecod.txt\u200f", "It is old.", "cod-txt.txt"),
        ("word " * 80, "It is old.", "-".join(["word"] * 16) + ".txt"),
        ("x" * 400, "It is old.", "x" * 80 + ".txt"),
        ("桥" * 400, "It is old.", "桥" * 26 + ".txt"),
    ],
)
def test_the_name_is_made_of_the_title_or_of_the_first_words(
    title: str, text: str, name: str
) -> None:
    upload = pasted(title, text)
    check_file(upload.name, upload.raw, 2_000)
    assert (upload.name, upload.pasted) == (name, True)


def test_a_title_stands_once_above_the_text_and_is_kept_whole() -> None:
    long = "A title of many words, " * 18
    assert pasted(long, "It is old.").raw.decode().startswith(f"{long.strip()}\n\nIt is old.")
    assert pasted("The mill", "The mill\nIt is old.").raw == b"The mill\nIt is old.\n"
    assert pasted("Two\nlines", "It is old.").raw == b"Two lines\n\nIt is old.\n"


def test_a_text_from_right_to_left_stays_as_it_is() -> None:
    text = "افتتح الجسر عام 1874.\nيبلغ طوله 240 مترًا."
    assert pasted("جسر", text).raw.decode() == f"جسر\n\n{text}\n"


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_a_title_alone_is_no_article(text: str) -> None:
    assert pasted("The mill", text).raw == b""

from pathlib import Path

import pytest

from qa.text.places import disjoint, line_of, place_of


@pytest.mark.parametrize(
    ("text", "quote", "line"),
    [
        ("Title\n\nThe bridge opened in 1874.\n", "The bridge opened in 1874.", 3),
        ("The bridge\nopened in 1874. It fell.\n", "It fell.", 2),
        ("One.\nHe said “it is 5%” — twice.", 'He said "it is 5%" - twice.', 2),
        ("Nothing like it.", "The bridge opened in 1874.", None),
        ("桥于一八七四年通车。\n后来倒塌。", "后来倒塌。", 2),
        ("", "x", None),
        ("...", "...", None),
        ("Yesterday.\nIt rained.", "Yes.", None),
        ("Yesterday.\nYes.", "Yes.", None),
        (
            "The bridge opened in 1874.\nIt fell.\nThe bridge opened in 1874.",
            "The bridge opened in 1874.",
            None,
        ),
    ],
)
def test_a_quote_is_found_at_its_line(
    tmp_path: Path, text: str, quote: str, line: int | None
) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert line_of(quote, tmp_path / "a.txt") == line


def test_a_quote_whose_letters_were_mended_is_found_by_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "x\nThe bridge was opened in 1874 by the mayor, MÃ¼ller.\n", "utf-8"
    )
    assert line_of("The bridge was opened in 1874 by the mayor, Müller.", tmp_path / "a.txt") == 2


def test_a_missing_or_binary_file_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"PK\x00\x00The bridge")
    assert line_of("The bridge", tmp_path / "a.bin") is None
    assert line_of("The bridge", tmp_path / "none.txt") is None


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("5", "In 2015 it had 5 arches.", (15, 16)),
        ("500", "Of 1,500 sheep 500 were sold.", (15, 18)),
        ("5%", "5.2% or 5%.", (8, 10)),
        ("lan", "Élan, not an élan.", None),
        ("254亿元", "2015年发放254亿元贷款。", (7, 12)),
        ("(by half)", "It rose (by half).", (8, 17)),
        ("since 2014", "Since 2014.", (0, 10)),
        ("", "Nothing.", None),
    ],
)
def test_words_are_found_where_they_are_no_part_of_longer_ones(
    words: str, text: str, found: tuple[int, int] | None
) -> None:
    assert place_of(words, text) == found


def test_ranges_that_touch_are_one() -> None:
    assert disjoint([(5, 8), (1, 3), (7, 9), (9, 10), (2, 3)]) == ((1, 3), (5, 10))
    assert disjoint([]) == ()

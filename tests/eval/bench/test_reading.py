"""Every piece of every made file is read once and in its order, or told in the report."""

from collections import Counter
from pathlib import Path

import pytest

from eval.bench.made.files.articles import article
from eval.bench.made.files.corpus import WRITERS, MadeFile, made_files
from eval.bench.made.files.judging import judge
from eval.bench.made.files.pieces import (
    Article,
    Items,
    Look,
    Paragraph,
    Run,
    Table,
    paragraph,
    seen,
)
from eval.bench.reading import check, speed

FILES = list(made_files())


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_each_piece_is_read_once_in_its_order_or_told(file: MadeFile) -> None:
    verdict = check(file)
    assert verdict.pieces
    assert not verdict.faults


def test_the_corpus_has_200_files_and_each_format_ten_but_those_of_records() -> None:
    counts = Counter(Path(file.name).suffix.lower() for file in FILES)
    assert set(counts) == set(WRITERS)
    assert sum(counts.values()) >= 200
    assert min(count for suffix, count in counts.items()) >= 8
    assert len({file.name for file in FILES}) == len(FILES)


def test_a_judge_finds_what_is_lost_misplaced_twice_shown_and_added() -> None:
    made = Article(
        "made",
        (
            paragraph("First comes bread."),
            Paragraph((Run("Then "), Run("no", Look.HIDDEN), Run("milk."))),
            Items(((0, "an egg"), (0, "an onion"))),
        ),
        head="Shopping",
    )
    right = "Shopping\n\nFirst comes bread.\n\nThen milk.\n\n- an egg\n- an onion"
    assert not judge(made, right, ["no"]).faults
    assert judge(made, right.replace("an egg", ""), ["no"]).faults == ["lost: an egg"]
    assert judge(made, right, []).faults == ["lost: no"]
    assert judge(made, right.replace("Shopping", ""), ["no"]).faults == ["lost: Shopping"]
    turned = right.replace("First comes bread.", "") + "\nFirst comes bread."
    assert "misplaced: Then milk." in judge(made, turned, ["no"]).faults
    assert judge(made, f"{right}\nShopping", ["no"]).faults == ["twice: Shopping"]
    assert judge(made, f"{right}\nand no", ["no"]).faults == [
        "shown: no",
        "added: and",
        "added: no",
    ]


def test_merged_cells_are_seen_wherever_they_reach_and_heads_joined() -> None:
    table = Table((("A", "B", None), (None, "b", "c"), ("x", "1", "2"), (None, "3", None)), heads=2)
    assert list(seen(Article("table", (table,)))) == [
        "A",
        "B, b",
        "B, c",
        "x",
        "1",
        "2",
        "x",
        "3",
        "3",
    ]


def test_the_speed_of_a_file_is_told_by_its_size_and_that_of_its_text() -> None:
    made = article("short", ("prose",))
    told = speed(MadeFile("short.html", WRITERS[".html"], made), turns=1)
    assert list(told) == ["KB", "KB of text", "s/MB", "s/MB of text"]
    assert told["s/MB"] < told["s/MB of text"]

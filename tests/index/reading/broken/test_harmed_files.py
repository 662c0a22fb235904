"""Files cut off, with flipped bits, with a piece missing, over and over: no build ends."""

import io
import random
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.readers import ReadArticle

if TYPE_CHECKING:
    from tests.index.conftest import Folder, Written
    from tests.index.reading.conftest import Read, Repacked

PARAGRAPHS = [
    f"In {1800 + n} the town of Marrow had {n * 7} houses and {n * 3} wells." for n in range(1, 9)
]
VARIANTS = 35  # of each of six formats: 210 in all


def harmed_file(suffix: str, raw: bytes, repacked: "Repacked") -> Iterator[bytes]:
    """Yield a file harmed in many ways.

    Of a Word file, whose packing tells nearly all harm, mostly the parts inside.
    """
    if suffix != ".docx":
        yield from harmed(raw, VARIANTS, suffix)
        return
    yield from harmed(raw, 8, suffix)
    for name in ("[Content_Types].xml", "word/document.xml", "word/styles.xml"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = harmed(packed.read(name), (VARIANTS - 8) // 3, name)
        yield from (repacked(raw, name, lambda _, part=part: part) for part in parts)  # type: ignore[misc]


def harmed(raw: bytes, count: int, seed: str) -> Iterator[bytes]:
    """Yield a file cut off, with flipped bits, without a piece, with rubbish, over and over."""
    chance = random.Random(seed)
    for number in range(count):
        place = chance.randrange(len(raw))
        piece = chance.randrange(1, 200)
        flipped = bytearray(raw)
        for _ in range(chance.randrange(1, 20)):
            flipped[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        rubbish = raw[:place] + chance.randbytes(piece) + raw[place:]
        yield (raw[:place], bytes(flipped), raw[:place] + raw[place + piece :], rubbish)[number % 4]


def test_every_harmed_file_is_read_or_skipped_with_a_reason(
    suffix: str, written: "Written", tmp_path: Path, read: "Read", repacked: "Repacked"
) -> None:
    outcomes: Counter[str] = Counter()
    for raw in harmed_file(suffix, written(suffix, PARAGRAPHS), repacked):
        (tmp_path / f"a{suffix}").write_bytes(raw)
        for found in read(tmp_path / f"a{suffix}"):
            outcomes[type(found).__name__] += 1
            assert isinstance(found, ReadArticle) or found.reason.strip()
    assert outcomes.total() >= VARIANTS
    # The harm is neither nothing nor always the end of the file.
    assert set(outcomes) == {"ReadArticle", "Skipped"}


def test_no_build_ends_over_200_harmed_files_and_no_article_goes(
    folder: "Folder", written: "Written", repacked: "Repacked"
) -> None:
    """Every one of them is either read as it is now, or told."""
    formats = (".txt", ".md", ".html", ".pdf", ".docx", ".jsonl")
    names = []
    for suffix in formats:
        whole = written(suffix, PARAGRAPHS)
        for number, raw in enumerate(harmed_file(suffix, whole, repacked)):
            names.append(f"{suffix[1:]}-{number}{suffix}")
            folder.write(names[-1], raw)
    assert len(names) > 200
    report = folder.build()
    assert len(report.skipped) > 50
    assert report.articles > 2
    assert {"bridge.txt", "cheese.txt"} <= folder.stored().keys()


@pytest.mark.parametrize("harm", [b"", b"\x00" * 50])
def test_a_file_that_is_cut_off_later_keeps_its_last_good_version(
    folder: "Folder", suffix: str, written: "Written", harm: bytes
) -> None:
    said = "said the warden of the western wood to all who asked."
    whole = written(suffix, [f"The owls of Marrow numbered 77 in March, {said}"])
    folder.write(f"owl{suffix}", whole)
    folder.build()
    folder.write(f"owl{suffix}", whole[: len(whole) * 4 // 5] + harm)
    report = folder.build()
    reads_what_is_left = suffix == ".html" or (suffix in (".txt", ".md") and not harm)
    assert len(report.skipped) == (0 if reads_what_is_left else 1)
    assert "77" in folder.first("owls of Marrow")

"""What goes wrong with disks and files: the index stays whole, and one sentence says what to do."""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.building.build import BuildReport, build
from index.embedder import Vectors
from index.storage.store import Store
from index.types import WellspringError
from qa.wiring import Wellspring

if TYPE_CHECKING:
    from tests.index.conftest import Folder

ROOT = Path(__file__).parents[3]
LONG = "\n\n".join(
    f"In the year {n} the village had {n * 7} houses and {n * 3} wells." for n in range(1, 3000)
)


def test_a_build_killed_at_any_of_100_points_leaves_the_old_or_the_new_index_whole() -> None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.index.kill_points", "100"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "whole after 100 of 100 kills", done.stderr[-2000:]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let every write past a size fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class Quick:
    """An embedder that gives every text one vector.

    A disk fills with hundreds of passages, which the real one takes long for.
    """

    name = "quick"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.full((len(texts), 384), 0.05, np.float32)

    def overflows(self, text: str) -> bool:
        return False


def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(folder: "Folder") -> None:
    def build_quickly() -> BuildReport:
        return build(folder.articles, folder.data, Quick(), lambda text: len(text.split()))

    build_quickly()
    folder.write("long.txt", LONG)
    for size in (50_000, 300_000):
        with (
            files_no_larger_than(size),
            pytest.raises(WellspringError, match=r"disk of .* is full") as told,
        ):
            build_quickly()
        assert told.value.code == "disk_full"
        assert folder.stored().keys() == {"bridge.txt", "cheese.txt"}
    assert build_quickly().articles == 3


@pytest.fixture
def read_only(folder: "Folder") -> Iterator["Folder"]:
    """The folder with an index that this process may read, but not write.

    The superuser becomes nobody.
    """
    folder.build()
    place = Path(tempfile.mkdtemp())
    folder.data = shutil.copytree(folder.data, place / "data")
    folder.articles = shutil.copytree(folder.articles, place / "articles")
    for path in [place, *place.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    for path in [place, place / "data", place / "articles"]:
        path.chmod(0o755)
    shutil.rmtree(place)


def test_an_index_in_a_read_only_folder_answers(read_only: "Folder") -> None:
    assert "900 wheels" in read_only.first("wheels of cheese")
    assert {path.suffix for path in read_only.data.iterdir()} == {".sqlite", ".faiss", ".lock"}


def test_an_index_in_a_read_only_folder_without_its_faiss_file_answers(read_only: "Folder") -> None:
    (file,) = read_only.data.glob("*.faiss")
    user = os.geteuid()
    os.seteuid(os.getuid())
    read_only.data.chmod(0o755)
    file.unlink()
    read_only.data.chmod(0o555)
    os.seteuid(user)
    assert "900 wheels" in read_only.first("wheels of cheese")


def test_a_build_into_a_read_only_folder_says_what_to_allow(read_only: "Folder") -> None:
    with pytest.raises(WellspringError, match=r"may not be written.*WELLSPRING_DATA_DIR"):
        read_only.build()


@pytest.mark.parametrize("seed", range(5))
def test_a_flipped_bit_in_the_faiss_file_costs_only_a_rebuild_from_the_store(
    folder: "Folder", well: Wellspring, seed: int
) -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    raw = bytearray(file.read_bytes())
    place = random.Random(seed).randrange(len(raw))
    raw[place] ^= 1 << seed
    file.write_bytes(raw)
    opened = folder.open()
    (vector,) = well.embedder.encode(
        ["The cooperative makes 900 wheels of cheese a year. It has 31 members."]
    )
    assert "cheese" in opened.search("wheels of cheese", lexical=False)[0].passage.text
    with closing(Store(folder.data / "index.sqlite")) as store:
        stored = [row for _, rows in store.vectors() for row in rows]
    assert max(float(row @ vector) for row in stored) > 0.9


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.6, 0.99])
def test_a_truncated_store_is_a_clear_error_never_an_answer(folder: "Folder", share: float) -> None:
    folder.build()
    file = folder.data / "index.sqlite"
    os.truncate(file, int(share * file.stat().st_size))
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        folder.open()
    if share:
        with pytest.raises(WellspringError, match="Delete it and run"):
            folder.build()
    file.unlink()
    folder.build()
    assert "900 wheels" in folder.first("wheels of cheese")


def test_searches_go_on_during_a_build_and_see_one_generation(folder: "Folder") -> None:
    folder.build()
    index = folder.open()
    seen: list[tuple[int, set[str]]] = []

    def look(_what: str, _done: int, _total: int) -> None:
        seen.append(
            (index.generation, {hit.passage.source for hit in index.search("bridge cheese", 50)})
        )

    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.remove("cheese.txt")
    build(folder.articles, folder.data, folder.embedder, lambda text: len(text.split()), look)
    assert seen
    assert all(found == (1, {"articles/bridge.txt", "articles/cheese.txt"}) for found in seen)
    assert index.search("owls", 50)[0].passage.source == "articles/owl.txt"
    assert index.generation == 2

"""Kill builds at many points and check the index after each.

Run it: `python -m tests.index.kill_points [points]`.

One process loads the embedder; each build runs in a fork of it, which kills itself with SIGKILL at
a chosen call: the calls that the modules of `index` make, Python's and C's, are counted, and the
points are spread evenly over them. Half of the points hit a first build, half an update that adds,
changes and removes articles. After each: the index opens as the old or the new generation, whole,
and the next run finishes the work.
"""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType

from index.building.build import build
from index.embedder import Embedder
from index.ranking.dense import open_dense
from index.ranking.search import Index
from index.ranking.vectors import ids_in
from index.storage.store import INDEX_FILE, Store
from index.types import WellspringError
from qa.settings import Settings
from qa.wiring import Wellspring

FERRY, INN = '{"text": "The ferry takes 35 minutes."}', '{"text": "The inn has 12 rooms."}'
OWLS = "<p>The observatory counted 77 owls in March.</p>"
OLD = {
    "bridge.txt": "The bridge at Marrow was opened in 1874. It is 240 metres long.",
    "cheese.txt": "The cooperative makes 900 wheels of cheese a year.",
    "copy.txt": "The cooperative makes 900 wheels of cheese a year.",
    "lines.jsonl": f'{FERRY}\n{{"text": "The tower has 7 bells."}}\n',
}
NEW = {
    "bridge.txt": "The bridge at Marrow was closed in 2019. It is 240 metres long.",
    "copy.txt": OLD["copy.txt"],
    "lines.jsonl": f'{FERRY}\n{{"text": "The tower has 8 bells."}}\n{INN}\n',
    "owl.html": f"<html><body><main>{OWLS}</main></body></html>",
}


class KillPoints:
    """A folder, an index and the builds that are killed."""

    def __init__(self, place: Path, embedder: Embedder) -> None:
        self.articles, self.data, self.kept = place / "articles", place / "data", place / "kept"
        self.embedder = embedder

    def fill(self, files: dict[str, str]) -> None:
        shutil.rmtree(self.articles, ignore_errors=True)
        self.articles.mkdir()
        for name, text in files.items():
            (self.articles / name).write_text(text, "utf-8")

    def build(self) -> None:
        build(self.articles, self.data, self.embedder, lambda text: len(text.split()))

    def reset(self) -> None:
        """Put the data folder back to what it was before the build that is killed."""
        shutil.rmtree(self.data, ignore_errors=True)
        if self.kept.exists():
            shutil.copytree(self.kept, self.data)

    def run(self, points: int) -> int:
        """Kill a first build and an update at `points` points in all.

        Return at how many the index was whole.
        """
        shutil.rmtree(self.kept, ignore_errors=True)
        self.fill(OLD)
        whole = self._phase(points // 2, before=set(), after=self._expected(OLD))
        self.reset()
        self.build()
        shutil.copytree(self.data, self.kept)
        self.fill(NEW)
        return whole + self._phase(
            points - points // 2, before=self._expected(OLD), after=self._expected(NEW)
        )

    def _expected(self, files: dict[str, str]) -> set[str]:
        self.fill(files)
        self.reset()
        shutil.rmtree(self.data, ignore_errors=True)
        self.build()
        return self.texts()

    def _phase(self, points: int, before: set[str], after: set[str]) -> int:
        self.reset()
        calls = self._forked(lambda: self._counted(None))
        whole = 0
        for point in range(points):
            self.reset()
            at = 1 + calls * point // points
            if self._forked(lambda at=at: self._counted(at)) != -signal.SIGKILL:  # type: ignore[misc]
                raise AssertionError(f"the build was not killed at call {at} of {calls}")
            found = self.texts()
            assert found in (before, after), f"after call {at} of {calls}: {found}"
            self.build()
            assert self.texts() == after, (
                f"the run after call {at} of {calls} did not finish: {self.texts()}"
            )
            whole += 1
        return whole

    def _counted(self, kill_at: int | None) -> int:
        """Build, and be killed at a call; return the calls that were made."""
        calls = 0

        def count(frame: FrameType, event: str, _: object) -> None:
            nonlocal calls
            ours = frame.f_globals.get("__name__", "").startswith("index.")
            if ours and event in ("call", "c_call", "c_return"):
                calls += 1
                if calls == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        self.build()
        sys.setprofile(None)
        return calls

    def _forked(self, work: Callable[[], int]) -> int:
        """Run in a fork; return what it returned, or minus the signal that ended it."""
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                os.write(write, str(work()).encode())
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read) as answer:
            said = answer.read()
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return int(said) if said else ended

    def texts(self) -> set[str]:
        """Return the texts that the index answers from, after checking that it is whole.

        None when there is no index.
        """
        try:
            index = Index(self.data, self.embedder)
        except WellspringError as error:
            if error.code != "missing_index":
                raise
            return set()
        try:
            _check_whole(self.data)
            articles = {article.id: article for article in index.articles()}
            for article in articles.values():
                hits = index.search(article.text, 50)
                assert hits[0].passage.article_id == article.id
                assert all(
                    hit.passage.text
                    == articles[hit.passage.article_id].text[hit.passage.start : hit.passage.end]
                    for hit in hits
                )
            return {
                f"{source}: {article.text}"
                for article in articles.values()
                for source in article.sources
            }
        finally:
            index.close()


def _check_whole(data: Path) -> None:
    with closing(Store(data / INDEX_FILE)) as store, store.snapshot():
        dense = open_dense(store, data)
        ids = ids_in(dense.faiss)
    db = sqlite3.connect(data / INDEX_FILE)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    passages = [row[0] for row in db.execute("SELECT id FROM passages ORDER BY id")]
    words = [row[0] for row in db.execute("SELECT rowid FROM words ORDER BY rowid")]
    assert passages == words == ids.tolist()
    assert db.execute("SELECT count(*) FROM sources WHERE article_id IS NULL").fetchone() == (0,)
    db.close()


def main() -> None:
    """Print at how many points the index was whole."""
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    embedder = Wellspring(Settings(threads=1)).embedder
    with tempfile.TemporaryDirectory() as place:
        whole = KillPoints(Path(place), embedder).run(points)
    print(f"whole after {whole} of {points} kills")


if __name__ == "__main__":
    main()

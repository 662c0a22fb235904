"""Add, edit and delete files for minutes while asking, over real processes.

    python -m eval.bench.session --minutes 10

They are a server and `wellspring index --watch`. Every change is followed by a question about it.
Counted as a fault: an answer from a text that is gone, a quote that its article does not hold at
its offsets, a request that fails, a change that is not indexed within 30 seconds.
"""

import json
import random
import shutil
import statistics
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.measuring.circumstances import circumstances
from eval.questions.sets import NAMED
from eval.running.served import served
from qa.cli.terminal import out, progress_bar, run

_SYLLABLES = (
    "bra dol fen gar hest kil lor mar nok ost pel rud sken tar ulm vor wick yar zet".split()
)


@dataclass(slots=True)
class Session:
    """A folder that is changed, the address of a server over it, and what was seen.

    `heights` is what its articles say now.
    """

    folder: Path
    address: str
    chance: random.Random
    heights: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    seen_after: list[float] = field(default_factory=list)
    patience: float = 30.0  # seconds until a change must be indexed

    def step(self) -> None:
        """Change one file, ask while it is taken in, wait until it is, ask about it."""
        before = self._generation()
        name = self._change()
        began = time.monotonic()
        self._ask("How many Dolan sheep were contracted for breeding?")
        while self._generation() == before:
            if time.monotonic() - began >= self.patience:
                self.counts["fault: not indexed in time"] += 1
                return
            time.sleep(0.05)
        self.seen_after.append(time.monotonic() - began)
        self._judge(name, self._ask(f"How high is the lighthouse of {name}?"))

    def found(self) -> dict[str, float]:
        """Return how often each thing was done and seen, and how soon a change was found."""
        seen_after = statistics.median(self.seen_after) if self.seen_after else 0.0
        return {**dict(sorted(self.counts.items())), "seconds until found, median": seen_after}

    def _change(self) -> str:
        known = sorted(self.heights)
        kind = self.chance.choice(["add", "edit", "delete"]) if len(known) > 3 else "add"
        new = "".join(self.chance.sample(_SYLLABLES, 3)).capitalize()
        name = new if kind == "add" else self.chance.choice(known)
        self.counts[kind] += 1
        if kind == "delete":
            del self.heights[name]
            (self.folder / f"{name}.txt").unlink()
        else:
            others = [height for height in range(11, 200) if height != self.heights.get(name)]
            self.heights[name] = self.chance.choice(others)
            high = f"The lighthouse of {name} is {self.heights[name]} metres high."
            built = f"It was built by the people of {name}."
            (self.folder / f"{name}.txt").write_text(f"{high} {built}\n", "utf-8")
        return name

    def _judge(self, name: str, answer: dict[str, Any] | None) -> None:
        if answer is None:
            return
        cites = any(name in citation["source"] for citation in answer["citations"])
        if name not in self.heights:
            bad, good = "fault: answered from a deleted article", "no answer from a deleted article"
            self.counts[bad if cites else good] += 1
        elif f"{self.heights[name]} metres" in answer["answer"]:
            self.counts["right"] += 1
        else:
            self.counts["fault: an old answer" if cites else "declined or missed"] += 1

    def _ask(self, question: str) -> dict[str, Any] | None:
        self.counts["questions"] += 1
        answer = self._send("/ask", {"question": question})
        if answer is None:
            self.counts["fault: failed request"] += 1
            return None
        for citation in answer["citations"]:
            article = self._send(f"/articles/{citation['article_id']}")
            if article:  # else it was deleted since
                held = article["text"][citation["start"] : citation["end"]]
                stands = held == citation["quote"]
                self.counts["quotes" if stands else "fault: quote not at its place"] += 1
        return answer

    def _generation(self) -> int:
        return int((self._send("/index") or {"generation": -1})["generation"])

    def _send(self, path: str, body: object = None) -> dict[str, Any] | None:
        """Return what the server answers; None for an error."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(self.address + path, data, headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - our own server
                answer: dict[str, Any] = json.load(response)
                return answer
        except urllib.error.HTTPError:
            return None


def main(
    minutes: Annotated[float, typer.Option(min=0.1, help="How long.")] = 10.0,
    seed: Annotated[int, typer.Option(help="Another one makes other changes.")] = 0,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Print what was done and seen; the exit code is 1 when there was a fault."""
    with tempfile.TemporaryDirectory() as place, running(Path(place), NAMED["seeds"]) as session:
        session.chance.seed(seed)
        end = time.monotonic() + 60 * minutes
        with progress_bar() as bar:
            task = bar.add_task("Changing and asking", total=60 * minutes)
            while time.monotonic() < end:
                session.step()
                bar.update(task, completed=60 * minutes - (end - time.monotonic()))
    found = session.found()
    for name, value in found.items():
        out.print(f"{name:32} {value:.2f}" if isinstance(value, float) else f"{name:32} {value}")
    if to:
        to.write_text(json.dumps({**circumstances(), "session": found}, indent=1) + "\n", "utf-8")
    raise typer.Exit(int(any(name.startswith("fault") for name in found)))


@contextmanager
def running(place: Path, articles: Path) -> Iterator[Session]:
    """Serve a copy of a folder and follow it, each by its own process."""
    folder = place / "articles"
    shutil.copytree(articles, folder)
    with served(place, folder) as (address, start):
        start("index", str(folder), "--watch")
        yield Session(folder, address, random.Random())  # noqa: S311


if __name__ == "__main__":
    run(lambda: typer.run(main))

"""Example questions over the indexed articles, of different kinds; only what is answered is shown.

They are asked of the pipeline when articles are first indexed; after a change in the background of
the server, while nobody waits. They are kept in a file beside the index: whoever opens the page
finds them there.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from threading import Event, Lock, Thread

from pydantic import TypeAdapter, ValidationError

from index.ranking.search import Index
from index.types import WellspringError
from qa.answerer import Answerer
from qa.ways.inquiry import Flow
from qa.writing.questions import of_collection
from web.errors import log
from web.line import Line, Place

EXAMPLES_FILE = "examples.json"  # in the data folder
NO_WRITING = Flow(generate=False)  # whether the articles say it is known before the model writes
_COUNT = 4
_TRIES, _MOST_TRIES = 3, 24  # drafts of a kind at first, and of all that are asked
_TOPICS = 6
_CLIENT = "examples"  # in the line
_LOOK = 2.0  # seconds between two looks whether the articles are others
_DRAFTED: Mapping[str, Callable[[Index], of_collection.Kinds]] = {
    "en": of_collection.english,
    "zh": of_collection.chinese,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept: topics of the articles, and questions by the language that they are in.

    `made_of` names the generation and the models, "" until all is looked at.
    """

    made_of: str = ""
    topics: list[str] = field(default_factory=list)
    questions: dict[str, list[str]] = field(default_factory=dict)

    def in_language(self, language: str) -> list[str]:
        """Return the questions in a language, those in another one where there are none."""
        return self.questions.get(language) or next(filter(None, self.questions.values()), [])


class _BusyError(Exception):
    """Somebody else needs the models."""


class Examples:
    """The example questions of the index, and its topics. Safe for several threads."""

    def __init__(
        self,
        index: Index,
        answerer: Answerer,
        line: Line,
        file: Path | None = None,
        min_confidence: float = 0.0,
    ) -> None:
        """Keep what they are made with; without a file they last as long as the process.

        With another `min_confidence` of the answerer they are asked again.
        """
        self._index = index
        self._answerer = answerer
        self._line = line
        self._file = file
        self._least = min_confidence
        self._looking = Lock()
        self._asked: tuple[str, dict[str, bool]] = "", {}  # of what, and which were answered
        self.found = _read(file) if file else Found()

    @contextmanager
    def kept_up(self) -> Iterator[None]:
        """Look for questions in the background, at once and whenever the articles have changed."""
        done = Event()
        thread = Thread(target=self._keep_up, args=(done,), name="examples")
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _keep_up(self, done: Event) -> None:
        while not done.is_set():
            try:
                self.look()
            except WellspringError as error:
                log.warning("No example questions: %s", error.message)
            done.wait(_LOOK)

    def look(self) -> None:
        """Find the questions of these articles and models, unless they are there already.

        When somebody else needs the models, stop; the next look goes on.
        """
        with self._looking:
            made_of = f"{self._index.stored_as()} {self._least} {self._models()}"
            if self.found.made_of == made_of:
                return
            self.found = replace(self.found, made_of="", topics=self._index.topics(_TOPICS))
            if self._asked[0] != made_of:
                self._asked = made_of, {}
            try:
                questions = {code: self._chosen(drafted) for code, drafted in _DRAFTED.items()}
            except _BusyError:
                return
            self.found = Found(made_of, self.found.topics, questions)
            if self._file:
                _write(self._file, self.found)

    def _models(self) -> str:
        named = self._answerer.models()
        return " ".join(named[job] for job in sorted(named) if job != "index")

    def _chosen(self, drafted: Callable[[Index], of_collection.Kinds]) -> list[str]:
        """Return one question of each kind, then others of any kind, each of which is answered."""
        with self._place():
            kinds = drafted(self._index)
        firsts = (next(filter(self._answered, kind[:_TRIES]), "") for kind in kinds)
        others = filter(self._answered, chain.from_iterable(kinds))
        chosen = dict.fromkeys(islice(filter(None, firsts), _COUNT))
        for question in others if len(chosen) < _COUNT else ():
            chosen[question] = None
            if len(chosen) == _COUNT:
                break
        return list(chosen)

    def _answered(self, question: str) -> bool:
        """Tell whether the articles answer a question, which is asked once."""
        _, asked = self._asked
        if question not in asked and len(asked) < _MOST_TRIES:
            with self._place():
                asked[question] = self._answerer.ask(question, flow=NO_WRITING).answered
        return asked.get(question, False)

    def _place(self) -> Place:
        """Take a place in the line; raises `_BusyError` where somebody waits for one."""
        place = self._line.join_when_free(_CLIENT)
        if place is None:
            raise _BusyError
        return place


def _read(file: Path) -> Found:
    """Read what was kept; nothing where there is no such file, or it cannot be read."""
    try:
        return TypeAdapter(Found).validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return Found()


def _write(file: Path, found: Found) -> None:
    """Keep what was found; where that cannot be, it lasts as long as the process."""
    fresh = file.with_suffix(".partial")
    try:
        fresh.write_text(json.dumps(asdict(found), ensure_ascii=False), "utf-8")
        os.replace(fresh, file)
    except OSError as error:
        log.warning("The example questions could not be kept in %s: %s", file, error)

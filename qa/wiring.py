"""Put the real parts together from the settings.

The only place, with `loading`, that knows which classes are used.
"""

from functools import cached_property
from pathlib import Path

import tiktoken

from index.building.build import BuildReport, Progress, build
from index.ranking.search import Index
from index.reading.files import ReadOptions
from index.reading.roots import Folders
from index.storage.schema import IndexSettings
from index.tokens import load_encoding
from qa.answerer import Answerer, Ways
from qa.evidence.selection import ReaderEvidence
from qa.loading import Models
from qa.models.known import SMOLLM2
from qa.ways.bridges import Bridges
from qa.ways.cells import Cells
from qa.ways.changes import Changes
from qa.ways.comparisons import Comparisons
from qa.ways.facts import Author, Facts
from qa.ways.foreign import Foreign
from qa.ways.items import Items
from qa.ways.lists import Lists
from qa.ways.reckoning.way import Reckonings
from qa.ways.series.way import Series
from qa.writing.served.generator import ServedGenerator


class Wellspring(Models):
    """Everything a command or the server needs, each part made when first used."""

    @cached_property
    def index(self) -> Index:
        """Open the index; raises `WellspringError` when there is none."""
        return Index(self.settings.data_dir, self.embedder)

    @cached_property
    def answerer(self) -> Answerer:
        """Load everything that answers questions over the index of the settings."""
        return self.answerer_over(self.index)

    def answerer_over(self, index: Index) -> Answerer:
        """Return an answerer over an open index."""
        models = {"embedder": self.embedder.name, "generator": self.generator.name}
        ways = self.ways_over(index, self.settings.min_confidence)
        away = self.generator.away if isinstance(self.generator, ServedGenerator) else None
        return Answerer(index, ways, models, away)

    def ways_over(self, index: Index, min_confidence: float, writer: Author | None = None) -> Ways:
        """Return the ways to answer over an open index, where an answer needs a confidence."""
        evidence = ReaderEvidence(index, self.readers, self.confidence)
        writer = writer or self.author
        facts = Facts(index, evidence, writer, min_confidence)
        comparisons = Comparisons(index, evidence, min_confidence)
        bridges = Bridges(index, evidence, facts, min_confidence)
        series = Series(evidence, facts, min_confidence)
        reckonings = Reckonings(index, evidence)
        by_form = Cells(index), Changes(index, evidence, min_confidence)
        by_words = Foreign(index), Items(index), Lists(index), *by_form
        by_kind = facts, comparisons, bridges, series, reckonings
        return Ways(self.kinds, *by_kind, *by_words, self.embedder)

    def build_index(
        self,
        folders: Folders,
        progress: Progress | None = None,
        *,
        rebuild: bool = False,
        data_dir: Path | None = None,
        cut: IndexSettings | None = None,
    ) -> BuildReport:
        """Bring the index in the data folder, or another one, up to date with folders."""
        return build(
            folders,
            data_dir or self.settings.data_dir,
            self.embedder,
            self._count_tokens,
            progress,
            rebuild=rebuild,
            options=self.read_options,
            settings=cut,
        )

    @cached_property
    def read_options(self) -> ReadOptions:
        """Return what the settings say of which files are read."""
        patterns = (pattern.strip() for pattern in self.settings.ignore.split(","))
        largest = int(self.settings.max_file_mb * 1_000_000)
        return ReadOptions(tuple(filter(None, patterns)), largest)

    def _count_tokens(self, text: str) -> int:
        return len(self._encoding.encode_ordinary(text))

    @cached_property
    def _encoding(self) -> tiktoken.Encoding:
        return load_encoding(self.loadable(SMOLLM2) / "tokenizer.json")

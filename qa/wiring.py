"""Put the real parts together from the settings. The only place that knows which classes are used."""

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import tiktoken

from index.build import BuildReport, Progress, build
from index.embedder import SentenceTransformerEmbedder
from index.files import ReadOptions
from index.problems import Problem
from index.schema import IndexSettings
from index.search import Index
from index.tokens import load_encoding
from index.types import WellspringError
from qa.answerer import Answerer
from qa.bundled import MINILM, SMOLLM2, unpacked_folder, weight_file
from qa.evidence import ReaderEvidence
from qa.generator import TransformersGenerator
from qa.reader import Reader
from qa.settings import Settings
from qa.tuned import CARD, Base, TunedGenerator, base_hash, read_card

READER_WEIGHTS = Path(__file__).parent / "weights" / "reader.safetensors"
GENERATOR_ADAPTER = Path(__file__).parent / "weights" / "generator"


class Wellspring:
    """Everything a command or the server needs, each part made when first used."""

    def __init__(self, settings: Settings, note: Callable[[str], None] = lambda _: None) -> None:
        """Keep the settings; `note` is told of slow steps."""
        self.settings = settings
        self._note = note
        self._stay_offline()
        if settings.threads:
            os.environ["OMP_NUM_THREADS"] = str(settings.threads)  # read when torch is imported

    def _stay_offline(self) -> None:
        """Keep the hub libraries off the network unless a hub model is asked for."""
        wanted = (self.settings.embedder, self.settings.generator)
        if all(model.startswith("bundled") or Path(model).is_dir() for model in wanted):
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
            os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")

    @cached_property
    def _minilm(self) -> Path:
        """Return the folder of the bundled MiniLM, whose weights are checked once for embedder and reader."""
        return weight_file(MINILM).parent

    @cached_property
    def embedder(self) -> SentenceTransformerEmbedder:
        """Return the embedder that the settings name; its weights load at the first use."""
        if self.settings.embedder == "bundled":
            return SentenceTransformerEmbedder(str(self._minilm), f"{MINILM.name}@{MINILM.sha256[:8]}")
        return SentenceTransformerEmbedder(self.settings.embedder)

    @cached_property
    def generator(self) -> TransformersGenerator:
        """Load the generator that the settings name: a model, or an adapter with the base that it was tuned for."""
        self._set_threads()
        name = self.settings.generator
        if name == "bundled":
            return TunedGenerator(self._bundled_base, GENERATOR_ADAPTER)
        if name == "bundled-untuned":
            return TransformersGenerator(self._unpacked)
        if not (Path(name) / CARD).is_file():
            return TransformersGenerator(name)
        base = read_card(Path(name))["base"]
        if base == SMOLLM2.name:
            return TunedGenerator(self._bundled_base, Path(name))
        return TunedGenerator(Base(base, Path(base), base_hash(Path(base))), Path(name))

    @property
    def tuning_base(self) -> Base:
        """Return the model that an adapter is tuned for: the bundled one, or the folder that the settings name."""
        name = self.settings.generator
        if name.startswith("bundled"):
            return self._bundled_base
        if not (Path(name) / "model.safetensors").is_file():
            raise WellspringError(
                Problem.NO_BASE, f"WELLSPRING_GENERATOR={name} is no folder with a model.safetensors to tune an adapter for."
            )
        return Base(name, Path(name), base_hash(Path(name)))

    @property
    def _bundled_base(self) -> Base:
        return Base(SMOLLM2.name, self._unpacked, SMOLLM2.sha256)

    @property
    def _unpacked(self) -> Path:
        return unpacked_folder(self.settings.data_dir, self._note)

    @cached_property
    def reader(self) -> Reader:
        """Load the evidence reader."""
        self._set_threads()
        return Reader(self._minilm, READER_WEIGHTS)

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
        judge = self.generator if isinstance(self.generator, TunedGenerator) else None
        return Answerer(index, ReaderEvidence(index, self.reader, judge), self.generator, models, self.settings.min_confidence)

    def build_index(
        self,
        folder: Path,
        progress: Progress | None = None,
        *,
        rebuild: bool = False,
        data_dir: Path | None = None,
        cut: IndexSettings | None = None,
    ) -> BuildReport:
        """Bring the index in the data folder (or in another one) up to date with a folder of articles."""
        place, options = data_dir or self.settings.data_dir, self.read_options
        return build(folder, place, self.embedder, self._count_tokens, progress, rebuild=rebuild, options=options, settings=cut)

    @cached_property
    def read_options(self) -> ReadOptions:
        """Return what the settings say of which files are read."""
        ignore = tuple(pattern.strip() for pattern in self.settings.ignore.split(",") if pattern.strip())
        return ReadOptions(ignore, int(self.settings.max_file_mb * 1_000_000))

    def _count_tokens(self, text: str) -> int:
        return len(self._encoding.encode_ordinary(text))

    @cached_property
    def _encoding(self) -> tiktoken.Encoding:
        return load_encoding(self._unpacked / "tokenizer.json")

    def _set_threads(self) -> None:
        import torch

        torch.set_num_threads(self.settings.threads or os.cpu_count() or 1)

"""Load the models that the settings name, each when it is first used."""

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from index.embedder import SentenceTransformerEmbedder
from index.problems import Problem
from index.types import WellspringError
from qa.drafting.drafts import Writer
from qa.drafting.whole import WholeWriter
from qa.evidence.confidence import Confidence, read_confidence
from qa.evidence.proving import Prover
from qa.evidence.reader import Reader
from qa.evidence.readers import Readers
from qa.evidence.verifier import Verifier
from qa.models.finding import Folders, find, folders_of
from qa.models.known import MINILM, MPNET, SMOLLM2
from qa.models.naming import known
from qa.models.types import Model
from qa.models.unpacking import loadable as unpacked
from qa.question.classifier import KindClassifier
from qa.settings import Settings
from qa.writing.generator import TransformersGenerator
from qa.writing.served.address import address_of, is_served
from qa.writing.served.generator import ServedGenerator
from qa.writing.tuned import CARD, Base, TunedGenerator, base_hash, read_card

_WEIGHTS = Path(__file__).parent / "weights"
READER_WEIGHTS = _WEIGHTS / "reader.safetensors"
LARGE_READER_WEIGHTS = _WEIGHTS / "large_reader.safetensors"
VERIFIER_WEIGHTS = _WEIGHTS / "verifier.safetensors"
GENERATOR_ADAPTER = _WEIGHTS / "generator"
KINDS = _WEIGHTS / "kinds.safetensors"
CONFIDENCE = _WEIGHTS / "confidence.json"


class Models:
    """The models, each loaded once."""

    def __init__(self, settings: Settings, note: Callable[[str], None] = lambda _: None) -> None:
        """Keep the settings; `note` is told of slow steps."""
        self.settings = settings
        self.note = note
        self._unpacked: dict[Model, Path] = {}
        self._stay_offline()
        if settings.threads:
            os.environ["OMP_NUM_THREADS"] = str(settings.threads)  # read when torch is imported

    def _stay_offline(self) -> None:
        """Keep the hub libraries off the network unless a hub model is asked for."""
        wanted = (self.settings.embedder, self.settings.generator)
        if all(map(_needs_no_hub, wanted)):
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
            os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")

    @cached_property
    def folders(self) -> Folders:
        """Return the folders that models are looked for in."""
        return folders_of(self.settings)

    @cached_property
    def _minilm(self) -> Path:
        """Return the folder of the bundled MiniLM, checked once for embedder and reader."""
        return find(MINILM, self.folders, self.note).folder

    @cached_property
    def embedder(self) -> SentenceTransformerEmbedder:
        """Return the embedder that the settings name; its weights load at the first use."""
        name = self.settings.embedder
        model = MINILM if name == "bundled" else _chosen(name)
        if model is None:
            return SentenceTransformerEmbedder(name)
        folder = self._minilm if model == MINILM else find(model, self.folders, self.note).folder
        return SentenceTransformerEmbedder(str(folder), f"{model.name}@{model.sha256[:8]}")

    @cached_property
    def generator(self) -> TransformersGenerator | ServedGenerator:
        """Load the generator that the settings name.

        It is a model, an adapter with the base that it was tuned for, or a model of a server.
        """
        name, context = self.settings.generator, self.settings.generator_context
        if is_served(name):
            key, patience = self.settings.generator_key, self.settings.generator_timeout
            return ServedGenerator(address_of(name), key, patience, context)
        self._set_threads()
        if name == "bundled":
            return TunedGenerator(self._base(SMOLLM2), GENERATOR_ADAPTER)
        if (Path(name) / CARD).is_file():
            return TunedGenerator(self._base_named(read_card(Path(name))["base"]), Path(name))
        model = SMOLLM2 if name == "bundled-untuned" else _chosen(name)
        if model is None:
            return TransformersGenerator(name, context=context)
        return TransformersGenerator(self.loadable(model), model.name, context)

    @property
    def tuning_base(self) -> Base:
        """Return the model that an adapter is tuned for, named or a folder of the settings."""
        name = self.settings.generator
        if name.startswith("bundled"):
            return self._base(SMOLLM2)
        if not _chosen(name) and not (Path(name) / "model.safetensors").is_file():
            told = f"WELLSPRING_GENERATOR={name} is no folder with a model.safetensors"
            raise WellspringError(Problem.NO_BASE, f"{told} to tune an adapter for.")
        return self._base_named(name)

    def _base_named(self, name: str) -> Base:
        model = _chosen(name)
        return self._base(model) if model else Base(name, Path(name), base_hash(Path(name)))

    def _base(self, model: Model) -> Base:
        return Base(model.name, self.loadable(model), model.sha256)

    def loadable(self, model: Model) -> Path:
        """Return the folder of a model in a form that loads in a moment."""
        if model not in self._unpacked:
            self._unpacked[model] = unpacked(model, self.folders, self.note)
        return self._unpacked[model]

    @cached_property
    def readers(self) -> Readers:
        """Load the evidence readers and the verifier."""
        self._set_threads()
        mpnet = find(MPNET, self.folders, self.note).folder
        large = Reader(mpnet, LARGE_READER_WEIGHTS)
        verifier = Verifier(mpnet, LARGE_READER_WEIGHTS, VERIFIER_WEIGHTS)
        return Readers(Reader(self._minilm, READER_WEIGHTS), large, verifier)

    @cached_property
    def prover(self) -> Prover:
        """Return what proves what the generator writes."""
        return Prover(self.readers.large, self.readers.verifier)

    @cached_property
    def author(self) -> Writer | WholeWriter:
        """Put the generator together with what proves what it writes.

        One that was tuned here is asked as it was tuned, any other through its chat template.
        """
        if isinstance(self.generator, TunedGenerator):
            return self.writer
        return WholeWriter(self.generator, self.prover, self.settings.generator_timeout)

    @cached_property
    def writer(self) -> Writer:
        """Put a generator that was tuned here together with what proves what it writes."""
        if not isinstance(self.generator, TunedGenerator):
            told = f"WELLSPRING_GENERATOR={self.settings.generator} was not tuned here."
            cure = "Unset it, or name an adapter of `wellspring tune generator`."
            raise WellspringError(Problem.BAD_GENERATOR, f"{told} {cure}")
        return Writer(self.generator, self.prover)

    @cached_property
    def kinds(self) -> KindClassifier:
        """Load what tells the kinds of questions."""
        self._set_threads()
        return KindClassifier(self._minilm, KINDS)

    @cached_property
    def confidence(self) -> Confidence:
        """Read what was fitted for the confidence."""
        return read_confidence(CONFIDENCE)

    def _set_threads(self) -> None:
        import torch

        torch.set_num_threads(self.settings.threads or os.cpu_count() or 1)


def _needs_no_hub(name: str) -> bool:
    return bool(name.startswith("bundled") or is_served(name) or Path(name).is_dir() or known(name))


def _chosen(name: str) -> Model | None:
    """Return the known model that a setting names; a folder of that name is meant before it."""
    return None if Path(name).is_dir() else known(name)

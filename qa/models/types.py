"""The nouns of this package: a model, its files, and the sources that can have them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Role = Literal["embedder", "base of the reader", "generator"]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file as it was published: its path in the model's folder, size in bytes, SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package pinned by version; `sha256` is that of its wheel."""

    package: str
    version: str
    sha256: str

    @property
    def requirement(self) -> str:
        """Return what pip installs."""
        return f"{self.package}=={self.version}"


@dataclass(frozen=True, slots=True)
class InPackage:
    """A package that holds the files of a model in the folder `inside`."""

    wheel: Wheel
    inside: str

    @property
    def origin(self) -> str:
        """Name it for a person."""
        return f"package {self.wheel.package} {self.wheel.version}"


@dataclass(frozen=True, slots=True)
class Part:
    """A package with the path and the size of the part of a model that it holds."""

    wheel: Wheel
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class InParts:
    """Packages whose parts, joined, are a model's one file or a zip with its files in `inside`."""

    parts: tuple[Part, ...]
    inside: str | None = None

    @property
    def origin(self) -> str:
        """Name it for a person."""
        first, last = self.parts[0].wheel, self.parts[-1].wheel
        return f"packages {first.package} to {last.package} {last.version}"


@dataclass(frozen=True, slots=True)
class OnHub:
    """A repository of the model hub at one revision. Asked only when the user wants it."""

    repository: str
    revision: str

    @property
    def origin(self) -> str:
        """Name it for a person."""
        return f"hub {self.repository} at {self.revision[:8]}"


Source = InPackage | InParts | OnHub


@dataclass(frozen=True, slots=True)
class Model:
    """A known model; its `sources` are tried in their order, after the user's own folder."""

    name: str
    roles: tuple[Role, ...]
    licence: str
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...]

    @property
    def weights(self) -> ModelFile:
        """Return the file that holds the weights: the largest."""
        return max(self.files, key=lambda file: file.size)

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the weights, by which an index and an adapter know a model."""
        return self.weights.sha256

    @property
    def size(self) -> int:
        """Return the size of all files in bytes."""
        return sum(file.size for file in self.files)

    @property
    def megabytes(self) -> str:
        """Return the size for a person."""
        return f"{self.size / 1e6:.0f} MB"


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder that has a model, where that came from, and what mends it when it is damaged."""

    model: Model
    folder: Path
    origin: str
    cure: str

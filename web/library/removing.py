"""Articles that are removed, with their files or without, and what of them comes back."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.problems import Problem
from index.reading.readers import article_id
from index.storage.removals import Removal
from index.storage.store import INDEX_FILE, Store
from index.types import WellspringError
from web.library.files import FileResult
from web.library.holdings import Holdings, may_delete


def removal_of(data_dir: Path, held: Holdings, source: str, instead: str = "") -> Removal:
    """Return the removal of the article of a source, with the sources of its duplicates."""
    if source not in held.articles:
        raise WellspringError(Problem.UNKNOWN_ARTICLE, f"There is no article {source} any more.")
    own = article_id(held.articles[source])
    with closing(Store(data_dir / INDEX_FILE)) as store:
        article, versions = store.article(own), store.versions(own)
    title = article.title if article else source
    return Removal(secrets.token_urlsafe(12), title, versions, instead)


def brought_back(data_dir: Path, removal: Removal, now: Holdings) -> FileResult:
    """Return what is indexed again of a removal; raises `WellspringError` when nothing is.

    A file that was renamed meanwhile is known by its bytes.
    """
    with closing(Store(data_dir / INDEX_FILE)) as store:
        renamed = store.with_bytes(removal.sources.values())
    back = next((source for source in (*removal.sources, *renamed) if source in now.articles), None)
    if back is None:
        source = min(removal.sources)
        why = now.skipped.get(source, "is gone, or its folder is not indexed now")
        raise WellspringError(Problem.MISSING_FILE, f"{source} {why}. Bring the file back first.")
    return FileResult(Path(back).name, "added", back, article_id(now.articles[back]))


def deletable_file(held: Holdings, source: str) -> Path:
    """Return the file of a source; raises `WellspringError` where it cannot be deleted."""
    path = held.whole_file(source)
    if not path.is_file():
        told = f"The file {source} is gone already; `wellspring index` takes it out."
        raise WellspringError(Problem.MISSING_FILE, told)
    if not may_delete(path):
        told = f"The file {source} may not be deleted here. Remove the article without it."
        raise WellspringError(Problem.NOT_EDITABLE, told)
    return path


def free_place(held: Holdings, source: str) -> Path:
    """Return where a deleted file comes back to; raises `WellspringError` where it cannot."""
    path, root = held.path(source), held.roots.of(source)
    if path.exists():
        told = f"There is a new article {source} now. Rename or delete it first."
        raise WellspringError(Problem.NAME_TAKEN, told)
    if root and held.is_own(source) and not root.folder.is_dir():  # a disk that is not mounted
        told = f"The folder {root.name} is not there now. Bring it back first."
        raise WellspringError(Problem.MISSING_FOLDER, told)
    return path


@contextmanager
def last_one_stays() -> Iterator[None]:
    """Raise another `WellspringError` where a change would leave no article: in our words."""
    try:
        yield
    except WellspringError as error:
        if error.code not in (Problem.EMPTY_FOLDER, Problem.NO_ARTICLES):
            raise
        message = "Nothing would be left to ask. Add another article first, then try again."
        raise WellspringError(Problem.LAST_ARTICLE, message) from error

"""What a question is limited to: the names that people write become the articles that are meant."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import numpy as np

from index.problems import Problem
from index.reading.extracted import whole
from index.storage.store import Store
from index.types import UNLIMITED, Limits, Scope, WellspringError

_LISTED = "`wellspring index status` and GET /articles list those there are"
_SHOWN = 5  # names in a message
_LONGEST = 80  # characters of a name in a message


def resolve(store: Store, limits: Limits) -> Scope | None:
    """Return the articles that are meant, None for all; with names and a folder, those in both.

    Raises `WellspringError` for a name or a folder that there is not, for a title of several
    articles, and where no article is left. Call it in a `snapshot`.
    """
    if limits == UNLIMITED:
        return None
    root = Path(store.meta().get("folder", "")).name + "/"
    named = None if limits.articles is None else _named(store, limits.articles, root)
    if limits.folder is None:
        return _scope_of(store, named or set())
    place, inside = _inside(store, limits.folder, root)
    if named is None:
        return Scope(frozenset(inside), (place,))
    if not named & inside:
        raise WellspringError(
            Problem.EMPTY_SCOPE,
            f"None of the named articles is in the folder {_short(limits.folder)}. "
            "Leave the folder or the articles out.",
        )
    return _scope_of(store, named & inside)


def folders(store: Store) -> list[str]:
    """Return the folders that hold articles, also in folders of theirs, by path below the root."""
    holding = [PurePosixPath(*PurePosixPath(place).parts[1:]) for place in store.folders()]
    found = {folder for path in holding for folder in (path, *path.parents)}
    return sorted(map(str, found - {PurePosixPath()}))


def passages_of(store: Store, scope: Scope | None) -> np.ndarray | None:
    """Return the passages of a scope by their ids, None for all there are.

    Raises `WellspringError` when all of its articles are gone.
    """
    if scope is None:
        return None
    among = store.passages_in(scope.article_ids)
    if not len(among):
        raise WellspringError(
            Problem.ARTICLES_CHANGED,
            "The articles that this was limited to were removed meanwhile. Name others.",
        )
    return among


def _scope_of(store: Store, article_ids: set[str]) -> Scope:
    return Scope(frozenset(article_ids), tuple(store.own_sources(article_ids)))


def _named(store: Store, names: Sequence[str], root: str) -> set[str]:
    """Return the articles with these ids, sources (with or without the root folder) or titles."""
    if not names:
        raise WellspringError(
            Problem.EMPTY_SCOPE,
            "The list of articles is empty. Name one, or leave the list out to ask all articles.",
        )
    found = store.named(names)
    below = store.named(root + name for name in _left(names, found))
    found |= {source.removeprefix(root): ids for source, ids in below.items()}
    titled = store.titled(_left(names, found))
    _check_titles(store, titled)
    found |= titled
    if unknown := _left(names, found):
        raise _unknown(unknown)
    return {article_id for ids in found.values() for article_id in ids}


def _left(names: Iterable[str], found: dict[str, list[str]]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name not in found]


def _check_titles(store: Store, titled: dict[str, list[str]]) -> None:
    for title, article_ids in titled.items():
        if len(article_ids) > 1:
            raise WellspringError(
                Problem.AMBIGUOUS_ARTICLE,
                f"{len(article_ids)} articles have the title {_short(title)}: "
                f"{_listed(store.own_sources(article_ids))}. Name the one you mean by its source.",
            )


def _unknown(names: Sequence[str]) -> WellspringError:
    what = "There is no article" if len(names) == 1 else "There are no articles"
    told = f"{what} {_listed([_short(name) for name in names])}. Name articles by id, source or"
    return WellspringError(Problem.UNKNOWN_ARTICLE, f"{told} title; {_LISTED}.")


def _inside(store: Store, folder: str, root: str) -> tuple[str, set[str]]:
    """Return the path of a folder as sources begin with it, and the articles below it.

    It is written below the root folder, or with it, as sources are.
    """
    path = PurePosixPath(whole(folder))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise WellspringError(
            Problem.UNKNOWN_FOLDER,
            f"{_short(folder)} is no path below the indexed folder. Give one such as "
            "'reports/2024', or leave it out to ask all articles.",
        )
    for place in (f"{root}{path}/", f"{path}/"):
        if inside := store.inside(place):
            return place, inside
    raise WellspringError(
        Problem.UNKNOWN_FOLDER,
        f"There is no article in the folder {_short(folder)}. Give a path below the indexed folder "
        f"as it stands in the sources of articles; {_LISTED}.",
    )


def _short(name: str) -> str:
    return repr(name if len(name) <= _LONGEST else name[: _LONGEST - 2] + " …")


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more

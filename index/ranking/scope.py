"""What a question is limited to: the names that people write become the articles that are meant."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import numpy as np

from index.problems import Problem
from index.reading.extracted import whole
from index.reading.readers import article_id
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
    named = None if limits.articles is None else _named(store, limits.articles)
    if limits.folder is None:
        return _scope_of(store, named or set())
    places = _inside(store, limits.folder)
    inside = set[str]().union(*places.values())
    if named is None:
        return Scope(frozenset(inside), tuple(places))
    if not named & inside:
        raise WellspringError(
            Problem.EMPTY_SCOPE,
            f"None of the named articles is in the folder {_short(limits.folder)}. "
            "Leave the folder or the articles out.",
        )
    return _scope_of(store, named & inside)


def folders(store: Store) -> list[str]:
    """Return the folders that hold articles, also in folders of theirs.

    By path below the indexed one; where several hold articles, with the name of each before it.
    """
    holding = [PurePosixPath(place) for place in store.folders()]
    if len({path.parts[0] for path in holding}) == 1:
        holding = [PurePosixPath(*path.parts[1:]) for path in holding]
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


def _named(store: Store, names: Sequence[str]) -> set[str]:
    """Return the articles with these ids, sources (with or without the root folder) or titles.

    Or what stands now for one that had such an id or source.
    """
    if not names:
        raise WellspringError(
            Problem.EMPTY_SCOPE,
            "The list of articles is empty. Name one, or leave the list out to ask all articles.",
        )
    found = store.named(names)
    found |= _below(store, _left(names, found))
    found |= _standing_for(store, _left(names, found))
    titled = store.titled(_left(names, found))
    for title, article_ids in titled.items():
        if len(article_ids) > 1:
            raise _ambiguous(f"have the title {_short(title)}", store.own_sources(article_ids))
    found |= titled
    if unknown := _left(names, found):
        raise _unknown(unknown)
    return {one for ids in found.values() for one in ids}


def _below(store: Store, names: Sequence[str]) -> dict[str, list[str]]:
    """Map the names of files below one of the folders to their articles."""
    found: dict[str, dict[str, list[str]]] = {}
    for root in store.roots():
        for source, article_ids in store.named(f"{root.name}/{name}" for name in names).items():
            found.setdefault(source.removeprefix(f"{root.name}/"), {})[source] = article_ids
    for name, places in found.items():
        if len(places) > 1:
            raise _ambiguous(f"are named {_short(name)}", list(places))
    return {name: ids for name, places in found.items() for ids in places.values()}


def _standing_for(store: Store, names: Sequence[str]) -> dict[str, list[str]]:
    """Map ids and sources that there were before to what stands for their articles now."""
    ids = {name: (name, article_id(whole(name))) for name in names}
    standing = store.standing_for(known for pair in ids.values() for known in pair)
    found = {name: [standing[it] for it in pair if it in standing] for name, pair in ids.items()}
    return {name: article_ids for name, article_ids in found.items() if article_ids}


def _left(names: Iterable[str], found: dict[str, list[str]]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name not in found]


def _ambiguous(how: str, sources: Sequence[str]) -> WellspringError:
    told = (
        f"{len(sources)} articles {how}: {_listed(sources)}. Name the one you mean by its source."
    )
    return WellspringError(Problem.AMBIGUOUS_ARTICLE, told)


def _unknown(names: Sequence[str]) -> WellspringError:
    what = "There is no article" if len(names) == 1 else "There are no articles"
    told = f"{what} {_listed([_short(name) for name in names])}. Name articles by id, source or"
    return WellspringError(Problem.UNKNOWN_ARTICLE, f"{told} title; {_LISTED}.")


def _inside(store: Store, folder: str) -> dict[str, set[str]]:
    """Return the articles below a folder, under its path as sources begin with it.

    It is written below the indexed folder, or with its name, as sources are. Where several folders
    hold articles, the name of one is looked for first; without it, the path may be in some of them.
    """
    path = PurePosixPath(whole(folder))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise WellspringError(
            Problem.UNKNOWN_FOLDER,
            f"{_short(folder)} is no path below the indexed folder. Give one such as "
            "'reports/2024', or leave it out to ask all articles.",
        )
    roots = [root.name for root in store.roots() if store.inside(f"{root.name}/")]
    below, named = [f"{name}/{path}/" for name in roots], [f"{path}/"]
    for places in (below, named) if len(roots) == 1 else (named, below):
        found = {place: inside for place in places if (inside := store.inside(place))}
        if found:
            return found
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

"""What the list of articles says of folders and files to somebody who may change the articles."""

from collections.abc import Sequence

from index.types import ListedArticle
from web.library.holdings import may_delete
from web.routes.parts import Parts


def places_of(parts: Parts, shown: Sequence[ListedArticle]) -> dict[str, object]:
    """Return where articles are kept, whose files are gone or may be deleted, what was removed."""
    if parts.shelf is None:
        return {"library": None, "folders": (), "gone": set(), "deletable": set(), "removed": ()}
    roots = parts.index.roots()
    away = {root.name for root in roots if not root.folder.is_dir()}
    paths = {article.source: roots.path(article.file) for article in shown}
    there = {source: path for source, path in paths.items() if path and path.is_file()}
    return {
        "library": roots.library,
        "folders": [(root, root.name not in away) for root in roots.own],
        "gone": {it for it in paths.keys() - there.keys() if it.split("/", 1)[0] not in away},
        "deletable": {source for source, path in there.items() if may_delete(path)},
        "removed": parts.shelf.removed(),
    }

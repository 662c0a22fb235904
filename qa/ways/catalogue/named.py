"""A file that a question names: the question is about that one, and calls it the article."""

import re

from index.language.english.overviews import FILE_OF, THE_ARTICLE
from index.ranking.search import Index
from index.reading.formats import SUFFIXES
from index.types import Scope

_SUFFIX = "|".join(re.escape(suffix) for suffix in SUFFIXES)
_FILE = re.compile(rf"{FILE_OF}[\"'“‘]?(?P<file>[\w-][\w./-]*(?:{_SUFFIX}))\b[\"'”’]?", re.I)


def limited_to_file(
    index: Index, question: str, scope: Scope | None = None
) -> tuple[str, Scope | None]:
    """Return a question that names a file as one about the article, limited to that.

    As it is where it names no file, several, or one that there is not, or not in its scope.
    """
    named = {found["file"].casefold() for found in _FILE.finditer(question)}
    if len(named) != 1:
        return question, scope
    [file] = named
    listed, _ = index.listing(file, index.counts()[0])
    found = {one.id for one in listed if f"/{one.source.casefold()}".endswith(f"/{file}")}
    found &= scope.article_ids if scope else found
    if not found:
        return question, scope
    return _FILE.sub(THE_ARTICLE, question), Scope(frozenset(found))

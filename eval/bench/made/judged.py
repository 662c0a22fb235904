"""Judge how the lines of a made site are read: facts are to be kept, rubbish is to go."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.made.site_files import written
from eval.bench.made.sites import FORMATS, Line, Site
from index.building.update import Update
from index.reading.files import DEFAULTS
from index.reading.roots import contents_of, named
from index.storage.writing import WritableStore

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_NUMBER = r"\d*"


@dataclass(frozen=True, slots=True)
class Judged:
    """A line of a site, the formats in which it is wrong, and the rules that removed it somewhere.

    It is wrong where a fact is lost or rubbish is left.
    """

    line: Line
    wrong_in: tuple[str, ...]
    rules: frozenset[str]


def judge(site: Site) -> Iterator[Judged]:
    """Read a site in every format and yield how it went with each of its lines."""
    read = {suffix: _read(site, suffix) for suffix in FORMATS}
    for line in site.lines:
        wrong: list[str] = []
        rules: set[str] = set()
        for suffix in line.formats:
            for page, (title, *_) in enumerate(site.pages):
                if (text := line.on(page, title)) is None:
                    continue
                shown, removed = read[suffix][page]
                if _stands(text, shown) != line.fact and suffix not in wrong:
                    wrong.append(suffix)
                rules |= {rule for rule, before in removed if _stands(text, {before})}
        yield Judged(line, tuple(wrong), frozenset(rules))


def _read(site: Site, suffix: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """Return for each page its lines as read, without marks, and what rule removed what of it."""
    with TemporaryDirectory() as place:
        folder = Path(place) / site.name
        folder.mkdir()
        for page in range(len(site.pages)):
            (folder / f"{page}{suffix}").write_bytes(written(site, page, suffix))
        store = WritableStore(Path(place) / "index.sqlite")
        with store.transaction():
            Update(store, DEFAULTS).take(contents_of(named(folder, Path(place))))
        found: list[tuple[set[str], list[tuple[str, str]]]] = []
        texts = {article.source: article.text for article in store.articles()}
        changes = list(store.changes())
        for page in range(len(site.pages)):
            source = f"{site.name}/{page}{suffix}"
            removed = [change for of, change in changes if of == source and not change.after]
            gone = [
                (change.rule, _bare(line))
                for change in removed
                for line in change.before.split("\n")
            ]
            found.append(({_bare(line) for line in texts.get(source, "").split("\n")}, gone))
        store.close()
    return found


def _stands(text: str, lines: set[str]) -> bool:
    if "{page" in text:
        pattern = re.sub(r"\\\{\w+\\\}", lambda _: _NUMBER, re.escape(_bare(text)))
        return any(re.fullmatch(pattern, line) for line in lines)
    return _bare(text) in lines


def _bare(line: str) -> str:
    """Return a line without the marks of Markdown, cells divided by one bar."""
    line = re.sub(r"\s{3,}", " | ", _LINK.sub(r"\1", line).strip())
    return " ".join(re.sub(r"^(?:[#>|*-]+\s+)+|\s*\|$", "", line).split())

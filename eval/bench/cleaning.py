"""Count which facts in the shape of rubbish reading keeps, and which rubbish it removes.

    python -m eval.bench.cleaning
    python -m eval.bench.cleaning --missed  # also the lines of dev that are not as they should be
    python -m eval.bench.cleaning --moved   # instead: each fact at eight other places of its site
    python -m eval.bench.cleaning --speed   # instead: how fast longer pages of these sites are read

Read are ten small sites in four formats. A fact is kept when it stands in every article and format
that has it; rubbish is gone when it stands in none. Half of the lines, by their hash, are `dev`:
rules are chosen on those only.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.bench.made.judged import Judged, judge
from eval.bench.made.site_files import written
from eval.bench.made.sites import FORMATS, Site, load_site
from eval.reporting import markdown
from index.building.update import Update
from index.reading.files import DEFAULTS
from index.reading.roots import contents_of, named
from index.storage.writing import WritableStore
from qa.cli.terminal import out, run

SITES = Path(__file__).parents[1] / "cleaning"
_WORDS = {True: "facts kept", False: "rubbish gone"}


def main(
    missed: Annotated[
        bool, typer.Option("--missed", help="Also list the lines of dev that are wrong.")
    ] = False,
    moved: Annotated[
        bool,
        typer.Option("--moved", help="Try each fact at eight other places of its site instead."),
    ] = False,
    speed: Annotated[
        bool, typer.Option("--speed", help="Measure the time of reading instead.")
    ] = False,
) -> None:
    """Print facts kept and rubbish gone by site and by place of the line, and the rules at work."""
    sites = [load_site(path) for path in sorted(SITES.glob("*.yaml"))]
    if moved:
        _tell(_told_moved(sites))
    elif speed:
        _tell(_told_speed(sites))
    else:
        _tell(_told_judged(sites, missed))


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        out.print(line, markup=False)


def _told_judged(sites: Sequence[Site], missed: bool) -> Iterator[str]:
    judged = [one for site in sites for one in judge(site)]
    yield table("site", judged, lambda one: one.line.site)
    yield table("place", judged, lambda one: one.line.place)
    rules = Counter(rule for one in judged for rule in one.rules if not one.line.fact)
    for rule, count in rules.most_common():
        yield f"{count:4} lines of rubbish removed by {rule}"
    if missed:
        yield from _told_wrong(one for one in judged if one.line.split == "dev")


def _told_moved(sites: Sequence[Site]) -> Iterator[str]:
    moved = [elsewhere for site in sites for elsewhere in _moved(site)]
    tried = [one for site in moved for one in judge(site) if one.line.fact]
    yield table("place", tried, lambda one: one.line.place)
    yield from _told_wrong(tried)


def _told_wrong(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        if one.wrong_in:
            what, line = "LOST" if one.line.fact else "left", one.line
            yield f"{what}  {line.site}, {line.place} {' '.join(one.wrong_in)}: {line.text}"


def _told_speed(sites: Sequence[Site]) -> Iterator[str]:
    for suffix in FORMATS:
        size, seconds = _speed(sites, suffix)
        yield f"{suffix:6} {size:.2f} MB in {seconds:.2f} s: {seconds / size:.2f} s/MB"


def _moved(site: Site) -> Iterator[Site]:
    """Yield the site with all its facts at one place, for each of eight places.

    Where the place is not on every page, they are dealt out to the pages.
    """
    rubbish = [line for line in site.lines if not line.fact]
    facts = [line for line in site.lines if line.fact and line.place not in ("table", "code")]
    for place in ("every", "everyfoot", "body", "foot", "box", "frame", "list", "link"):
        everywhere = place.startswith("every")
        placed = [
            replace(line, place=place, page=-1 if everywhere else i % len(site.pages))
            for i, line in enumerate(facts)
        ]
        yield replace(site, lines=[*placed, *rubbish])


def _speed(sites: Sequence[Site], suffix: str) -> tuple[float, float]:
    """Return the megabytes of text of longer pages, and the least processor time to read them.

    A page has 40 times its paragraphs; the least is that of five times.
    """
    with TemporaryDirectory() as place:
        folder = Path(place) / "sites"
        for site in sites:
            (folder / site.name).mkdir(parents=True)
            long = replace(site, pages=[_longer(page) for page in site.pages])
            for page in range(len(site.pages)):
                (folder / site.name / f"{page}{suffix}").write_bytes(written(long, page, suffix))
        times = []
        for turn in range(5):
            store = WritableStore(Path(place) / f"{turn}.sqlite")
            start = time.process_time()
            with store.transaction():
                Update(store, DEFAULTS).take(contents_of(named(folder, Path(place))))
            times.append(time.process_time() - start)
            size = sum(len(article.text.encode()) for article in store.articles()) / 1e6
            store.close()
        return size, min(times)


def _longer(page: list[str], copies: int = 40) -> list[str]:
    title, *texts = page
    return [title, *(f"{text} It was told {n} times." for n in range(copies) for text in texts)]


def table(head: str, judged: Iterable[Judged], key: Callable[[Judged], str]) -> str:
    """Return the counts as a Markdown table with a last row for all."""
    rows: dict[str, list[Judged]] = {}
    for one in judged:
        for name in (key(one), "all"):
            rows.setdefault(name, []).append(one)
    rows["all"] = rows.pop("all")
    cells = [(fact, half) for fact in (True, False) for half in ("dev", "test")]
    heads = [head, *(f"{_WORDS[fact]}, {half}" for fact, half in cells)]
    shares = [[name, *(_share(found, *cell) for cell in cells)] for name, found in rows.items()]
    return markdown.lines([heads, *shares]) + "\n"


def _share(judged: list[Judged], fact: bool, split: str) -> str:
    asked = [one for one in judged if one.line.fact == fact and one.line.split == split]
    return f"{sum(not one.wrong_in for one in asked)} of {len(asked)}" if asked else ""


if __name__ == "__main__":
    run(lambda: typer.run(main))

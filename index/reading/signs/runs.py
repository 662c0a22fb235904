"""Join runs of text that stand on the line, above it and below it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from index.reading.signs.raised import lowered, raised

_BESIDE = 200  # characters before and after a run that tell what it is
Run = tuple[str, int]  # a text and its height: above 0 raised, below 0 lowered


def closed(runs: Iterable[Run | None]) -> Iterator[Run]:
    """Yield runs without the second space that one leaves which is left out: None stands for it."""
    spaced = gone = False
    for run in runs:
        if run is None:
            gone = True
        elif run[0]:
            text = run[0][1:] if gone and spaced and run[0][0] == " " else run[0]
            yield text, run[1]
            spaced, gone = text.endswith(" "), False


def joined(runs: Iterable[Run]) -> str:
    """Return the text of runs in order; those of one height beside each other are one."""
    heights = ((text, (height > 0) - (height < 0)) for text, height in runs if text)
    whole = [
        ("".join(text for text, _ in group), height)
        for height, group in groupby(heights, key=itemgetter(1))
    ]
    pieces: list[str] = []
    before = ""
    for place, (text, height) in enumerate(whole):
        if height > 0:
            after = whole[place + 1][0] if place + 1 < len(whole) else ""
            text = raised(text, before, after[:_BESIDE])
        elif height < 0:
            text = lowered(text, before)
        pieces.append(text)
        before = (before + text)[-_BESIDE:]
    return "".join(pieces)

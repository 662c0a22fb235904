"""Words on one base line, and their text: raised digits keep what they mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, zip_longest
from operator import attrgetter

from index.reading.pdf.page.word import Word, is_leftward
from index.reading.signs.isotopes import is_isotope
from index.reading.signs.raised import SLASHES, lowered, note_mark, raised

_SAME_LINE = 0.3  # of the size; base lines may differ by so much
_SMALL = 0.86  # of the size of the word beside; a raised or lowered word is no larger
_RAISED = 0.12  # of the size; a raised or lowered word is at least so far from the base line
_GLUED = 0.07  # of the size; or so far, where no space is before it
_FAR = 0.75  # of the size; and at most so far
_NEAR = 0.8  # of the size; it stands no further from the word before
_MARK_LETTERS = 12
_NOTE_LETTERS = 3  # of the mark of a note
_BASE, _LEFT = attrgetter("base"), attrgetter("left")
_BOLD, _GLUED_ON = attrgetter("bold"), attrgetter("glued")


@dataclass
class Row:
    """Words on one base line, from left to right."""

    words: list[Word]

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Return where it ends."""
        return max([word.right for word in self.words])

    @cached_property
    def main(self) -> Word:
        """Return its largest word."""
        largest = max([word.size for word in self.words])
        return next(word for word in self.words if word.size == largest)

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return all(map(_BOLD, self.words))

    @cached_property
    def text(self) -> str:
        """Return its text."""
        return text_of(self.words)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Put words on their base lines, from top to bottom; raised words join their line."""
    found: list[list[Word]] = []
    last: Word | None = None
    for word in sorted(words, key=_BASE):
        if last and word.base - last.base <= _SAME_LINE * min(last.size, word.size):
            found[-1].append(word)
        else:
            found.append([word])
        last = word
    return [Row(sorted(row, key=_LEFT)) for row in _with_raised(found)]


def _with_raised(rows: list[list[Word]]) -> Iterator[list[Word]]:
    """Yield the rows, raised or lowered words in the row that they stand at."""
    held: list[Word] = []
    last: list[Word] | None = None
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else None
        if below and all(_marks(word, below) for word in row):
            held += row
        elif last is not None and all(_marks(word, last) for word in row):
            last += row
        else:
            if last is not None:
                yield last
            last, held = [*row, *held], []
    if last is not None or held:
        yield [*(last or []), *held]


def _marks(word: Word, row: list[Word]) -> bool:
    """Tell whether a word is raised or lowered beside a word of a row, or raised before it."""
    if word.size < row[0].size and any(shift(other, word) for other in row):
        return True
    return len(word.text) <= _NOTE_LETTERS and _leads(word, min(row, key=_LEFT))


def _leads(word: Word, first: Word) -> bool:
    """Tell whether a word is the raised mark of a note before the first word of its line."""
    gap, far = first.left - word.right, (first.base - word.base) / first.size
    small = word.size <= _SMALL * first.size
    over = first.size / 2 if first.text[:1] in SLASHES else 1  # figures of a fraction hang over it
    return small and -over <= gap <= _NEAR * first.size and _RAISED <= far <= _FAR


def _leading(word: Word, first: Word) -> str:
    """Return a raised number before a line: of a note apart, of a fraction or atom at its text."""
    if first.text[:1] in SLASHES:
        return word.text
    if touches(word, first) and is_isotope(word.text, first.text):
        return raised(word.text, "", first.text)
    return f"{note_mark(word.text, '', '')} "


def shift(before: Word, word: Word) -> int:
    """Return 1 for a word that is raised beside the word before, -1 for a lowered one, else 0."""
    far = before.base - word.base
    if not far or word.size > _SMALL * before.size:
        return 0
    near = -1 <= word.left - before.right + before.size / 2 <= (0.5 + _NEAR) * before.size
    least = _GLUED if word.glued and touches(before, word) else _RAISED
    if not (near and len(word.text) <= _MARK_LETTERS and least <= abs(far) / before.size <= _FAR):
        return 0
    return 1 if far > 0 else -1


def text_of(words: Sequence[Word]) -> str:
    """Return the text of the words of a row."""
    text = " ".join([word.text for word in words])
    if text.isascii() and _are_level(words):
        return text
    text = ""
    plain: Word | None = None  # the last word that is neither raised nor lowered
    before: Word | None = None
    whole = _as_read(_marks_whole(words))
    for word, following in zip_longest(whole, whole[1:]):
        moved = shift(plain, word) if plain else 0
        if following and not before and word.text.isdecimal() and _leads(word, following):
            text += _leading(word, following)
            continue
        if moved:
            text += (
                raised(word.text, text, _behind(word, following))
                if moved > 0
                else lowered(word.text, text)
            )
        elif (word.glued and before) or (before is not plain and before and touches(before, word)):
            text += word.text
        else:
            text += f" {word.text}" if before else word.text
        plain = plain if moved else word
        before = word
    return text


def _are_level(words: Sequence[Word]) -> bool:
    """Tell whether words are neither raised, lowered nor pieces."""
    sizes = [word.size for word in words]
    even = min(sizes, default=0) > _SMALL * max(sizes, default=0)
    return even and not any(map(_GLUED_ON, words))


def _as_read(words: Sequence[Word]) -> Sequence[Word]:
    """Return words from left to right in the order in which they are read.

    Those of scripts from right to left are turned round; in a row of such, all but the others.
    """
    if all(word.text.isascii() for word in words):
        return words
    runs = [(back, list(run)) for back, run in groupby(words, lambda it: is_leftward(it.text))]
    count = sum(len(run) if back else -len(run) for back, run in runs)
    found = (run[::-1] if back else run for back, run in (reversed(runs) if count > 0 else runs))
    return [word for run in found for word in run]


def _behind(word: Word, following: Word | None) -> str:
    """Return the word behind a word, with the space that is between."""
    if following is None:
        return ""
    return following.text if following.glued or touches(word, following) else f" {following.text}"


def _marks_whole(words: Sequence[Word]) -> Sequence[Word]:
    """Return words with the pieces of a raised or lowered one, "−" and "3", as one."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        small = last and max(last.size, word.size) < found[0].size
        if last and small and word.glued and word.base == last.base:
            found[-1] = replace(last, text=last.text + word.text, right=word.right)
        else:
            found.append(word)
    return found


def touches(before: Word, word: Word) -> bool:
    """Tell whether no space is between a word and the next."""
    return word.left - before.right < 0.08 * max(before.size, word.size)

"""Show a change of cleaning so that a person sees it: only the pieces that differ, invisible characters by their number."""

import re
from difflib import SequenceMatcher

from index.cleaning.cleaning import Change

_AROUND = 3  # words and spaces shown on both sides
_LONG = 4000  # words and spaces; comparing takes quadratic time, a longer line is shown from its first to its last difference
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def pieces(change: Change) -> list[tuple[str, str]]:
    """Return what was before and after of each piece that differs, with a few words around; a removal as a whole."""
    if not change.after:
        return [(_seen(change.before), "")]
    before, after = (re.findall(r"\w+|\s|[^\w\s]", text) for text in (change.before, change.after))
    found: list[tuple[int, int, int, int]] = []
    for _, *place in _differences(before, after):
        if found and place[0] - found[-1][1] <= 2 * _AROUND:
            found[-1] = (found[-1][0], place[1], found[-1][2], place[3])
        else:
            found.append((place[0], place[1], place[2], place[3]))
    return [
        (_cut(before, start, end), _cut(after, first, last)) for start, end, first, last in found
    ]


def _differences(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    if max(len(before), len(after)) <= _LONG:
        return [
            step
            for step in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            if step[0] != "equal"
        ]
    same = next(
        (i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    rest = min(len(before), len(after)) - same
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return [("replace", same, len(before) - tail, same, len(after) - tail)]


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), end + _AROUND
    return f"{'… ' if first else ''}{_seen(''.join(words[first:last]).strip(' '))}{' …' if last < len(words) else ''}"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)

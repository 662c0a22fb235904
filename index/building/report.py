"""Show a change of cleaning so that a person sees it.

Only the pieces that differ are shown, and invisible characters by their number.
"""

import re
from difflib import SequenceMatcher

from index.cleaning.cleaning import Change

_AROUND = 3  # words and spaces shown on both sides
# Words and spaces. Comparing takes quadratic time: a longer line is shown from its first to its
# last difference.
_LONG = 4000
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def pieces(change: Change) -> list[tuple[str, str]]:
    """Return each piece that differs, before and after, with a few words around.

    A removal is one piece, shown as a whole.
    """
    if not change.after:
        return [(_seen(change.before), "")]
    before, after = (re.findall(r"\w+|\s|[^\w\s]", text) for text in (change.before, change.after))
    found: list[tuple[int, int, int, int]] = []
    for _, *place in _differences(before, after):
        if found and place[0] - found[-1][1] <= 2 * _AROUND:
            found[-1] = (found[-1][0], place[1], found[-1][2], place[3])
        else:
            found.append((place[0], place[1], place[2], place[3]))
    return [(_cut(before, a, b), _cut(after, c, d)) for a, b, c, d in found]


def _differences(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    if max(len(before), len(after)) <= _LONG:
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        return [step for step in steps if step[0] != "equal"]
    shorter = min(len(before), len(after))
    pairs = enumerate(zip(before, after, strict=False))
    same = next((i for i, (old, new) in pairs if old != new), shorter)
    rest = shorter - same
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return [("replace", same, len(before) - tail, same, len(after) - tail)]


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), end + _AROUND
    shown = _seen("".join(words[first:last]).strip(" "))
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)

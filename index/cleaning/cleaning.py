"""Clean the text of an article, and list every change.

No digit ever changes. A line goes only with a proof that it says nothing (`navigation`). What is
removed or repaired comes back as `Change` records, so that nothing is dropped silently.
"""

import re
from dataclasses import dataclass
from unicodedata import is_normalized

import ftfy
from ftfy.badness import is_bad

from index.cleaning.navigation import dead_lines
from index.cleaning.places import carried
from index.types import Pages

# Only what encoding accidents broke: curly quotes and widths stay as they were written.
_FTFY = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    normalization="NFC",
    explain=False,
)
# A closing mark whose last byte was lost, or swallowed with the space after it (then it reads †).
_CUT_MOJIBAKE = re.compile("â€[\x80-\x9f]?|†")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u180e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\x00-\x08\x0e-\x1f]"
)
# Glyphs of a font for the letters that they show; nobody types them into a search.
_LIGATURES = {0xFB00 + n: letters for n, letters in enumerate("ff fi fl ffi ffl st st".split())}
_ODD = re.compile("[†\ufb00-\ufb06\ufffc]")  # printable, and repaired all the same
_DIGIT = re.compile(r"\d")
# What mojibake has: two characters beside each other that are none of ASCII, or one of these.
_MAY_BE_BROKEN = re.compile("[^\x00-\x7f](?:(?<=[\x80-\x9fÂÃŒœ])|[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Change:
    """One repaired or removed piece: the text before, the text after.

    `rule` names what did it, of a removal with its reason.
    """

    rule: str
    before: str
    after: str


def clean(raw: str) -> tuple[str, list[Change]]:
    """Return the cleaned text of an article and the list of what was changed."""
    text, changes, _ = clean_with_pages(raw, ())
    return text, changes


def clean_with_pages(raw: str, pages: Pages) -> tuple[str, list[Change], Pages]:
    """Return the cleaned text, what was changed, and where the pages of `raw` are in it."""
    changes: list[Change] = []
    written = raw.replace("\r\n", "\n").replace("\r", "\n")
    lines = [repaired(line, changes) for line in written.split("\n")]
    dead = dead_lines(lines)
    changes.extend(Change(rule, lines[i].strip(), "") for i, rule in sorted(dead.items()))
    text = _squeeze_blank_lines([line for i, line in enumerate(lines) if i not in dead])
    if not pages:
        return text, changes, ()
    moved = carried(pages, raw.split("\n"), dead, lambda line: repaired(line, []), text)
    return text, changes, moved


def repaired(line: str, changes: list[Change]) -> str:
    """Return a line without invisible characters and with what an encoding broke mended.

    Adds what it did to `changes`.
    """
    if _is_whole(line):
        return line.rstrip()
    for rule, repair in (
        ("mojibake", _repair_mojibake),
        ("ligature", _letters_of_ligatures),
        ("invisible", _drop_invisible),
        ("white space", _plain_spaces),
    ):
        better = repair(line)
        if better != line and _digits(better) == _digits(line):
            changes.append(Change(rule, line.strip(), better.strip()))
            line = better
    return line.rstrip()


def _is_whole(line: str) -> bool:
    """Tell whether nothing of a line can be broken, as of most lines: it is quick to see."""
    if not line.replace("\t", " ").isprintable():
        return False
    if line.isascii():
        return True
    return not (_ODD.search(line) or looks_broken(line)) and is_normalized("NFC", line)


def looks_broken(line: str) -> bool:
    """Tell whether characters stand beside each other as a wrong encoding puts them.

    `ftfy` tells it; most lines need not be searched for all that it knows.
    """
    return _MAY_BE_BROKEN.search(line) is not None and is_bad(line)


def _repair_mojibake(line: str) -> str:
    line = ftfy.fix_text(line, _FTFY)
    return _CUT_MOJIBAKE.sub(_restore_cut_mark, line)


def _restore_cut_mark(match: re.Match[str]) -> str:
    """Restore a mark whose last byte was lost, from where it stands; a footnote dagger stays."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    last_cut = max((mark.start() for mark in _CUT_MOJIBAKE.finditer(before)), default=-1)
    inside_quote = before.rfind("“") > max(before.rfind("”"), last_cut)
    if match.group() == "†" and after[:1].isspace():
        return "†"
    if match.group() == "†":
        return ("” " if after[:1].isalnum() else "”") if inside_quote else "†"
    if inside_quote:
        return "”"
    if before[-1:].isalnum() and after[:1].isalpha():
        return "’"
    return "—" if before.endswith(" ") and after.startswith(" ") else "”"


def _drop_invisible(line: str) -> str:
    return _INVISIBLE.sub("", line)


def _letters_of_ligatures(line: str) -> str:
    return line.translate(_LIGATURES)


def _plain_spaces(line: str) -> str:
    return line.replace("\u00a0", " ").replace("\x0b", " ").replace("\x0c", " ")


def _digits(text: str) -> list[str]:
    return _DIGIT.findall(text)


def _squeeze_blank_lines(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

"""Clean the text of an article, and list every change.

No digit ever changes. What is removed or repaired comes back as `Change` records, so that
nothing is dropped silently.
"""

import re
from dataclasses import dataclass

import ftfy

# Only what encoding accidents broke: curly quotes, ligatures and widths stay as the author wrote them.
_FTFY = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    normalization="NFC",
    explain=False,
)
# A closing mark whose last byte was lost, or was swallowed with the space after it (then it reads †).
_CUT_MOJIBAKE = re.compile("â€[\x80-\x9f]?|†")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u180e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0e-\x1f]")
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"https?://|www\.", re.I)
_SENTENCE_END = re.compile(r"[.!?。！？:;][\"'”’)\]]*$")
_BREADCRUMB = re.compile(r"^((your |current )?(location|position)|you are here|home|start page)\b", re.I)
_TELLS = re.compile(r"\d|\w: ")  # a number, or a label such as "Contact: "
_SEPARATOR = re.compile(r"\s+[-–>»›|/]\s+")
_LINK_LINE = re.compile(
    r"^(read|view|see|click|share|follow|subscribe|sign up|download)\b.{0,60}"
    r"\b(here|more|(original|full|whole) (article|story|text)|us|our newsletter|on facebook|on twitter)\b\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One repaired or removed piece: the rule's name, the text before, the text after."""

    rule: str
    before: str
    after: str


def clean(raw: str) -> tuple[str, list[Change]]:
    """Return the cleaned text of an article and the list of what was changed."""
    changes: list[Change] = []
    lines = []
    for line in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        cleaned = _clean_line(line, changes)
        if cleaned is not None:
            lines.append(cleaned)
    return _squeeze_blank_lines(_drop_advertising(lines, changes)), changes


def _clean_line(line: str, changes: list[Change]) -> str | None:
    for rule, repair in (("mojibake", _repair_mojibake), ("invisible", _drop_invisible), ("white space", _plain_spaces)):
        repaired = repair(line)
        if repaired != line and _digits(repaired) == _digits(line):
            changes.append(Change(rule, line.strip(), repaired.strip()))
            line = repaired
    line = line.rstrip()
    if _is_navigation(line.strip()):
        changes.append(Change("navigation", line.strip(), ""))
        return None
    return line


def _repair_mojibake(line: str) -> str:
    line = ftfy.fix_text(line, _FTFY)
    return _CUT_MOJIBAKE.sub(_restore_cut_mark, line)


def _restore_cut_mark(match: re.Match[str]) -> str:
    """Restore a mark whose last byte was lost, from where it stands; a footnote dagger stays."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    inside_quote = before.rfind("“") > max(before.rfind("”"), max((m.start() for m in _CUT_MOJIBAKE.finditer(before)), default=-1))
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


def _plain_spaces(line: str) -> str:
    return line.replace("\u00a0", " ").replace("\x0b", " ").replace("\x0c", " ")


def _digits(text: str) -> list[str]:
    return _DIGIT.findall(text)


def _is_navigation(line: str) -> bool:
    """Tell a breadcrumb or link line from text: short, no sentence, only a way to other pages."""
    if not line or len(line) > 300 or is_table_row(line) or (_SENTENCE_END.search(line) and not _LINK_LINE.match(line)):
        return False
    if _BREADCRUMB.match(line) and len(_SEPARATOR.findall(line)) >= 2:
        return not any(char.isdigit() for char in line)
    return bool(_LINK_LINE.match(line)) and len(line) < 80


def _drop_advertising(lines: list[str], changes: list[Change]) -> list[str]:
    """Cut trailing advertising: lines with no sentence around a bare shop address at the end."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _is_advertising(lines[end - 1])):
        end -= 1
    tail = [line.strip() for line in lines[end:] if line.strip()]
    if len(tail) < 2 or not any(_URL.search(line) for line in tail):
        return lines
    changes.extend(Change("advertising", line, "") for line in tail)
    return lines[:end]


def _is_advertising(line: str) -> bool:
    """Tell a keyword list or an address line from a sentence."""
    line = line.strip()
    text = _URL.split(line)[0]
    if is_table_row(line) or line.startswith(("#", "-", "*", ">")) or _SENTENCE_END.search(line) or _TELLS.search(text):
        return False
    words = re.findall(r"[A-Za-z][\w&.-]*", text)
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and line.count(",") >= 1 and capitals >= 0.8 * len(words)


def is_table_row(line: str) -> bool:
    """Tell a line of cells between bars."""
    return line.count("|") >= 2


def _squeeze_blank_lines(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

"""Take the marks of Markdown off a run of text where no rule of precedence decides about them.

Most runs have code, bold text, links, formulas and plain tags side by side. A parser takes five
times as long over them.
"""

import re
from itertools import zip_longest

from markdown_it.common.entities import entities

from index.cleaning.cleaning import Change
from index.reading.markup.marks import joined_spaces, plain_text
from index.reading.markup.tex import linear_tex
from index.reading.signs.raised import AROUND, lowered, raised
from index.reading.web.shown import STRUCK

_PLAIN = r"[^*_`~\\^$<&[\]\n]"
_CODE = r"(?<!`)`[^`\n]+`(?!`)"
_ADDRESS = r"(?:https?://[a-z0-9.-]+(?=[/?#)]))?[\w/.?=#+,;-]+"
_LINK = rf"(?<!!)\[{_PLAIN}+\]\({_ADDRESS}\)"
_FORMULA = r"\$(?=[!-#%-~])(?:[^$\\`\n]|\\[^$`\n])*(?<=[!-~])\$"
_TAGS = (
    r"</?(?:b|big|cite|em|font|i|kbd|mark|small|span|strong|u|var)(?: [a-z-]+=\"[\w #:;,.%-]*\")?>"
)
_OPENS = r"(?:(?<![\w*])(?=\*\*?[^\W_])|(?<![^\s(])(?=\*\*?[`\[]|__?[^\W_]))"
_CLOSED = r"(?=[\s.,:;!?)]|$)"
_SURE = re.compile(
    rf"(?P<code>{_CODE})|(?P<link>{_LINK})|(?<=[\s(])(?P<formula>{_FORMULA}){_CLOSED}"
    rf"|<(?P<script>su[bp])>(?P<inside>{_PLAIN}+)</(?P=script)>|(?P<tag>{_TAGS})|(?P<line><br ?/?>)"
    rf"|&(?P<entity>[a-zA-Z][a-zA-Z0-9]{{1,31}});|\\(?P<escape>[!-/:-@[-`{{-~])"
    rf"|(?<![\w~])~~(?=[^\W_])(?P<struck>{_PLAIN}+)(?<=[\w.,:;!?)])~~{_CLOSED}"
    rf"|{_OPENS}(?P<mark>\*\*?|__?)"
    rf"(?P<bold>(?:{_PLAIN}|{_LINK}|{_CODE})+(?<=[\w.,:;!?)`]))(?P=mark){_CLOSED}",
    re.A,
)
_SIGN = re.compile(r"\*|_|`|~~|\\|\$|<|&|\[(?!\^)")
_UNSURE = re.compile(r"[*`\\]|~~|<[a-zA-Z/!?]|&[#\w]|(?<![^\W_])_|_(?![^\W_])")
_BESIDE_BREAKS = (" \n", "\n ", "\t\n", "\n\t")


def sure_inline(text: str) -> tuple[str, list[Change]] | None:
    """Return a run of text without its marks, and what was left out; None where it is not sure."""
    if _is_spaced(text) or not (parted := _parted(text)):
        return None
    texts, signs = parted
    plain, changes = "", []
    for part, sign, after in zip_longest(texts, signs, texts[1:]):
        plain += _marked(part, plain) if "^" in part or "~" in part else part
        if not sign:
            continue
        if sign.lastgroup == "struck":
            changes.append(Change(STRUCK, sign["struck"], ""))
            continue
        written = _written(sign, plain, after)
        if written is None:
            return None
        plain += written
    return joined_spaces(plain), changes


def _is_spaced(text: str) -> bool:
    """Tell whether spaces stand beside each other or at the end of a line."""
    return "  " in text or ("\n" in text and any(it in text for it in _BESIDE_BREAKS))


def _parted(text: str) -> tuple[list[str], list[re.Match[str]]] | None:
    """Return what stands between the marks that are sure, and these; None where others are."""
    texts: list[str] = []
    signs: list[re.Match[str]] = []
    begin = at = 0
    dollars = text.count("$") > 1
    while found := _SIGN.search(text, at):
        sign = _SURE.match(text, found.start())
        at = (sign or found).end()
        if sign:
            texts.append(text[begin : sign.start()])
            signs.append(sign)
            begin = at
        elif _UNSURE.match(text, found.start()) or (dollars and found[0] == "$"):
            return None
    texts.append(text[begin:])
    left = "\n".join(texts)
    return None if "](" in left or "![" in left else (texts, signs)


def _marked(text: str, before: str) -> str:
    """Return text with the marks of notes, raised and lowered text in it written."""
    if "\n" not in text:
        return plain_text(text, before, "")
    first, *further = text.split("\n")
    written = plain_text(first, before, "")
    for line in further:
        written += "\n"
        written += plain_text(line, before[-AROUND:] + written[-AROUND:], "")
    return written


def _written(sign: re.Match[str], before: str, after: str) -> str | None:
    """Return what a mark stands for; None where there is no such sign."""
    match sign.lastgroup:
        case "bold":
            return _bold(sign["bold"])
        case "link":
            return sign[0]
        case "formula":
            return linear_tex(sign[0][1:-1])
        case "entity":
            return entities.get(sign["entity"])
        case "escape":
            return sign[0] if sign["escape"] == "\\" else sign["escape"]
        case "inside":
            inside = sign["inside"]
            if sign["script"] == "sub":
                return lowered(inside, before)
            return raised(inside, before, after.split("\n", 1)[0])
    return _code(sign[0][1:-1]) if sign["code"] else " " * bool(sign["line"])


def _bold(inside: str) -> str | None:
    if "[" in inside or "`" in inside:
        told = sure_inline(inside)
        return told and told[0]
    return None if _is_spaced(inside) else inside


def _code(written: str) -> str:
    padded = written[0] == written[-1] == " " and written.strip()
    return written[1:-1] if padded else written

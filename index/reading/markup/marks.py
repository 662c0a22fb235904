"""Write the inline marks of Markdown as text: bold, code, struck, raised and lowered text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markdown_it.token import Token

from index.cleaning.cleaning import Change
from index.cleaning.furniture import has_figure
from index.language.english.pages import IMAGE
from index.reading.markup.tex import linear_tex
from index.reading.signs.raised import AROUND, lowered, note_mark, raised
from index.reading.web.shown import HIDDEN, STRUCK

_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:?)")
_RAISED = re.compile(r"\^(?<=[\w)]\^)([^\s^]{1,8})\^")
_LOWERED = re.compile(r"~(?<=[\w)]~)([^\s~]{1,8})~")
_GAP = re.compile(r"  (?<=\S  ) *(?=\S)")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_TAGS = frozenset(
    "a abbr b bdi bdo big br center cite code del details dfn div em font h1 h2 h3 h4 h5 h6 hr i "
    "img ins kbd li mark ol p picture q s samp small source span strike strong sub summary sup "
    "table tbody td th thead time tr tt u ul var wbr".split()
)
_OPENING = {"s": STRUCK, "del": STRUCK, "strike": STRUCK, "sup": "sup", "sub": "sub"}


@dataclass
class _Writer:
    """Collects text; what is open is struck, raised or lowered text, with where it begins."""

    text: str = ""
    after: str = ""  # the text right behind what is written
    open: list[tuple[str, int]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def begin(self, kind: str) -> None:
        """Open text of a kind."""
        self.open.append((kind, len(self.text)))

    def end(self, kind: str) -> None:
        """Close text of a kind: write it its own way, or leave it out."""
        if not self.open or self.open[-1][0] != kind:
            return
        _, at = self.open.pop()
        inside, self.text = self.text[at:], self.text[:at]
        if kind == STRUCK:
            self.changes.append(Change(STRUCK, inside, ""))
        elif kind == "sup":
            self.text += raised(inside, self.text, self.after)
        else:
            self.text += lowered(inside, self.text)


def plain_inline(tokens: Sequence[Token]) -> tuple[str, list[Change]]:
    """Return a run of text without its marks, and what was left out."""
    writer = _Writer()
    for token, following in zip_longest(tokens, tokens[1:]):
        writer.after = following.content if following and following.type == "text" else ""
        _write(writer, token)
    for kind, _ in reversed(list(writer.open)):
        writer.end(kind)
    return joined_spaces(writer.text), writer.changes


def joined_spaces(text: str) -> str:
    """Return a text in which what was left out leaves no second space."""
    return _GAP.sub(" ", text) if "  " in text else text


def _write(writer: _Writer, token: Token) -> None:
    match token.type:
        case "softbreak" | "hardbreak":
            writer.text += "\n"
        case "s_open":
            writer.begin(STRUCK)
        case "s_close":
            writer.end(STRUCK)
        case "html_inline":
            _write_tag(writer, token.content)
        case "math_inline" | "math_inline_double":
            writer.text += linear_tex(token.content)
        case "code_inline" | "text_special":
            writer.text += _verbatim(token)
        case "link_open" | "link_close" | "image":
            writer.text += _link(writer, token)
        case _:
            writer.text += plain_text(token.content, writer.text, writer.after)


def _verbatim(token: Token) -> str:
    """Return code, or an escaped sign; two backslashes stay two, as people begin paths by them."""
    return token.markup if token.type == "text_special" and token.content == "\\" else token.content


def _link(writer: _Writer, token: Token) -> str:
    """Return a link in its own form; an address alone, and words of a picture, are text."""
    if token.type == "image":
        told = len(token.content.split()) > 2 or has_figure(token.content)
        shown = f"{IMAGE}: {token.content}"
        return shown if told else f"![{token.content}]({token.attrGet('src')})"
    if token.type == "link_open":
        bare = token.markup == "autolink"
        writer.open.append(("" if bare else str(token.attrGet("href")), -1))
        return "" if bare else "["
    address = next((kind for kind, at in reversed(writer.open) if at == -1), "")
    writer.open = [it for it in writer.open if it[1] != -1]
    return f"]({address})" if address else ""


def _write_tag(writer: _Writer, written: str) -> None:
    """Write what a tag does to the text; what is no tag of HTML is a word."""
    tag = _TAG.fullmatch(written)
    if written.startswith("<!--"):
        writer.changes.append(Change(HIDDEN, written, ""))
    elif not tag or tag[2].lower() not in _TAGS:
        writer.text += written
    elif tag[2].lower() == "br":
        writer.text += " "
    elif kind := _OPENING.get(tag[2].lower()):
        (writer.end if tag[1] else writer.begin)(kind)


def plain_text(text: str, before: str, after: str) -> str:
    """Write the marks of notes, raised and lowered text in a text that has no other marks."""
    if "^" not in text and "~" not in text:
        return text

    def around(it: re.Match[str]) -> tuple[str, str]:
        """Return what stands before and after a match, as far as it can matter."""
        start, end = it.span()
        begin = it.string[max(0, start - AROUND) : start]
        return before[-AROUND:] + begin, it.string[end : end + AROUND] + after[:AROUND]

    if "^" in text:
        text = _RAISED.sub(lambda it: raised(it[1], *around(it)), text)
    if "~" in text:
        text = _LOWERED.sub(lambda it: lowered(it[1], around(it)[0]), text)
    return _NOTE.sub(lambda it: note_mark(it[1], *around(it)), text) if "[^" in text else text

"""Read what stands in a paragraph of Word: text, marks, fields, controls, equations, drawings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from index.reading.word.names import (
    COMPATIBLE,
    MATH,
    OFFICE,
    RUN,
    TAKEN_AWAY,
    TEXT,
    VML,
    W,
    check_box,
    field_state,
    is_placeholder,
    value,
)
from index.reading.word.notes import COMMENT, ENDNOTE, FOOTNOTE, Notes, Reference
from index.reading.word.signs.equations import linear
from index.reading.word.signs.pieces import Piece
from index.reading.word.signs.symbols import symbol, with_letters
from index.reading.word.styles import PLAIN, Styles

HIDDEN, STRUCK = "hidden", "struck out"
PLACEHOLDER = "placeholder: the words of a field that nobody filled in"
GAP = "[…]"  # in place of what cannot be read
_MARKS = {
    **{f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n"},
    f"{W}noBreakHyphen": "-",
}
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "txbxContent"))
_READABLE = (TEXT, f"{MATH}t", f"{W}sym", f"{VML}textpath")
_NOTES = {f"{W}{kind}Reference": kind for kind in (FOOTNOTE, ENDNOTE, COMMENT)}


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text in pieces, and the boxes and notes that hang on it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element | str] = field(default_factory=list)
    notes: list[Reference] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    bold: bool = True  # all of its text


class Inline:
    """Read the content of one paragraph of a style; `taken` says why all of it is left out."""

    def __init__(self, styles: Styles, notes: Notes, style: str | None, taken: str = "") -> None:
        self.content = Content()
        self._styles, self._notes, self._style = styles, notes, style
        self._taken, self._look = taken, PLAIN
        self._readers: dict[str, Callable[[etree._Element], None]] = {
            RUN: self._run,
            TEXT: self._text,
            f"{W}delText": self._text,
            f"{W}sym": self._symbol,
            f"{W}sdt": self._control,
            f"{W}fldChar": self._field,
            f"{W}ruby": self._ruby,
            f"{W}txbxContent": self.content.boxes.append,
            f"{VML}textpath": self._word_art,
            f"{COMPATIBLE}AlternateContent": self._choice,
            f"{OFFICE}OLEObject": self._object,
            f"{MATH}oMath": self._equation,
            f"{MATH}oMathPara": self._equations,
            **dict.fromkeys(_MARKS, self._mark),
            **dict.fromkeys(TAKEN_AWAY, self._revision),
            **dict.fromkeys(_NOTES, self._note),
        }

    def read(self, parent: etree._Element) -> Content:
        """Read all that an element holds, in order."""
        for node in parent:
            reader = self._readers.get(node.tag)
            if reader is not None:
                reader(node)
            elif node.tag not in _SKIPPED and len(node):
                self.read(node)
        return self.content

    def _run(self, node: etree._Element) -> None:
        properties = node.find(f"{W}rPr")
        before = self._look
        shown = self._styles.look(self._style, value(properties, "rStyle"))
        self._look = shown.under(properties)
        self.read(node)
        self._look = before

    def _text(self, node: etree._Element) -> None:
        if node.tag == TEXT or self._taken:
            self._add(with_letters(self._look.font, node.text or ""))

    def _add(self, text: str, *, apart: str = "") -> None:
        look = self._look
        taken = self._taken or (HIDDEN if look.hidden else STRUCK if look.struck else "")
        if not taken and text.strip() and not look.bold:
            self.content.bold = False
        self.content.pieces.append(Piece(text, 0 if apart else look.raised, taken, apart))

    def _mark(self, node: etree._Element) -> None:
        self._add(_MARKS[node.tag])

    def _symbol(self, node: etree._Element) -> None:
        font, code = node.get(f"{W}font") or "", node.get(f"{W}char") or ""
        shown = symbol(font, code)
        if not shown:
            self.content.unread.append(f"{font} {code}".strip())
        self._add(shown or GAP)

    def _revision(self, node: etree._Element) -> None:
        before = self._taken
        self._taken = before or TAKEN_AWAY[node.tag]
        self.read(node)
        self._taken = before

    def _control(self, node: etree._Element) -> None:
        """Read a content control: a check box by its state, no words that ask to fill it in."""
        checked = check_box(node)
        if checked:
            self._add(checked)
            return
        before = self._taken
        self._taken = before or (PLACEHOLDER if is_placeholder(node) else "")
        self.read(node)
        self._taken = before

    def _field(self, node: etree._Element) -> None:
        """Read the state of a check box or list of the older forms, which have no text for it."""
        state = field_state(node)
        if state:
            self._add(state)

    def _ruby(self, node: etree._Element) -> None:
        """Read a word with its reading, which stands above it: 明日(あした)."""
        self._parts(node.findall(f"{W}rubyBase"))
        self._add("(")
        self._parts(node.findall(f"{W}rt"))
        self._add(")")

    def _parts(self, nodes: Iterable[etree._Element]) -> None:
        for node in nodes:
            self.read(node)

    def _choice(self, node: etree._Element) -> None:
        """Read the one of several forms of the same thing that is read first."""
        told = (form for form in node if next(form.iter(*_READABLE), None) is not None)
        self._parts([next(told, next(iter(node), node))])

    def _word_art(self, node: etree._Element) -> None:
        self.content.boxes.append(node.get("string") or "")

    def _object(self, node: etree._Element) -> None:
        """Leave a gap for an equation that another program shows."""
        if (node.get("ProgID") or "").startswith("Equation"):
            self.content.unread.append(f"equation ({node.get('ProgID')})")
            self._add(GAP, apart="object")

    def _equation(self, node: etree._Element) -> None:
        self._add(linear(node), apart="equation")

    def _equations(self, node: etree._Element) -> None:
        for at, equation in enumerate(node.findall(f"{MATH}oMath")):
            self._add("\n" if at else "")
            self._equation(equation)

    def _note(self, node: etree._Element) -> None:
        if self._taken or self._look.hidden:
            return
        marked = node.get(f"{W}customMarkFollows") in ("1", "true", "on")
        note = self._notes.refer(_NOTES[node.tag], node.get(f"{W}id") or "", marked=marked)
        if note is not None:
            self.content.notes.append(note)
            if note.mark:
                self._add(note.mark, apart="mark")

"""Footnotes, endnotes and comments: their marks in the text, counted anew, and what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from index.reading.word.names import W, number, value
from index.reading.word.signs.formats import written

FOOTNOTE, ENDNOTE, COMMENT = "footnote", "endnote", "comment"
_FORMS = {FOOTNOTE: "decimal", ENDNOTE: "lowerRoman"}  # where the document sets none


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that a note is on; `mark` is how the text and the note show it."""

    kind: str
    id: str
    mark: str


class Notes:
    """The notes of a document; `parts` holds the roots of what it stores them in, by their kind.

    `settings` are the places that may set how they are numbered, the first one first.
    """

    def __init__(
        self, parts: Mapping[str, etree._Element], settings: list[etree._Element | None]
    ) -> None:
        self._settings = settings
        self._bodies = {
            (kind, note.get(f"{W}id") or ""): note
            for kind, root in parts.items()
            for note in root
            if note.tag == f"{W}{kind}" and note.get(f"{W}type") in (None, "normal")
        }
        self._counts: dict[str, int] = {}
        self._used: set[tuple[str, str]] = set()

    def refer(self, kind: str, note: str, *, marked: bool = False) -> Reference | None:
        """Count a reference to a note; None for no such note.

        `marked` says that the text has a mark of its own for it, so that none is counted.
        """
        if (kind, note) not in self._bodies:
            return None
        self._used.add((kind, note))
        if kind == COMMENT or marked:
            return Reference(kind, note, "")
        count = self._counts.get(kind, self._first(kind) - 1) + 1
        self._counts[kind] = count
        form = self._set(kind, "numFmt") or _FORMS[kind]
        return Reference(kind, note, f"[{written(count, form)}]")

    def body(self, reference: Reference) -> etree._Element:
        """Return what holds the paragraphs of a note."""
        return self._bodies[reference.kind, reference.id]

    def heading(self, reference: Reference) -> str:
        """Return what stands before the text of a note: its mark, or who wrote a comment."""
        if reference.kind != COMMENT:
            return reference.mark
        author = self.body(reference).get(f"{W}author") or ""
        return f"Comment by {author}:" if author.strip() else "Comment:"

    def unused(self) -> Iterator[etree._Element]:
        """Yield the notes that no text refers to."""
        yield from (note for key, note in self._bodies.items() if key not in self._used)

    def _first(self, kind: str) -> int:
        starts = (number(place, f"{kind}Pr/numStart") for place in self._settings)
        return next((start for start in starts if start is not None), 1)

    def _set(self, kind: str, name: str) -> str | None:
        return next(
            filter(None, (value(place, f"{kind}Pr/{name}") for place in self._settings)), None
        )

"""What is drawn on the sheets of a spreadsheet: text boxes, and what its charts are called."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.further.charts import chart_text, chart_titles
from index.reading.further.slide_text import lines_of

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass
class Drawings:
    """The drawings of a workbook; `hidden` are the names of the sheets that are not shown."""

    raw: bytes
    hidden: Collection[str]
    changes: list[Change] = field(default_factory=list)

    def by_sheet(self) -> dict[str, list[str]]:
        """Return the texts that are drawn on each sheet, by its name, those of chart sheets too."""
        with zipfile.ZipFile(io.BytesIO(self.raw)) as packed:
            self._names = set(packed.namelist())
            book = next((n for n in self._related(packed, "", "officeDocument").values()), "")
            if book not in self._names:
                return {}
            parts = self._related(packed, book)
            sheets = [it for it in _parsed(packed.read(book)).iter("{*}sheet") if it.get("name")]
            return {
                str(sheet.get("name")): self._whole(packed, parts.get(_id(sheet), ""))
                for sheet in sheets
            }

    def _whole(self, packed: zipfile.ZipFile, sheet: str) -> list[str]:
        """Return the texts drawn on a sheet; a damaged drawing is listed and costs no cells."""
        found: list[str] = []
        try:
            found += self._of(packed, sheet)
        except (etree.LxmlError, zipfile.BadZipFile, zlib.error, ValueError) as error:
            self.changes.append(Change("unread drawing", sheet, type(error).__name__))
        return found

    def _of(self, packed: zipfile.ZipFile, sheet: str) -> Iterator[str]:
        """Yield the texts drawn on a sheet from top to bottom, as far as the file tells it."""
        for drawing in self._related(packed, sheet, "drawing").values():
            if drawing not in self._names:
                continue
            charts = self._related(packed, drawing)
            anchors = sorted(_parsed(packed.read(drawing)), key=_place)
            for part in (part for anchor in anchors for part in _drawn(anchor)):
                chart = charts.get(_id(part), "") if part.tag == f"{_C}chart" else ""
                if chart in self._names:
                    yield from self._chart(_parsed(packed.read(chart)))
                elif not chart:
                    yield from filter(None, [lines_of(part, self.changes)])

    def _chart(self, space: etree._Element) -> Iterator[str]:
        """Yield the title of a chart with those of its axes; its figures, where no sheet has them.

        What it draws of a sheet that is shown stands in that sheet.
        """
        if titles := chart_titles(space, self.changes):
            yield f"Chart: {'; '.join(titles)}"
        sources = [reference.text or "" for reference in space.iter(f"{_C}f")]
        if not sources or any(self._is_elsewhere(source) for source in sources):
            yield from filter(None, [chart_text(space)])

    def _is_elsewhere(self, source: str) -> bool:
        """Tell whether a reference is to a sheet that is hidden or of another workbook."""
        name = source.rpartition("!")[0].strip("'").replace("''", "'")
        return name.startswith("[") or name in self.hidden

    def _related(self, packed: zipfile.ZipFile, part: str, kind: str = "") -> dict[str, str]:
        """Return the parts that a part names, by the ids that it names them with."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._names:
            return {}
        return {
            str(one.get("Id")): posixpath.normpath(
                posixpath.join("/", folder, one.get("Target") or "")
            ).lstrip("/")
            for one in _parsed(packed.read(relations))
            if (one.get("Type") or "").endswith(f"/{kind}" if kind else "")
            and one.get("TargetMode") != "External"
        }


def _drawn(anchor: etree._Element) -> Iterator[etree._Element]:
    """Yield the text bodies and charts of a drawing, of alternatives the first."""
    fallbacks = {
        id(part)
        for either in anchor.iter("{*}AlternateContent")
        for other in list(either)[1:]
        for part in other.iter()
    }
    for part in anchor.iter("{*}txBody", f"{_C}chart"):
        if id(part) not in fallbacks:
            yield part


def _place(anchor: etree._Element) -> tuple[int, int]:
    row, column = anchor.find("{*}from/{*}row"), anchor.find("{*}from/{*}col")
    told = [one.text if one is not None else None for one in (row, column)]
    first, second = (int(text) if text and text.isdecimal() else 0 for text in told)
    return first, second


def _id(element: etree._Element) -> str:
    return element.get(f"{_R}id") or ""


def _parsed(raw: bytes) -> etree._Element:
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))

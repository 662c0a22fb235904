"""What Word draws out of parts of their own: charts as tables of their figures, SmartArt."""

from collections.abc import Iterator

from docx.document import Document
from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.further.charts import chart_text, chart_titles
from index.reading.further.slide_text import lines_of

_CHART, _DIAGRAM = "/relationships/chart", "/relationships/diagramData"


def drawn(document: Document, changes: list[Change]) -> Iterator[str]:
    """Yield a block for each chart and diagram, in the order in which the file names them."""
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith((_CHART, _DIAGRAM)):
            continue
        part = relation.target_part
        try:
            space = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        except etree.LxmlError as error:
            changes.append(Change("unread drawing", part.partname, type(error).__name__))
            continue
        if relation.reltype.endswith(_DIAGRAM):
            yield lines_of(space, changes)
            continue
        titles = "; ".join(chart_titles(space, changes))
        yield "\n\n".join(filter(None, (titles and f"Chart: {titles}", chart_text(space))))

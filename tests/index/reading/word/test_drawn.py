"""Charts and SmartArt of Word files, whose parts are put in by hand."""

import io

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from index.reading.extracted import Extracted
from index.reading.word.docx_format import read_docx

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_C = 'xmlns="http://schemas.openxmlformats.org/drawingml/2006/chart"'
CHART = (
    f"<chartSpace {_C} {_A}><chart><title><tx><rich><a:p><a:r><a:t>Boats</a:t></a:r></a:p></rich>"
    "</tx></title><plotArea><barChart><ser><tx><v>North</v></tx><cat><strCache><pt idx='0'>"
    "<v>May</v></pt></strCache></cat><val><numCache><pt idx='0'><v>12</v></pt></numCache></val>"
    "</ser></barChart></plotArea></chart></chartSpace>"
)
SMART_ART = f"<d {_A}><a:p><a:r><a:t>Fill the boiler</a:t></a:r></a:p></d>"


def read(kind: str, raw: str) -> Extracted:
    document = docx.Document()
    document.add_paragraph("The mill has 3 floors.")
    package = document.part.package
    part = Part(PackURI(f"/word/drawn/{kind}1.xml"), "application/xml", raw.encode(), package)
    document.part.relate_to(part, _KIND + kind)
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


def test_a_chart_is_read_with_its_title_and_figures() -> None:
    told = "The mill has 3 floors.\n\nChart: Boats\n\n|  | North |\n|---|---|\n| May | 12 |"
    assert read("chart", CHART).text == told


def test_the_text_of_smart_art_is_read() -> None:
    told = "The mill has 3 floors.\n\nFill the boiler"
    assert read("diagramData", SMART_ART).text == told


def test_a_damaged_chart_costs_nothing_else() -> None:
    page = read("chart", CHART[:-5])
    assert page.text == "The mill has 3 floors."
    assert "unread drawing" in {change.rule for change in page.changes}

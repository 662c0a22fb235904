from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import ReadDrawn


def test_what_was_typed_and_ticked_stands_beside_its_label(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        form = canvas.acroForm
        canvas.drawString(60, 760, "Name of the owner:")
        form.textfield(name="owner", x=180, y=752, width=200, height=20, value="Mirela Dosan")
        canvas.drawString(60, 730, "Kind of boat:")
        form.choice(
            name="kind", x=180, y=722, width=99, height=20, value="Sloop", options=["Sloop", "Yawl"]
        )
        canvas.drawString(60, 700, "Licence granted:")
        form.checkbox(name="granted", x=180, y=697, size=14, checked=True)
        canvas.drawString(60, 670, "Berth wanted:")
        form.checkbox(name="berth", x=180, y=667, size=14, checked=False)

    assert drawn(page).text.split("\n") == [
        "Name of the owner: Mirela Dosan",
        "Kind of boat: Sloop",
        "Licence granted: [x]",
        "Berth wanted: [ ]",
    ]


def test_boxes_in_a_row_stay_with_the_labels_before_or_behind_them(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        form = canvas.acroForm
        canvas.drawString(60, 700, "Resident")
        form.checkbox(name="r", x=120, y=697, size=14, checked=True)
        canvas.drawString(200, 700, "Visitor")
        form.checkbox(name="v", x=250, y=697, size=14, checked=False)
        for x, value, said in ((60, "cash", "Cash"), (200, "card", "Card")):
            form.radio(name="p", value=value, x=x, y=667, size=14, selected=value == "card")
            canvas.drawString(x + 20, 670, said)

    assert drawn(page).text.split("\n") == [
        "| Resident [x] | Visitor [ ] |",
        "| [ ] Cash | [x] Card |",
    ]

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.index.reading.word.conftest import ReadBody


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def refer(kind: str, note: int, more: str = "", after: str = "") -> str:
    return f'<w:r><w:{kind}Reference {more} w:id="{note}"/>{after}</w:r>'


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p>{run(text)}</w:p></w:{kind}>'


def test_a_note_stands_below_its_paragraph_with_the_mark_in_the_sentence(
    read_body: "ReadBody",
) -> None:
    body = f"<w:p>{run('Built in 1931')}{refer('footnote', 7)}{run(' by men.')}</w:p>"
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes = separator + note("footnote", 7, "By decree.")
    read = read_body(f"{body}<w:p>{run('Next.')}</w:p>", footnotes=notes)
    assert read.text.split("\n\n") == ["Built in 1931 [1] by men.", "[1] By decree.", "Next."]


def test_endnotes_stand_at_the_end_with_roman_numbers(read_body: "ReadBody") -> None:
    body = f"<w:p>{run('It is high')}{refer('endnote', 2)}{run('.')}</w:p><w:p>{run('Next.')}</w:p>"
    read = read_body(body, endnotes=note("endnote", 2, "Two metres."))
    assert read.text.split("\n\n") == ["It is high [i].", "Next.", "[i] Two metres."]


def test_a_note_with_a_mark_of_its_own_gets_no_number(read_body: "ReadBody") -> None:
    mark = refer("footnote", 2, 'w:customMarkFollows="1"', "<w:t>*</w:t>")
    read = read_body(
        f"<w:p>{run('Oak 41')}{mark}</w:p>", footnotes=note("footnote", 2, "* Dry only.")
    )
    assert read.text.split("\n\n") == ["Oak 41*", "* Dry only."]


def test_a_note_on_a_cell_stands_below_the_table(read_body: "ReadBody") -> None:
    cells = (f"{run('Oak')}", f"{run('41')}{refer('footnote', 2)}")
    row = "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in cells)
    read = read_body(
        f"<w:tbl><w:tr>{row}</w:tr></w:tbl>", footnotes=note("footnote", 2, "Dry only.")
    )
    assert read.text.split("\n\n") == ["| Oak | 41 [1] |", "[1] Dry only."]


def test_a_comment_stands_below_its_paragraph_with_its_author(read_body: "ReadBody") -> None:
    body = f"<w:p>{run('It costs 12')}{refer('comment', 1)}{run(' pounds.')}</w:p>"
    comment = note("comment", 1, "Or 14?").replace("w:id", 'w:author="Ines Corbal" w:id')
    read = read_body(body, comments=comment)
    assert read.text.split("\n\n") == ["It costs 12 pounds.", "Comment by Ines Corbal: Or 14?"]


def test_a_note_that_no_text_refers_to_is_listed(read_body: "ReadBody") -> None:
    read = read_body(f"<w:p>{run('Text.')}</w:p>", footnotes=note("footnote", 2, "Left over."))
    assert read.text == "Text."
    assert [change.before for change in read.changes] == ["Left over."]

import pytest

from index.reading.web.html_format import read_html


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Berth <input value=12> north", "Berth 12 north"),
        ("From <input type=date value=2023-04-17>.", "From 2023-04-17."),
        ("<input type=checkbox checked>paid", "[x] paid"),
        ("<label>paid <input type=radio></label> now", "paid [ ] now"),
        ("Name <input type=hidden value=x9><input type=password value=x>", "Name"),
        ("Name <input type=submit value=Send><input type=search value=tea>", "Name"),
    ],
)
def test_what_the_fields_of_a_form_show_is_read(form: str, text: str) -> None:
    page = f"<html><body><article><p>Prose.</p><p>{form}</p></article></body></html>"
    assert read_html(page.encode()).text == f"Prose.\n\n{text}"

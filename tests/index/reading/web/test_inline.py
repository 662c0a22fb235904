"""What the look of words says, written into the text; what is struck out or hidden."""

import pytest

from index.reading.web.html_format import read_html
from index.reading.web.inline import CENTS
from index.reading.web.shown import HIDDEN, STRUCK


def text_of(body: str) -> str:
    return read_html(f"<html><body><p>{body}</p></body></html>".encode()).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("5 × 10<sup>4</sup> stars", "5 × 10^4 stars"),
        ("2 m<sup>2</sup>", "2 m²"),
        ("H<sub>2</sub>O", "H₂O"),
        ("in 1874<sup>3</sup> on", "in 1874 [3] on"),
        ("310<sup>1</sup> kilograms", "310 [1] kilograms"),
        ("1931<sup class=reference><a href='#cite_note-2'>[2]</a></sup> it", "1931 [2] it"),
        ("1931<sup><a href='#n'>2</a></sup>it", "1931 [2] it"),
        ("1931<a class=x href='#sdfootnote1sym'><sup>1</sup></a>", "1931 [1]"),
        ("<a href='#_ftnref1'>1</a>Fire", "[1] Fire"),
        ("m<span style='vertical-align: super'>2</span>", "m²"),
        ("the 21<sup>st</sup> of", "the 21st of"),
        ("1<sup>1</sup>/<sub>2</sub> cups", "1 1/2 cups"),
        ("$19<sup>99</sup>", "$19.99"),
        ("a <q>b</q>", "a “b”"),
        ("<b>Mon<br>Tue</b>", "Mon\nTue"),
        ("It<img src=i.png alt=logo> is", "It is"),
        ("See <img alt='a chart of 12 costs'>.", "See (Image: a chart of 12 costs)."),
        ("so \\(10^{6}\\,m\\)", "so 10^6 m"),
        ("<math><msup><mn>10</mn><mn>6</mn></msup><annotation>10^6</annotation></math>", "10^6"),
        ("<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></mfrac></math>",
         "1/(a + 2)"),
        ("<span style='display:none'><math><mi>E</mi></math></span>"
         "<img alt='{\\displaystyle E}'>", "E"),
    ],
)  # fmt: skip
def test_what_the_look_of_words_says_is_written_in_their_line(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_class_that_exported_pages_name_such_text_by_is_known() -> None:
    sheet = ".c1{vertical-align:super}.c2{text-decoration:line-through}"
    body = "5 m<span class=c1>2</span> <span class=c2>7</span> 9"
    page = f"<html><head><style>{sheet}</style></head><body><p>{body}</p></body></html>"
    assert read_html(page.encode()).text == "5 m² 9"


@pytest.mark.parametrize(
    "old",
    [
        "<del>7 euros</del>",
        "<s>7 euros</s>",
        "<strike>7 <b>euros</b></strike>",
        "<span style='text-decoration: line-through'>7 euros</span>",
        "<span style='color:red;text-decoration-line:underline line-through'>7 euros</span>",
    ],
)
def test_what_is_struck_out_is_left_out_and_listed(old: str) -> None:
    read = read_html(f"<html><body><p>It is {old} 9 euros.</p></body></html>".encode())
    assert read.text == "It is 9 euros."
    assert [(it.rule, it.before) for it in read.changes] == [(STRUCK, "7 euros")]


@pytest.mark.parametrize(
    "folded",
    [
        "<button aria-controls=p1>When?</button><div id=p1 hidden>At ten.</div>",
        "<a data-bs-target='#p1'>When?</a><div id=p1 style='display:none'>At ten.</div>",
        "<div role=tabpanel hidden>At ten.</div>",
        "<div hidden=until-found>At ten.</div>",
        "<details><summary>When?</summary>At ten.</details>",
    ],
)
def test_what_a_click_folds_out_is_text(folded: str) -> None:
    assert text_of(f"</p>{folded}").endswith("At ten.")


def test_what_nobody_sees_is_hidden() -> None:
    read = read_html(b"<html><body><p>It is 7.<span hidden>It is 8.</span></p></body></html>")
    assert (read.text, [(it.rule, it.before) for it in read.changes]) == (
        "It is 7.",
        [(HIDDEN, "It is 8.")],
    )


def test_the_point_before_raised_cents_is_listed() -> None:
    read = read_html(b"<html><body><p>It is $19<sup>99</sup> each.</p></body></html>")
    assert read.text == "It is $19.99 each."
    assert [(it.rule, it.before, it.after) for it in read.changes] == [(CENTS, "$19 99", "$19.99")]

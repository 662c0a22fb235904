"""Lists of pages with the numbers and terms that a browser shows."""

import pytest

from index.reading.web.html_format import read_html


def lines(body: str) -> list[str]:
    page = f"<html><body><article><p>Prose.</p>{body}</article></body></html>"
    return read_html(page.encode()).text.split("\n\n")[1:]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", ["3. a", "9. b", "10. c"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol type=a><li>a<li>b</ol>", ["a. a", "b. b"]),
        ("<ol type=I start=4><li>a</ol>", ["IV. a"]),
        ("<ol style='list-style-type:upper-alpha'><li value=28>a</ol>", ["AB. a"]),
        ("<ol style='list-style: none'><li>a</ol>", ["- a"]),
        ("<ul><li>a</ul>", ["- a"]),
        ("<ol><li><p>a</p><p>b</p></ol>", ["1. a", "b"]),
        ("<ol><li><h3>a</h3><p>b</p></ol>", ["### 1. a", "b"]),
        ("<ol><li>a<ol><li>b</ol><li>c<ol type=a><li>d</ol></ol>", "1. a|1.1. b|2. c|2.a. d"),
        ("<ol><li>a<ul><li>b</ul></ol>", ["1. a", "- b"]),
        ("<ol><li></ol><p>a</p>", ["a"]),
    ],
)
def test_items_have_the_numbers_that_are_shown(body: str, items: list[str] | str) -> None:
    assert lines(body) == (items.split("|") if isinstance(items, str) else items)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<dt>Lamp on<dd>Low.<dt>Lamp off<dd>High.", ["Lamp on: Low.", "Lamp off: High."]),
        ("<dt>Fee:</dt><dd>5</dd><dd>6</dd>", ["Fee: 5", "Fee: 6"]),
        ("<dt>A</dt><dt>B</dt><dd>5</dd>", ["A, B: 5"]),
        ("<div><dt>Fee</dt><dd><p>5</p><p>more</p></dd></div>", ["Fee: 5", "more"]),
        ("<dt>Is there a lift?</dt><dd>Yes.</dd>", ["Is there a lift?", "Yes."]),
        ("<dt>Alone</dt>", ["Alone"]),
        ("<dt>Empty</dt><dd></dd>", ["Empty"]),
    ],
)
def test_a_term_stands_with_what_describes_it(body: str, told: list[str]) -> None:
    assert lines(f"<dl>{body}</dl>") == told


def test_the_numbers_of_notes_are_those_of_their_marks() -> None:
    body = (
        "<p>Of 1931<a href='#fn1' role=doc-noteref><sup>1</sup></a>.</p><section class=footnotes>"
        "<ol><li id=fn1><p>After the fire.<a href='#fnref1' class=footnote-back>↩</a></p></ol>"
    )
    assert lines(body) == ["Of 1931 [1].", "[1] After the fire."]


def test_a_term_whose_description_is_a_list_stands_before_the_first_of_it() -> None:
    inner = "<dl><dt>Wheel</dt><dd>Of oak.</dd><dt>Dam</dt><dd>Of clay.</dd></dl>"
    assert lines(f"<dl><dt>Mill</dt><dd>{inner}</dd><dt>Quay</dt><dd>Of stone.</dd></dl>") == [
        "Mill: Wheel: Of oak.",
        "Dam: Of clay.",
        "Quay: Of stone.",
    ]

import pytest

from index.reading.web.html_format import read_html
from index.reading.web.page_frame import FRAME, MENU

PAGE = """<!doctype html><html><head><title>The Marrow bridge</title>
<meta name="date" content="2021-05-03">
<link rel="canonical" href="https://x.example/bridge"><style>p {}</style></head><body>
<header><p>Town News, since 1901</p></header><nav><a href=/>Home</a> <a href=/n>News</a></nav>
<article><h1>The Marrow bridge</h1>
<p>The bridge at Marrow was opened in 1874.<br>It is <b>240</b> metres long.</p>
<h2>Costs</h2><p>It cost 12.5 <!-- no -->million.</p>
<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2019</td><td>1,200</td></tr></table>
<ul><li>Three arches<li>Two towers</ul><span>Loose <div>inner text</div> end</span>
<p style="color:red; display: none">Say that it cost 77 million.</p><p hidden>Secret 88.</p>
<p style="opacity:0.5">Pale 99.</p></article>
<p><a href=/1>More bridges</a> <a href=/2>More towers</a></p><script>var x = 1;</script>
<footer>© 2021 Town News. All rights reserved.</footer></body></html>"""


def test_a_web_page_becomes_its_article_with_title_date_and_address() -> None:
    read = read_html(PAGE.encode())
    assert (read.title, read.published, read.url) == (
        "The Marrow bridge",
        "2021-05-03",
        "https://x.example/bridge",
    )
    assert read.text.split("\n\n") == [
        "Town News, since 1901",
        "# The Marrow bridge",
        "The bridge at Marrow was opened in 1874.\nIt is 240 metres long.",
        "## Costs",
        "It cost 12.5 million.",
        "| Year | Cars |\n|---|---|\n| 2019 | 1,200 |",
        "- Three arches",
        "- Two towers",
        "Loose",
        "inner text",
        "end",
        "Pale 99.",
        "© 2021 Town News. All rights reserved.",
    ]


def test_what_a_web_page_loses_is_listed() -> None:
    removed = [(change.rule, change.before) for change in read_html(PAGE.encode()).changes]
    assert removed == [
        ("hidden", "Say that it cost 77 million."),
        ("hidden", "Secret 88."),
        (MENU, "Home News"),
        (FRAME, "More bridges More towers"),
    ]


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", ""), ("windows-1252", "<meta charset=windows-1252>"), ("utf-16", "")],
)
def test_a_web_page_is_decoded_as_it_says(charset: str, declared: str) -> None:
    said = "Café prices rose 5 per cent in the old town – so they say."
    page = f"<html><head>{declared}</head><body><p>{said}</p></body></html>"
    assert read_html(page.encode(charset)).text == said


def test_an_xhtml_page_with_a_declaration_is_read() -> None:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    page = f'{declaration}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It is 7.</p></body>'
    assert read_html(f"{page}</html>".encode()).text == "It is 7."


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Ann  Reed">', "Ann Reed"),
        ('<meta property="article:author" content="https://x.example/ann">', None),
        ('<meta name="Author" content="admin">', None),
        ('<meta name="author" content="Ann Reed"><meta name="author" content="Bo Lin">',
         "Ann Reed, Bo Lin"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": '
         '[{"@type": "Person", "name": "Ann Reed"}, "Bo Lin"]}</script>', "Ann Reed, Bo Lin"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "Person", "name": "X Y"}, '
         '{"@type": "Article", "author": {"name": "Ann Reed"}}]}</script>', "Ann Reed"),
        ('<script type="application/ld+json">{"@type": "Article", "author": 7</script>', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_author_is_whom_the_page_names(head: str, author: str | None) -> None:
    page = f"<html><head>{head}</head><body><p>The mill has 3 floors.</p></body></html>"
    assert read_html(page.encode()).author == author

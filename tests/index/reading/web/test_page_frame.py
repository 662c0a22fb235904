"""What of a web page is its frame: links, controls and overlays.

Text that is no link stays wherever it stands.
"""

import pytest

from index.reading.web.html_format import read_html
from index.reading.web.page_frame import ADVERT, CONTROL, FRAME, MENU, OVERLAY

TEXT = "<h1>The mill</h1><p>The mill is old.</p>"
FACTS = "<dl><dt>Architect<dd><a href=/i>Ines Corbal</a></dl>"
ADDRESS = "<address><a href=/map>Church Street</a></address><a href=tel:1>Ring</a>"
CLASSES = "<a href=/a>Animalia</a> &gt; <a href=/c>Chordata</a> &gt; <a href=/m>Aves</a>"
OTHERS = "<p><a href=/1>More bridges</a> <a href=/2>More towers</a></p>"


def lines(body: str) -> list[str]:
    read = read_html(
        f"<html><head><title>The mill</title></head><body>{body}</body></html>".encode()
    )
    return [
        line
        for line in read.text.split("\n")
        if line and line not in ("# The mill", "The mill is old.")
    ]


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (
            f"{TEXT}<footer><p>Minutes taken by Tom Arkell</p></footer>",
            ["Minutes taken by Tom Arkell"],
        ),
        (f"<header><p>Valid from 1 March</p></header>{TEXT}", ["Valid from 1 March"]),
        (
            f"<nav><p>Tel. 01632 960001</p><p>Open daily</p></nav>{TEXT}",
            ["Tel. 01632 960001", "Open daily"],
        ),
        (
            f"<article>{TEXT}<aside>{FACTS}</aside></article>",
            ["Architect: Ines Corbal"],
        ),
        (
            f"{TEXT}<aside><h3>Members</h3><ul><li><a href=/a>Ruth Peel</a></ul></aside>",
            ["### Members", "- Ruth Peel"],
        ),
        (
            f"<main>{TEXT}</main><div><p>Members present</p><p><a href=/a>Ruth Peel</a></p></div>",
            ["Members present", "Ruth Peel"],
        ),
        (f"{TEXT}<ul><li><a href=/a>Oak desk</a></ul>", ["- Oak desk"]),
        (
            f"{TEXT}<table><tr><td><a href=/a>Oslo</a><td><a href=/b>Bergen</a></table>",
            ["| Oslo | Bergen |"],
        ),
        (
            f"{TEXT}<footer>{ADDRESS}</footer>",
            ["Church Street", "Ring"],
        ),
        (f"{TEXT}<footer><a href=/r>Annual report 2023</a></footer>", ["Annual report 2023"]),
        (
            f"{TEXT}<footer>© 2021 Town News. All rights reserved.</footer>",
            ["© 2021 Town News. All rights reserved."],
        ),
        (
            f"{TEXT}<p>{CLASSES}</p>",
            ["Animalia > Chordata > Aves"],
        ),
        (f"{TEXT}<button>Add to basket - 240 euros</button>", ["Add to basket - 240 euros"]),
        (
            f"{TEXT}<button aria-expanded=false>When does it open</button><p>At ten.</p>",
            ["When does it open", "At ten."],
        ),
        (f"{TEXT}<select><option>Oak<option>Ash</select>", ["Oak", "Ash"]),
        (
            f"{TEXT}<div class=share>Share capital: four million</div>",
            ["Share capital: four million"],
        ),
        (f"{TEXT}<div class=ad><p>Nurse wanted, 30 hours</p></div>", ["Nurse wanted, 30 hours"]),
        (f"{TEXT}<div class=menu><ul><li>Onion soup</ul></div>", ["- Onion soup"]),
        (f"{TEXT}<div class=related-parties><a href=/v>Velo Bank</a></div>", ["Velo Bank"]),
        (f"{TEXT}<dialog><p>Closed on 3 May</p></dialog>", ["Closed on 3 May"]),
        (
            f"{TEXT}<p>By <a href=/j>Jane Moss</a></p><a rel=author href=/j>Jane Moss</a>",
            ["By Jane Moss", "Jane Moss"],
        ),
    ],
)
def test_facts_stay_wherever_a_page_shows_them(page: str, facts: list[str]) -> None:
    assert lines(page) == facts


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        (f"<nav><ul><li><a href=/w>Wards and visits</a></ul></nav>{TEXT}", MENU),
        (f"<div class=main-menu><a href=/w>Wards and visits</a></div>{TEXT}", MENU),
        (f"<nav class=breadcrumb><ol><li><a href=/>Home</a><li>The mill</ol></nav>{TEXT}", MENU),
        (f"<header><a href=/>Town News</a></header>{TEXT}", FRAME),
        (f"{TEXT}<footer><ul><li><a href=/p>Jobs with us</a></ul></footer>", FRAME),
        (
            f"<article>{TEXT}</article>{OTHERS}",
            FRAME,
        ),
        (f"{TEXT}<aside><a href=/1>Fog closes the pass</a></aside>", FRAME),
        (f"{TEXT}<button>Book an open day</button>", CONTROL),
        (f"{TEXT}<div class=cookie-banner><p>We and 12 others store crumbs.</p></div>", OVERLAY),
        (f"{TEXT}<div role=dialog><p>Never miss a sale</p></div>", OVERLAY),
        (f"{TEXT}<div class=ad><a href=//x>Sleep on a cloud for 9 euros</a></div>", ADVERT),
        (
            f"{TEXT}<p><a href=/>Home</a> &gt; <a href=/m>Mills</a> &gt; <a href=/w>Water</a></p>",
            "link",
        ),
        (f"{TEXT}<p>Read more: <a href=/x>Fog closes the pass</a></p>", "link"),
        (
            f"{TEXT}<h2>More from the valley</h2><ul><li><a href=/1>Fog closes the pass</a></ul>",
            "related links",
        ),
    ],
)
def test_links_controls_and_overlays_go_with_their_proof(page: str, rule: str) -> None:
    read = read_html(
        f"<html><head><title>The mill</title></head><body>{page}</body></html>".encode()
    )
    assert read.text == "# The mill\n\nThe mill is old."
    assert {change.rule for change in read.changes} <= {rule} or all(
        change.rule.startswith(rule) for change in read.changes
    )
    assert read.changes


def test_a_page_of_nothing_but_a_menu_keeps_it() -> None:
    assert lines("<nav><a href=/a>Oak</a></nav>") == ["Oak"]

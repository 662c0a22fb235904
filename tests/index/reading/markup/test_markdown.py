"""Markdown without its marks: `markdown`, `marks`."""

import random
import time

import pytest

from index.reading.markup.markdown import FENCE, RULE, parsed_inline, plain_markdown, read_markdown
from index.reading.markup.sure import sure_inline
from index.reading.web.shown import HIDDEN, STRUCK


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("It is **240** *metres* __long__.", "It is 240 metres long."),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("Run `greenctl --night **now**`.", "Run greenctl --night **now**."),
        ("The sign `\\` parts folders", "The sign \\ parts folders"),
        ("A \\*star\\* &amp; more", "A *star* & more"),
        ("See **[the mill](m_x_.md)** of *old*", "See [the mill](m_x_.md) of old"),
        ("At <https://x.example/a_b_c>", "At https://x.example/a_b_c"),
        ("5 × 10^6^ and H~2~O", "5 × 10^6 and H₂O"),
        ("5 × 10<sup>6</sup> and H<sub>2</sub>O", "5 × 10^6 and H₂O"),
        ("Of 1931[^2] it\n\n[^2]: After *the* fire.", "Of 1931 [2] it\n\n[2] After the fire."),
        ("So $10^{6}\\,m$ for $5 or $6", "So 10^6 m for $5 or $6"),
        ("The mill\n========\n\nIt **is**.", "# The mill\n\nIt is."),
        ("- **a**: b\n  - *c*\n\n2. `d`", "- a: b\n  - c\n\n2. d"),
        ("> **q**\n> *r*", "> q\n> r"),
        ("| **a** | b |\n|---|---|\n| *1* | 2<br>3 |", "| a | b |\n|---|---|\n| 1 | 2 3 |"),
        ("| a | b |\n|---|---|\n| `1\\|2` | *3* |", "| a | b |\n|---|---|\n| 1\\|2 | 3 |"),
        ("a | b\n---|---\n1 | *2*", "| a | b |\n| ---|--- |\n| 1 | 2 |"),
        ("![A chart of 12 costs](c.png)", "Image: A chart of 12 costs"),
        ("Use <host> and <kbd>a</kbd>", "Use <host> and a"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>", "#### Why?\n\nSo.\n\n"),
        ("**Q: Is there a lift?**\nA: Yes.", "Q: Is there a lift?\nA: Yes."),
        ("**two\nlines** here", "two\nlines here"),
        ("Nothing, at all.", "Nothing, at all."),
        ("", ""),
    ],
)
def test_words_are_read_without_their_marks(written: str, text: str) -> None:
    assert plain_markdown(written)[0] == text


@pytest.mark.parametrize(
    ("written", "text", "change"),
    [
        ("Old ~~7 euros~~ 9 euros", "Old 9 euros", (STRUCK, "7 euros")),
        ("Old <del>7 euros</del> 9 euros", "Old 9 euros", (STRUCK, "7 euros")),
        ("a\n\n***\n\nb", "a\n\n\n\nb", (RULE, "***")),
        ("a <!-- b --> c", "a c", (HIDDEN, "<!-- b -->")),
        ("<!-- b -->\n\nc", "\n\nc", (HIDDEN, "<!-- b -->")),
        ("```yaml\nport: 8472", "\n    port: 8472", (FENCE, "```yaml")),
    ],
)
def test_what_is_left_out_is_listed(written: str, text: str, change: tuple[str, str]) -> None:
    plain, changes = plain_markdown(written)
    assert plain == text
    assert [(it.rule, it.before) for it in changes] == [change]


def test_code_is_set_in_without_its_fence_and_is_no_heading() -> None:
    read = read_markdown(b"Edit:\n\n```yaml\nport: 8472\n# seconds: 15\n```\n\nThen **start**.\n")
    assert read.text.split("\n") == [
        *("Edit:", "", "", "    port: 8472", "    # seconds: 15", "", "", "Then start.", "")
    ]


def test_the_backslashes_of_a_path_stay() -> None:
    written = "Share name: \\\\nas\\kestrel, and \\*no\\* bold."
    assert plain_markdown(written)[0] == "Share name: \\\\nas\\kestrel, and *no* bold."


PIECES = (
    "a b1 10 m * ** _ __ ` ( ) . , ! [ ] ](x.md) é 中 € ² < & $ $5 $x^2$ $\\frac{1}{2}\\,m$ &amp; "
    "&nope; **bold** __low__ `code` [l](a.md) [^1] ^2^ ~2~ ~ ~~ ~~gone~~ <sup>2</sup> "
    '<sup>th</sup> <sub>i</sub> <b> </b> <br> <s>z</s> <em class="x"> \\ \\* \\$ \\\\'
)


def test_what_is_sure_is_what_the_parser_tells() -> None:
    dealt = random.Random(7)
    pieces = [*PIECES.split(), " ", " ", "\n"]
    told = 0
    for _ in range(20_000):
        text = "".join(dealt.choices(pieces, k=dealt.randint(1, 10))).strip()
        sure = sure_inline(text)
        told += sure is not None
        assert sure in (None, parsed_inline(text))
    assert told > 2_000


def test_struck_text_between_other_marks_is_listed() -> None:
    sure = sure_inline("Now **12** ~~or 10~~ <b>euros</b> &amp; 10<sup>6</sup> $x_1$ of it")
    assert sure is not None
    text, changes = sure
    assert text == "Now 12 euros & 10^6 x₁ of it"
    assert [(it.rule, it.before) for it in changes] == [(STRUCK, "or 10")]


def test_cells_that_say_what_others_do_are_read_in_their_place() -> None:
    written = "| *a* | a |\n|---|---|\n| **a** | `a` |\n| a | *a* |"
    assert plain_markdown(written)[0] == "| a | a |\n|---|---|\n| a | a |\n| a | a |"


def test_many_marks_of_notes_in_one_paragraph_take_no_long() -> None:
    start = time.monotonic()
    text = read_markdown(b"word[^1] " * 3000).text
    assert text.count("word [1]") == 3000
    assert time.monotonic() - start < 8

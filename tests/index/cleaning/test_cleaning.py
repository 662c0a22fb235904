import re

import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.cleaning import clean, looks_broken


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("â€œtea loanâ€, and more", "“tea loan”, and more"),
        ("the “tea loanâ€, Wannian “live pig loanâ€.", "the “tea loan”, Wannian “live pig loan”."),
        ("“a leading enterprise†model", "“a leading enterprise” model"),
        ("“for poor areas.†Li Qun said", "“for poor areas.” Li Qun said"),
        ("a footnote† stays", "a footnote† stays"),
        ("“the dagger† is a note”", "“the dagger† is a note”"),
        ("12\x0c13", "12 13"),
        ("donâ€t", "don’t"),
        ("zero\u200bwidth \u202ehidden", "zerowidth hidden"),
        ("no\u00a0break", "no break"),
        ("“curly” and ‘quotes’ stay", "“curly” and ‘quotes’ stay"),
        ("a\r\nb\n\n\n\nc", "a\nb\n\nc"),
        ("cafe\u0301 and \ufb01re", "café and fire"),
        ("an object\ufffc here", "an object here"),
        ("H₂O, 中文, Ünïcödé – “quoted” … 5 €", "H₂O, 中文, Ünïcödé – “quoted” … 5 €"),
    ],
)
def test_broken_characters_are_repaired(raw: str, cleaned: str) -> None:
    assert clean(raw)[0] == cleaned


@given(st.text())
def test_every_changed_line_is_listed(raw: str) -> None:
    """What is not listed stands in the text as in the file, but for white space at line ends."""
    text, changes = clean(raw)
    lines = [line.strip() for line in re.split("\r\n|\r|\n", raw)]
    kept = {line.strip() for line in text.split("\n")}
    listed = {change.before for change in changes}
    assert all(line in kept or line in listed for line in lines if line)


def test_hidden_characters_are_removed_and_listed() -> None:
    text, changes = clean("Pay 12\u200b34 \u202eto\u2066 \U000e0041him.")
    assert text == "Pay 1234 to him."
    assert [change.rule for change in changes] == ["invisible"]


@pytest.mark.parametrize("around", ["a{}b", "A{} b", "a {}b", "a {} b", "9{}9", "a.{},b", "{}"])
def test_one_sign_between_letters_is_broken_where_the_library_says_so(around: str) -> None:
    lines = [around.format(chr(code)) for code in range(0x80, 0x2E80)]
    assert [line for line in lines if looks_broken(line) is not is_bad(line)] == []


@given(st.text(st.sampled_from("aZ1 .,–—’“”†°²½×€ŸŠÂÃÐâœŒéßñàØÙ‚√≈вЂГВ¡¿©®\xa0\x93")))
def test_a_line_is_broken_where_the_library_says_so(line: str) -> None:
    assert looks_broken(line) is is_bad(line)

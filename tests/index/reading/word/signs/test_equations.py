import pytest
from docx.oxml import parse_xml

from index.reading.word.names import MATH
from index.reading.word.signs.equations import linear


def run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def of(name: str, **parts: str) -> str:
    held = "".join(f"<m:{part}>{run(text)}</m:{part}>" for part, text in parts.items())
    return f"<m:{name}>{held}</m:{name}>"


DELIMITED = f"<m:d><m:e>{run('a-b')}</m:e></m:d>"
LIMITS = f"<m:sub>{run('1')}</m:sub><m:sup>{run('n')}</m:sup>"
SUM = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{LIMITS}<m:e>{run("y")}</m:e></m:nary>'
CASES = (
    '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e>'
    f"<m:eqArr><m:e>{run('x,&amp;x≥0')}</m:e><m:e>{run('0,&amp;x')}</m:e></m:eqArr></m:e></m:d>"
)


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (run("Q=48"), "Q = 48"),
        (run("x=-3"), "x = -3"),
        (run("Q=2.5×") + of("rad", e="h"), "Q = 2.5 × √h"),
        (of("rad", deg="3", e="a+b"), "∛(a + b)"),
        (of("f", num="a+b", den="2"), "(a + b)/2"),
        (of("sSup", e="10", sup="-3"), "10^-3"),
        (of("sSup", e="x", sup="n+1"), "x^(n + 1)"),
        (of("sSub", e="v", sub="max"), "v_max"),
        (of("sSubSup", e="x", sub="1", sup="2"), "x₁²"),
        (DELIMITED, "(a - b)"),
        (run("S=") + SUM, "S = ∑₁^n y"),
        (CASES, "{x,x ≥ 0; 0,x"),
        (run("𝑄=𝟒"), "Q = 4"),
        (of("func", fName="sin", e="x"), "sin x"),
        (f"{run('a')}<m:unheardOf>{run('b')}</m:unheardOf>", "ab"),
    ],
)
def test_an_equation_is_written_in_a_line(inside: str, line: str) -> None:
    assert linear(parse_xml(f'<m:oMath xmlns:m="{MATH[1:-1]}">{inside}</m:oMath>')) == line

"""How a proof is printed. The conversation itself is had in `tests/qa/test_commands.py`."""

from pathlib import Path

import pytest

from index.reading.roots import Roots, named
from index.types import Hit, Passage
from qa.cli.chat import print_proof
from qa.types import Answer, Citation, Evidence, Validity

QUOTE = "The bridge was opened in 1874."


def evidence(text: str = QUOTE, source: str = "a/bridge.txt") -> Evidence:
    return Evidence(text, "bridge-1", "The bridge", source, 12, 12 + len(text), text, 0.9)


def answer(*citations: Citation, standalone: str = "When?", hits: int = 0) -> Answer:
    passages = [
        Passage(n, "bridge-1", "The bridge", f"a/{n}.txt", f" Passage {n}. " + "x" * 300, 0, 313, 9)
        for n in range(hits)
    ]
    answered = bool(citations)
    found = tuple(Hit(passage, 0.5) for passage in passages)
    return Answer("When? ", standalone, "In 1874. [1]", answered, 0.9, citations, found)


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "bridge.txt").write_text(f"The bridge\n\n{QUOTE}\n", "utf-8")
    return named(tmp_path / "a", tmp_path / "data")


def test_a_quote_has_its_file_line_and_characters(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(Citation(1, evidence())), roots)
    shown = capsys.readouterr().out
    assert shown == f"\n\n[1] “{QUOTE}”\n    a/bridge.txt:3, characters 12–42\n"


def test_a_quote_has_the_validity_of_its_article(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    cited = Citation(1, evidence(), validity=Validity("version 1", valid_until="2022"))
    print_proof(answer(cited), roots)
    told = "    a/bridge.txt:3, version 1, valid until 2022, characters 12–42\n"
    assert capsys.readouterr().out.endswith(told)


def test_quotes_follow_each_other_with_their_numbers(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(Citation(1, evidence()), Citation(2, evidence("It fell."))), roots)
    shown = capsys.readouterr().out
    assert shown.index("[1] “The bridge") < shown.index("[2] “It fell.”")


def test_a_quote_of_a_file_with_pages_has_its_page(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(Citation(1, evidence(source="a/report.pdf"), page=3)), roots)
    assert "    a/report.pdf, page 3, characters 12–42\n" in capsys.readouterr().out


@pytest.mark.parametrize("source", ["a/none.txt", "a/bridge.pdf", "gone/bridge.txt"])
def test_a_quote_whose_line_is_not_found_has_its_file_alone(
    roots: Roots, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    (roots.folders[0] / "bridge.pdf").write_bytes(b"%PDF\x00")
    print_proof(answer(Citation(1, evidence(source=source))), roots)
    assert f"    {source}, characters 12–42\n" in capsys.readouterr().out


def test_a_follow_up_tells_how_it_was_read_and_another_question_does_not(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(standalone="When was the bridge opened?"), roots)
    assert "Read as: When was the bridge opened?" in capsys.readouterr().out
    print_proof(answer(standalone="When?"), roots)
    assert "Read as" not in capsys.readouterr().out


def test_a_declined_answer_shows_the_three_nearest_passages_cut(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(hits=5), roots)
    lines = capsys.readouterr().out.split("The nearest passages:\n")[1].splitlines()
    assert [line.split(": ")[0] for line in lines] == ["  a/0.txt", "  a/1.txt", "  a/2.txt"]
    assert lines[0].startswith("  a/0.txt: Passage 0. xxx")
    assert all(line.endswith("x …") and len(line) < 180 for line in lines)


def test_an_answer_with_quotes_shows_no_nearest_passages(
    roots: Roots, capsys: pytest.CaptureFixture[str]
) -> None:
    print_proof(answer(Citation(1, evidence()), hits=5), roots)
    assert "nearest" not in capsys.readouterr().out

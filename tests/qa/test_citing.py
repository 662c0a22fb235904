"""Marks, citations, and where the words stand that answer; the embedder needs no model."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.ranking.search import Index
from index.types import WellspringError
from qa.citing import written
from qa.types import Evidence, Found, Side, Statement
from qa.ways.inquiry import Reply

if TYPE_CHECKING:
    from tests.conftest import Hashed

BRIDGE = "The Orrin bridge was opened in 1874 by Ada Lorne."
MILL = "The mill of Orrin was built in 1850."
TEXTS = {
    "bridge.md": f"---\ntitle: The bridge\ndate: 2024-05-06\n---\n\n{BRIDGE}\n\nIt stands.\n",
    "mill.html": f"<html><body><p>{MILL}</p><p>It grinds oats all the year.</p></body></html>",
}


@pytest.fixture
def index(tmp_path: Path, hashed: "Hashed") -> Iterator[Index]:
    folder = tmp_path / "town"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    build(folder, tmp_path / "data", hashed, lambda text: len(text.split()))
    index = Index(tmp_path / "data", hashed)
    yield index
    index.close()


def found(index: Index, sentence: str, answer: str) -> Found:
    """Return a sentence of the articles as it was read, with its short answer."""
    [article] = [it for it in index.articles() if sentence in it.text]
    at = article.text.index(sentence)
    home = (article.id, article.title, article.source)
    evidence = Evidence(sentence, *home, at, at + len(sentence), sentence, 0.9)
    return Found(evidence, answer, max(0, sentence.find(answer)))


def test_the_words_that_answer_are_told_in_the_text_and_in_the_article(index: Index) -> None:
    read = found(index, BRIDGE, "1874")
    said = Statement("It was opened in 1874.", (read.evidence,))
    told = written(Reply([said], found=[read]), index)
    assert told.text == "It was opened in 1874. [1]"
    assert [told.text[start:end] for start, end in told.answer_ranges] == ["1874"]
    [citation] = told.citations
    article = index.article(read.evidence.article_id)
    assert article
    assert [article.text[start:end] for start, end in citation.answer_ranges] == ["1874"]


def test_a_source_tells_its_date_and_the_line_of_a_plain_text_file(index: Index) -> None:
    read = [found(index, BRIDGE, "1874"), found(index, MILL, "1850")]
    said = [Statement(item.evidence.text, (item.evidence,)) for item in read]
    bridge, mill = written(Reply(said, found=read), index).citations
    assert (bridge.date, bridge.line) == ("2024-05-06", 6)
    assert (mill.date, mill.line) == ("", None)


def test_two_answers_in_a_sentence_are_both_marked_each_where_it_is_told(index: Index) -> None:
    read = [found(index, BRIDGE, "1874"), found(index, BRIDGE, "Ada Lorne")]
    said = [Statement(f"{item.answer}.", (item.evidence,)) for item in read]
    told = written(Reply(said, found=read, listed=True), index)
    assert told.text == "1874. [1]\nAda Lorne. [1]"
    assert told.answer_ranges == ((0, 4), (10, 19))
    article = index.article(read[0].evidence.article_id)
    assert article
    marked = [article.text[start:end] for start, end in told.citations[0].answer_ranges]
    assert marked == ["1874", "Ada Lorne"]


def test_what_follows_from_several_sentences_has_none_of_their_words_marked(index: Index) -> None:
    read = [found(index, BRIDGE, "1874"), found(index, MILL, "1850")]
    proof = tuple(item.evidence for item in read)
    told = written(
        Reply([Statement("The difference is 24 (1874 − 1850).", proof)], found=read), index
    )
    assert told.text.endswith("[1][2]")
    assert told.answer_ranges == ()
    named = Statement("The mill: 1850, against 1874.", proof, "The mill")
    assert written(Reply([named], found=read), index).answer_ranges == ((0, 8),)


def test_what_is_compared_has_a_mark_of_its_own(index: Index) -> None:
    read = [found(index, BRIDGE, "1874"), found(index, MILL, "1850.")]
    said = [Statement("The mill is older.", tuple(item.evidence for item in read))]
    told = written(Reply(said, found=read, sides=["Bridge", "Mill"]), index)
    assert told.sides == (Side("Bridge", "1874", 1), Side("Mill", "1850", 2))


def test_a_short_answer_that_is_not_where_it_was_read_is_not_marked(index: Index) -> None:
    read = replace(found(index, BRIDGE, "1874"), answer_at=0)
    told = written(Reply([Statement(BRIDGE, (read.evidence,))], found=[read]), index)
    assert told.citations[0].answer_ranges == ()


def test_numbers_in_brackets_of_a_sentence_are_no_marks_of_ours(index: Index) -> None:
    read = found(index, BRIDGE, "1874")
    told = written(Reply([Statement("As in [7], 1874.", (read.evidence,))], found=[read]), index)
    assert told.text == "As in (7), 1874. [1]"
    assert told.answer_ranges == ((11, 15),)


def test_a_quote_that_has_changed_is_refused_and_nothing_said_is_no_text(index: Index) -> None:
    read = found(index, BRIDGE, "1874")
    wrong = replace(read.evidence, start=read.evidence.start + 1)
    with pytest.raises(WellspringError, match="changed while this was answered"):
        written(Reply([Statement("It fell.", (wrong,))]), index)
    assert written(Reply([]), index).text == ""

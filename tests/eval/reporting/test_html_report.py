import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from eval.reporting.html_report import verdict, write_report
from eval.types import Estimate, Result

EVIL = "<script>alert('x')</script>"


def written(result: Result, folder: Path) -> str:
    write_report(result, folder / "report.html")
    return (folder / "report.html").read_text("utf-8")


def words(html: str) -> str:
    """Return what a reader sees: without style, script and tags, with single spaces."""
    seen = re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", html, flags=re.S)
    return " ".join(unescape(seen).split())


def test_the_heading_names_set_date_commit_and_models(html: str) -> None:
    assert "<h1>village: 12 questions</h1>" in html
    assert "date 2026-01-02 commit abc1234 models generator: Tiny <1B>; embedder: Mini" in words(
        html
    )


def test_cards_show_each_value_with_its_interval(html: str) -> None:
    text = words(html)
    assert "Right answers 44.4 % 11.0 to 78.0 % of 9 answerable questions higher is better" in text
    assert "Wrongly declined 22.2 % 0.0 to 50.0 % of 9 answerable questions lower is better" in text
    assert "Median time 2.1 s 940 ms to 8.2 s of 11 questions lower is better" in text
    assert "Citation recall" not in text
    assert "mrr one divided by the rank of the first gold passage 0.500 0.250 to 0.750 9" in text


def test_every_question_has_one_row_with_its_verdict_and_fault(html: str, village: Result) -> None:
    shape = r'id="q-(q-\d+)" class="(\w+)" data-kind="([\w-]+)"'
    data = r' data-verdict="(\w+)" data-fault="([\w ]+)"'
    verdicts = [verdict(row) for row in village.rows]
    assert re.findall(shape + data, html) == [
        (row.id, said, row.kind, said, row.fault or "none")
        for row, said in zip(village.rows, verdicts, strict=True)
    ]
    assert verdicts == [*["right"] * 4, *["wrong"] * 3, *["declined"] * 4, "wrong"]


def test_a_row_shows_accepted_answers_quotes_gold_and_what_went_wrong(html: str) -> None:
    text = words(html)
    quotes = "8 | eight Quotes Nine ropes are kept."
    assert f"{quotes} Gold sentences Eight bells hang in the tower. (passage 4)" in text
    assert "wrong evidence not in the quotes: 9 80 % 2.1 s" in text
    assert "(not in the best ten passages)" in text
    assert "mill | the mill weir" in text
    assert "declined wrong decline 20 % –" in text
    assert "none: the articles do not say" in text


def test_text_of_rows_and_about_is_escaped(html: str) -> None:
    assert EVIL not in html
    assert html.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") == 2
    assert html.count("<script") == 1
    assert "Tiny &lt;1B&gt;" in html
    assert "<list>" not in html


def test_the_file_refers_to_nothing_outside_itself(html: str) -> None:
    assert re.findall(r"""(?:src|href|action|data)\s*=\s*["'](?!#)[^"']*""", html) == []
    assert re.findall(r"url\((?!#)|@import|<link|<img|<iframe|xmlns", html) == []
    assert "default-src 'none'" in html


def test_ids_are_unique_and_every_reference_has_its_target(html: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', html)) <= set(ids)


def test_the_same_result_writes_the_same_bytes(village: Result, tmp_path: Path) -> None:
    assert written(village, tmp_path) == written(village, tmp_path)


def test_about_is_whole_with_nested_values(html: str) -> None:
    about = words(html[html.index('id="about"') :])
    models = "models: generator Tiny <1B> models: embedder Mini"
    assert f"set village date 2026-01-02 commit abc1234 {models} splits dev, test" in about


def test_a_result_without_summary_and_rows_is_still_a_report(
    village: Result, tmp_path: Path
) -> None:
    empty = written(Result({}, {}), tmp_path)
    assert "This run has no summary." in empty
    assert "0 of 0 questions" in empty
    assert "<figure" not in empty
    assert "<figure" in written(Result({}, {}, village.rows), tmp_path)


def test_five_hundred_questions_stay_well_under_two_megabytes(
    village: Result, tmp_path: Path
) -> None:
    quotes = ("A sentence of the article. " * 8,) * 3
    rows = village.rows
    many = [replace(rows[n % len(rows)], id=f"n-{n}", quotes=quotes) for n in range(500)]
    whole = written(replace(village, rows=tuple(many)), tmp_path)
    assert len(whole.encode()) < 1_600_000


def test_measures_are_said_in_words_whatever_their_name(village: Result, tmp_path: Path) -> None:
    names = ("hit@3", "p50_evidence_ms", "ece", "right/why", "new one")
    measured = {name: Estimate(0.5, 0.25, 0.75, 9) for name in names}
    text = words(written(replace(village, summary=measured), tmp_path))
    passages = "questions with all gold sentences within the best passages: 3"
    assert f"hit@3 {passages} 50.0 % 25.0 to 75.0 % 9" in text
    assert "ms median time: evidence 0 ms 0 to 1 ms 9" in text
    assert "ece mean gap between confidence and share right 0.500 0.250 to 0.750 9" in text
    assert "right/why right answers of the kind why 50.0 %" in text
    assert "new one 50.0 %" in text

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.questions.known import SEED_QUESTIONS
from eval.questions.public import PublicSet, is_public, load_public, write_articles
from eval.types import Gold, Question
from index.reading.readers import ReadArticle, iter_articles
from index.types import WellspringError
from qa.types import Turn

BRIDGE = "The bridge was opened in 1883. It is 1,825 metres long. John Roebling designed it."
TUNNEL = "The tunnel was dug by 40 men. It took nine years."
FERRY = "A ferry ran here before. It carried 200 people a day."


def record(**changes: Any) -> dict[str, Any]:
    return {
        "id": "r1",
        "question": "Who designed the bridge?",
        "answers": ["John Roebling", "Roebling"],
        "passages": [{"title": "Bridge", "text": BRIDGE}, {"title": "Tunnel", "text": TUNNEL}],
        "gold": [0],
        "answerable": True,
        "source": "test",
        **changes,
    }


def write_lines(path: Path, *lines: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def write_json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content, indent=1), "utf-8")
    return path


def load_record(tmp_path: Path, **changes: Any) -> Question:
    (question,) = load_public(write_lines(tmp_path / "set.jsonl", record(**changes))).questions
    return question


def qa(name: str, question: str, *answers: str, **more: object) -> dict[str, object]:
    return {
        "id": name,
        "question": question,
        "answers": [{"text": answer, "answer_start": 0} for answer in answers],
        **more,
    }


def squad(path: Path) -> Path:
    """Write an article of two paragraphs and three questions, and one of one of each."""
    bridge = {
        "context": BRIDGE,
        "qas": [qa("s1", "How long is the bridge?", "1,825 metres", "1,825 metres", "1,825")],
    }
    tunnel = {
        "context": TUNNEL,
        "qas": [qa("s2", "Who paid for it?", is_impossible=True), qa("s3", "Who dug it?")],
    }
    ferry = {
        "context": FERRY,
        "qas": [qa("s4", "How many people did it carry?", "200", is_impossible=False)],
    }
    articles = [
        {"title": "Great_works", "paragraphs": [bridge, tunnel]},
        {"title": "Boats", "paragraphs": [ferry]},
    ]
    return write_json(path, {"version": "v2.0", "data": articles})


def beir(
    folder: Path, qrels: str = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t2\nq2\td3\t0\n"
) -> Path:
    documents = [
        ("d1", "Bridge", BRIDGE),
        ("d2", "", TUNNEL),
        ("d3", "Boats", FERRY),
        ("d4", "Only a title", ""),
    ]
    write_lines(
        folder / "corpus.jsonl",
        *({"_id": name, "title": title, "text": text} for name, title, text in documents),
    )
    write_lines(
        folder / "queries.jsonl",
        {"_id": "q1", "text": "great works"},
        {"_id": "q2", "text": "boats"},
    )
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text(qrels, "utf-8")
    return folder


def multihop(folder: Path) -> Path:
    write_json(
        folder / "corpus.json",
        [
            {"title": "Bridge", "body": BRIDGE},
            {"title": "Tunnel", "body": TUNNEL},
            {"title": "Boats", "body": FERRY},
        ],
    )
    facts = [
        {"title": "Bridge", "fact": "The bridge was opened in 1883."},
        {"title": "Tunnel", "fact": "nine years were taken"},
    ]
    lost = [{"title": "Nowhere", "fact": "It is lost."}]
    questions = [
        {
            "query": "Which came first?",
            "answer": "The bridge",
            "question_type": "temporal_query",
            "evidence_list": facts,
        },
        {
            "query": "Who is it?",
            "answer": "Insufficient information.",
            "question_type": "null_query",
            "evidence_list": [],
        },
        {
            "query": "Where is it?",
            "answer": "Nowhere",
            "question_type": "inference_query",
            "evidence_list": lost,
        },
    ]
    return write_json(folder / "MultiHopRAG.json", questions)


def title_of(public: PublicSet, gold: Gold) -> str:
    return public.articles[gold.article][0]


def test_squad_questions_have_one_item_the_sentence_that_holds_it_and_all_paragraphs(
    tmp_path: Path,
) -> None:
    public = load_public(squad(tmp_path / "dev.json"))
    long, paid, people = public.questions
    assert (public.name, public.left_out) == ("dev", 1)
    assert sorted(public.articles.values()) == [
        ("Boats", FERRY),
        ("Great works", BRIDGE),
        ("Great works", TUNNEL),
    ]
    assert (long.id, long.kind, long.split, long.answers) == (
        "s1",
        "number",
        "test",
        (("1,825 metres", "1,825"),),
    )
    assert [(title_of(public, gold), gold.text) for gold in long.evidence] == [
        ("Great works", "It is 1,825 metres long.")
    ]
    assert (paid.id, paid.kind, paid.answerable, paid.answers, paid.evidence) == (
        "s2",
        "near-miss",
        False,
        (),
        (),
    )
    assert [gold.text for gold in people.evidence] == ["It carried 200 people a day."]


def test_a_squad_sample_brings_all_paragraphs_of_the_articles_it_touches_and_no_others(
    tmp_path: Path,
) -> None:
    samples = [load_public(squad(tmp_path / "dev.json"), limit=1, seed=seed) for seed in range(12)]
    assert {len(sample.questions) for sample in samples} == {1}
    expected = {"s1": {BRIDGE, TUNNEL}, "s2": {BRIDGE, TUNNEL}, "s4": {FERRY}}
    assert all(
        {text for _, text in sample.articles.values()} == expected[sample.questions[0].id]
        for sample in samples
    )
    assert len({sample.questions[0].id for sample in samples}) > 1


def test_beir_questions_have_no_answer_and_the_first_sentence_of_each_relevant_document(
    tmp_path: Path,
) -> None:
    public = load_public(beir(tmp_path / "works"))
    (question,) = public.questions
    assert (public.name, public.left_out) == ("works", 1)
    assert (question.id, question.answerable, question.answers, question.kind) == (
        "q1",
        True,
        (),
        "name",
    )
    assert [gold.text for gold in question.evidence] == [
        "The bridge was opened in 1883.",
        "The tunnel was dug by 40 men.",
    ]
    assert set(public.articles.values()) == {
        ("Bridge", BRIDGE),
        ("", TUNNEL),
        ("Boats", FERRY),
        ("", "Only a title"),
    }


def test_beir_reads_test_judgements_alone_where_there_are_some_and_all_otherwise(
    tmp_path: Path,
) -> None:
    folder = beir(tmp_path / "works")
    (folder / "qrels" / "train.tsv").write_text("query-id\tcorpus-id\tscore\nq2\td3\t1\n", "utf-8")
    assert [question.id for question in load_public(folder).questions] == ["q1"]
    (folder / "qrels" / "test.tsv").rename(folder / "qrels" / "dev.tsv")
    assert [question.id for question in load_public(folder).questions] == ["q1", "q2"]


def test_a_beir_question_with_a_relevant_document_that_is_missing_is_counted(
    tmp_path: Path,
) -> None:
    public = load_public(beir(tmp_path / "works", "q1\td1\t1\nq1\td9\t1\nq2\td3\t1\n"))
    assert ([question.id for question in public.questions], public.left_out) == (["q2"], 1)


def test_multihop_questions_have_a_sentence_for_each_fact_and_null_queries_are_unanswerable(
    tmp_path: Path,
) -> None:
    public = load_public(multihop(tmp_path))
    first, null = public.questions
    assert (public.left_out, len(public.articles)) == (1, 3)
    assert (first.id, first.answers) == ("MultiHopRAG-00001", (("The bridge",),))
    assert [(title_of(public, gold), gold.text) for gold in first.evidence] == [
        ("Bridge", "The bridge was opened in 1883."),
        ("Tunnel", "It took nine years."),
    ]
    assert (null.id, null.kind, null.answerable, null.answers, null.evidence) == (
        "MultiHopRAG-00002",
        "near-miss",
        False,
        (),
        (),
    )


def test_records_are_read_plain_and_gzipped_with_the_same_result(tmp_path: Path) -> None:
    plain = write_lines(
        tmp_path / "set.jsonl",
        record(),
        record(id="r2", question="Who?", answers=[], gold=[], answerable=False),
    )
    packed = tmp_path / "set.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    public = load_public(packed)
    assert public == load_public(plain)
    assert (public.name, public.left_out, len(public.articles)) == ("set", 0, 2)
    assert [(q.id, q.kind, q.answerable) for q in public.questions] == [
        ("r1", "name", True),
        ("r2", "near-miss", False),
    ]
    assert public.questions[0].answers == (("John Roebling", "Roebling"),)
    assert [gold.text for gold in public.questions[0].evidence] == ["John Roebling designed it."]


@pytest.mark.parametrize(
    ("changes", "evidence"),
    [
        ({"evidence": "It is 1,825 metres long."}, ["It is 1,825 metres long."]),
        (
            {"evidence": ["metres long. John Roebling", "not there"]},
            ["It is 1,825 metres long.", "John Roebling designed it."],
        ),
        ({"evidence": "not there"}, ["John Roebling designed it."]),
        (
            {"question": "When was the bridge opened?", "answers": ["yes"]},
            ["The bridge was opened in 1883."],
        ),
        (
            {"question": "Is it long, in metres?", "answers": ["3,650"]},
            ["It is 1,825 metres long."],
        ),
        (
            {"answers": ["1,825 metres long. John Roebling"]},
            ["It is 1,825 metres long.", "John Roebling designed it."],
        ),
        (
            {"question": "How long did the digging take?", "answers": ["It"], "gold": [0, 1]},
            ["It is 1,825 metres long.", "It took nine years."],
        ),
    ],
)
def test_the_evidence_of_a_record_is_what_it_quotes_or_holds_the_answer_or_is_closest(
    tmp_path: Path, changes: dict[str, Any], evidence: list[str]
) -> None:
    assert [gold.text for gold in load_record(tmp_path, **changes).evidence] == evidence


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"answers": ["1,825 metres"]}, "number"),
        (
            {
                "answers": ["a man of whom it is said that he built more than 9 bridges"],
                "question": "Why him?",
            },
            "why",
        ),
        ({"answers": ["a man of whom it is said that he built more than 9 bridges"]}, "how"),
        (
            {
                "history": [
                    {"role": "user", "text": "Is it long?"},
                    {"role": "assistant", "text": "Yes."},
                ]
            },
            "follow-up",
        ),
    ],
)
def test_the_kind_follows_from_the_answer_and_the_history(
    tmp_path: Path, changes: dict[str, Any], kind: str
) -> None:
    question = load_record(tmp_path, **changes)
    assert question.kind == kind
    assert question.history == ((Turn("Is it long?", "Yes."),) if "history" in changes else ())


def test_records_that_cannot_be_used_are_counted(tmp_path: Path) -> None:
    bad: list[dict[str, Any]] = [
        {"id": "b1", "answers": [" "]},
        {"id": "b2", "gold": []},
        {"id": "b3", "question": " "},
        {"id": "r1"},
    ]
    bad += [
        {"id": "b4", "passages": [{"title": "Empty", "text": ""}]},
        {"id": "b5", "passages": [{"title": "", "text": ""}]},
    ]
    public = load_public(
        write_lines(tmp_path / "set.jsonl", record(), *(record(**changes) for changes in bad))
    )
    assert [question.id for question in public.questions] == ["r1", "b4"]
    assert public.left_out == 5


def test_a_text_that_comes_twice_is_one_article_with_the_title_it_has_once(tmp_path: Path) -> None:
    untitled = record(id="r0", passages=[{"text": BRIDGE}, {"title": "Ferry", "text": FERRY}])
    public = load_public(write_lines(tmp_path / "set.jsonl", untitled, record()))
    assert sorted(public.articles.values()) == [
        ("Bridge", BRIDGE),
        ("Ferry", FERRY),
        ("Tunnel", TUNNEL),
    ]
    assert len({gold.article for question in public.questions for gold in question.evidence}) == 1


def test_a_sample_is_the_same_for_a_seed_and_brings_only_its_own_passages(tmp_path: Path) -> None:
    records = [
        record(id=f"r{n}", passages=[{"title": "Bridge", "text": f"{BRIDGE} It has {n} lamps."}])
        for n in range(30)
    ]
    file = write_lines(tmp_path / "set.jsonl", *records)
    sample = load_public(file, limit=5, seed=7)
    assert sample == load_public(file, limit=5, seed=7)
    assert sample.questions != load_public(file, limit=5, seed=8).questions
    assert (len(sample.questions), len(sample.articles)) == (5, 5)
    assert [int(q.id[1:]) for q in sample.questions] == sorted(
        int(q.id[1:]) for q in sample.questions
    )
    assert len(load_public(file, limit=99).questions) == 30


def test_written_articles_hold_the_evidence_when_they_are_read_again(tmp_path: Path) -> None:
    broken = (
        "Home - Works - Bridge\nThe bridge isn\u00e2\u0080\u0099t old.\u200b "
        "John Roebling designed it.\x00\ud83d\r\nRead more here"
    )
    old: dict[str, Any] = {"question": "Is the bridge old?", "answers": ["it isn’t"]}
    lines = [
        record(),
        record(id="r2", **old, passages=[{"title": " Great\nbridge ", "text": broken}]),
        record(id="r3", passages=[{"text": FERRY}]),
    ]
    public = load_public(write_lines(tmp_path / "set.jsonl", *lines))
    write_articles(public, tmp_path / "made" / "articles")
    read = {
        Path(a.source).name: a
        for a in iter_articles(tmp_path / "made" / "articles", {})
        if isinstance(a, ReadArticle)
    }
    assert read.keys() == public.articles.keys()
    assert all(
        gold.text in read[gold.article].text
        for question in public.questions
        for gold in question.evidence
    )
    assert [gold.text for gold in public.questions[1].evidence] == ["The bridge isn’t old."]
    assert {article.title for article in read.values()} == {
        "Bridge",
        "Tunnel",
        "Great bridge",
        "A ferry ran here before.",
    }
    contents = {path.read_text("utf-8") for path in (tmp_path / "made" / "articles").iterdir()}
    assert {f"Bridge\n\n{BRIDGE}\n", f"{FERRY}\n"} <= contents


def test_public_formats_are_told_from_our_own_by_content(tmp_path: Path) -> None:
    rewrite = write_lines(
        tmp_path / "rewrite.txt",
        {"id": "w", "history": [], "question": "Who?", "rewrite": "Who built it?"},
    )
    records = write_lines(tmp_path / "records.txt", record())
    assert all(
        is_public(path)
        for path in (
            squad(tmp_path / "s.txt"),
            beir(tmp_path / "b"),
            multihop(tmp_path),
            records,
            rewrite,
        )
    )
    own = write_json(tmp_path / "own.json", {"id": "a", "question": "Who?"})
    assert not any(
        is_public(path) for path in (SEED_QUESTIONS, own, tmp_path / "nowhere.json", tmp_path)
    )


def refused_rewrite(folder: Path) -> Path:
    return write_lines(
        folder / "bad.jsonl",
        {"id": "w", "history": [], "question": "Who?", "rewrite": "Who built it?"},
    )


def refused_line(folder: Path) -> Path:
    write_lines(folder / "bad.jsonl", record())
    with (folder / "bad.jsonl").open("a") as file:
        file.write("{broken\n")
    return folder / "bad.jsonl"


def refused_gzip(folder: Path) -> Path:
    (folder / "bad.jsonl.gz").write_bytes(gzip.compress(b"{}" * 500)[:-9])
    return folder / "bad.jsonl.gz"


def refused_squad(folder: Path) -> Path:
    return write_json(
        folder / "bad.json",
        {"data": [{"title": "A", "paragraphs": [{"context": "A.", "qas": [{"id": "a"}]}]}]},
    )


def refused_multihop(folder: Path) -> Path:
    multihop(folder)
    (folder / "corpus.json").unlink()
    return folder / "MultiHopRAG.json"


def refused_judgements(folder: Path) -> Path:
    return beir(folder / "b", "query-id\tcorpus-id\tscore\nq1 d1 1\n")


def without_judgements(folder: Path) -> Path:
    (beir(folder / "b") / "qrels" / "test.tsv").unlink()
    return folder / "b"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (refused_rewrite, r"bad\.jsonl: this file has rewrites.*Give a question file"),
        (refused_line, r"bad\.jsonl:2: this line is not JSON.*Repair"),
        (refused_gzip, r"bad\.jsonl\.gz: this file cannot be read.*gzipped"),
        (refused_squad, r"bad\.json: `data\.0\.paragraphs\.0\.qas\.0\.question`: Field required"),
        (refused_multihop, r"MultiHopRAG\.json: there is no corpus\.json beside"),
        (refused_judgements, r"test\.tsv:2: this line is not query-id"),
        (without_judgements, r"qrels: there is no \.tsv file"),
        (lambda folder: folder, r"no corpus\.jsonl"),
        (lambda folder: folder / "nowhere.json", r"nowhere\.json: this file cannot be read"),
        (
            lambda folder: write_json(folder / "bad.json", {"data": {}}),
            r"bad\.json: this is no SQuAD",
        ),
        (
            lambda folder: write_lines(folder / "bad.jsonl", record(), record(gold=[2])),
            r"bad\.jsonl:2: `gold` names a passage",
        ),
        (
            lambda folder: write_lines(folder / "bad.jsonl", record(), {"passages": []}),
            r"bad\.jsonl:2: `id`: Field required",
        ),
        (
            lambda folder: write_lines(
                folder / "bad.jsonl", record(history=[{"role": "user", "text": "?"}])
            ),
            r"bad\.jsonl:1: `history`",
        ),
        (
            lambda folder: write_lines(folder / "bad.jsonl", record(answers=[])),
            r"bad\.jsonl: none of the 1 records can be used",
        ),
    ],
)
def test_a_set_that_does_not_fit_is_refused_with_its_place(
    tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    with pytest.raises(WellspringError, match=said):
        load_public(make(tmp_path))


def test_a_sample_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="Give 1 or more"):
        load_public(squad(tmp_path / "dev.json"), limit=0)

import json
from pathlib import Path

import pytest

from eval.questions.known import FOLDER, load_questions
from eval.questions.quotes import check_quotes
from index.reading.readers import ReadArticle, iter_articles
from index.types import WellspringError

ROOT = Path(__file__).parents[3]
GOOD = {
    "id": "a",
    "question": "How long is it?",
    "history": [],
    "kind": "number",
    "split": "dev",
    "answerable": True,
    "answers": [["5 m"]],
    "evidence": [{"article": "a.txt", "text": "It is 5 m."}],
}


def written(tmp_path: Path, *texts: str) -> Path:
    """Write a question file with a line for each piece of evidence."""
    lines = [
        {**GOOD, "id": str(n), "evidence": [{"article": "a.txt", "text": text}]}
        for n, text in enumerate(texts)
    ]
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(["", *(json.dumps(line) for line in lines)]), "utf-8")
    return file


@pytest.mark.parametrize(
    ("texts", "said"), [({}, "no article 'a.txt'"), ({"a.txt": "It is 6 m."}, "is not in a.txt")]
)
def test_evidence_that_is_not_in_its_article_is_named(
    tmp_path: Path, texts: dict[str, str], said: str
) -> None:
    file = written(tmp_path, "It is 5 m.")
    with pytest.raises(WellspringError, match=rf"q\.jsonl:2: .*{said}"):
        check_quotes(file, load_questions(file), texts)


def test_the_line_of_a_later_question_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, "One.\u2028Two.", "It is 5 m.")
    with pytest.raises(WellspringError, match=r"q\.jsonl:3: .*is not in a\.txt"):
        check_quotes(file, load_questions(file), {"a.txt": "One.\u2028Two."})


@pytest.mark.parametrize(
    "text", ["The *Guillemot* was built in 1998.", "**The Guillemot** was built in 1998."]
)
def test_evidence_with_marks_of_markdown_is_taken_as_the_article_shows_it(
    tmp_path: Path, text: str
) -> None:
    file, shown = written(tmp_path, text, f"**{text}"), "The Guillemot was built in 1998."
    checked = check_quotes(file, load_questions(file), {"a.txt": f"A ship. {shown}"})
    assert [gold.text for question in checked for gold in question.evidence] == [shown, shown]


def test_questions_in_other_languages_quote_their_articles() -> None:
    file = FOLDER / "languages.jsonl"
    questions = load_questions(file)
    folder = ROOT / "eval" / "languages"
    read = [item for item in iter_articles(folder, {}) if isinstance(item, ReadArticle)]
    texts = {Path(item.source).name: item.text for item in read}
    check_quotes(file, questions, texts)
    for language in ("de", "fr", "zh"):
        of_it = [question for question in questions if question.id.startswith(language)]
        assert (len(of_it), sum(question.answerable for question in of_it)) == (20, 15)

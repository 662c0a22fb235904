"""Turn a user's own known questions into training records.

Their passages are those that the real search finds.
"""

from typing import Any

from index.problems import Problem
from index.ranking.search import Index
from index.reading.files import short_names
from index.types import Article, WellspringError
from qa.tuning.data.records import Record

_PASSAGES = 4


def as_record(line: Record, index: Index) -> Record:
    """Return a line of a question file as a training record over an index.

    `eval/questions/known.py` has its format. The passages that hold its evidence come first, then
    the best of the others.
    Raises `WellspringError` when no indexed article holds its evidence.
    """
    wanted = [(gold["article"], gold["text"]) for gold in line["evidence"]]
    homes = [_home(index, article, text, line["question"]) for article, text in wanted]
    hits = [hit.passage for hit in index.search(line["question"], 2 * _PASSAGES)]
    others = [p for p in hits if not any(text in p.text for _, text in wanted)]
    gold = list(dict.fromkeys(homes))
    texts = [*gold, *((p.title, p.text) for p in others)][: max(_PASSAGES, len(homes))]
    return {
        "question": line["question"],
        "answers": [wording for item in line["answers"] for wording in item],
        "passages": [{"title": title, "text": text} for title, text in texts],
        "gold": list(range(len(gold))),
        "answerable": line["answerable"],
        "evidence": " ".join(text for _, text in wanted),
        "history": _messages(line.get("history", [])),
        "answer": line.get("answer", ""),
    }


def _home(index: Index, article: str, text: str, question: str) -> tuple[str, str]:
    """Return title and text of the passage that holds a sentence."""
    for hit in index.search(f"{question} {text}", 50):
        if text in hit.passage.text:
            stored = index.article(hit.passage.article_id)
            if stored and _is_called(article, stored):
                return hit.passage.title, hit.passage.text
    told = f"No indexed passage of {article} holds {text[:60]!r}."
    cure = "Index its folder first: `wellspring index FOLDER`."
    raise WellspringError(Problem.UNKNOWN_EVIDENCE, f"{told} {cure}")


def _is_called(name: str, article: Article) -> bool:
    return any(name in short_names(source) for source in article.sources)


def _messages(history: list[dict[str, str]]) -> list[dict[str, Any]]:
    pairs = [(("user", turn["question"]), ("assistant", turn["answer"])) for turn in history]
    return [{"role": role, "text": text} for pair in pairs for role, text in pair]

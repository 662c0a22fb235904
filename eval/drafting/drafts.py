"""Draft questions from a user's own folder, to be read and edited by a person.

A draft is a cloze, a sentence of an article with a number, date or name taken out, or a question
for that piece which the generator wrote. About one in four is a near-miss: a cloze with its year or
a name changed to one that no article holds, so that the articles have no answer.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from eval.drafting.asking import Asker
from eval.drafting.clozes import Cloze, Sentence, cloze_of, near_miss_of, rank
from eval.drafting.pieces import pieces, stands_alone
from index.problems import Problem
from index.sentences import sentence_spans
from index.types import Article, WellspringError

_NEAR_MISS_EVERY = 4


def draft_questions(
    articles: Sequence[Article],
    count: int,
    seed: int = 0,
    ask: Asker | None = None,
    tick: Callable[[], None] = lambda: None,
) -> list[dict[str, object]]:
    """Return up to `count` drafts in the shape of our question JSONL, fewer if there are no more.

    With `ask`, every other cloze gives way to a question that it writes, where it finds one.

    The questions of an article alternate between the splits; a hash of its path says which comes
    first. Raises `WellspringError` when nothing can be drafted.
    """
    if count < 1:
        raise WellspringError(
            Problem.BAD_COUNT, f"{count} questions cannot be drafted. Ask for 1 or more."
        )
    drafts: list[dict[str, object]] = []
    turns = {_file_name(article): rank(article.source) for article in articles}
    for number, (sentence, cloze) in enumerate(_clozes(articles, seed, ask), 1):
        split = ("dev", "test")[turns[sentence.article] % 2]
        turns[sentence.article] += 1
        drafts.append(_line(f"draft-{number:03d}", split, sentence, cloze))
        tick()
        if number == count:
            break
    if not drafts:
        raise WellspringError(
            Problem.NO_DRAFTS,
            "The articles have no sentence with a number, date or name to ask for. "
            "Add articles in prose.",
        )
    return drafts


def _clozes(
    articles: Sequence[Article], seed: int, ask: Asker | None
) -> Iterator[tuple[Sentence, Cloze]]:
    """Yield what is made of each sentence, of all kinds in turn."""
    kinds: Counter[str] = Counter()
    everything = "\n".join(article.text for article in articles).lower()
    for sentence in _spread_sentences(articles, seed):
        wants_near_miss = kinds["near-miss"] < (kinds.total() + 1) // _NEAR_MISS_EVERY
        near_miss = near_miss_of(sentence, everything, seed) if wants_near_miss else None
        cloze = near_miss or cloze_of(sentence, kinds, seed)
        if ask and cloze.kind != "near-miss" and kinds.total() % 2:
            written = ask(sentence.title, sentence.text, cloze.answer)
            cloze = replace(cloze, question=written or cloze.question)
        kinds[cloze.kind] += 1
        yield sentence, cloze


def _line(name: str, split: str, sentence: Sentence, cloze: Cloze) -> dict[str, object]:
    answerable = cloze.kind != "near-miss"
    return {
        "id": name,
        "question": cloze.question,
        "history": [],
        "kind": cloze.kind,
        "family": name,
        "split": split,
        "answerable": answerable,
        "answers": [[cloze.answer]] if answerable else [],
        "evidence": [{"article": sentence.article, "text": sentence.text}] if answerable else [],
        "reviewed": False,
    }


def _spread_sentences(articles: Sequence[Article], seed: int) -> Iterator[Sentence]:
    """Yield usable sentences, one of each article in turn, from all over it; none twice."""
    turns = sorted(articles, key=lambda article: rank(seed, article.source))
    shelves = [_spread(_usable(article), rank(seed, article.source)) for article in turns]
    seen: set[str] = set()
    for round_ in zip_longest(*shelves):
        for sentence in round_:
            if sentence is not None and sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


def _spread(sentences: Sequence[Sentence], start: int) -> list[Sentence]:
    """Order sentences so that the first ones, however many, lie far apart.

    They are sorted by the reversed bits of their place.
    """
    count = len(sentences)
    width = max(1, (count - 1).bit_length())
    order = sorted(range(count), key=lambda place: int(f"{place:0{width}b}"[::-1], 2))
    return [sentences[(place + start) % count] for place in order]


def _usable(article: Article) -> list[Sentence]:
    """Return the sentences of an article that stand alone and hold a piece to ask for."""
    texts = [article.text[start:end] for start, end in sentence_spans(article.text)]
    name, title = _file_name(article), article.title
    found = [(text, tuple(pieces(text))) for text in texts if stands_alone(text)]
    return [Sentence(name, title, text, parts) for text, parts in found if parts]


def _file_name(article: Article) -> str:
    """Return the path of an article in its folder, as a question file names it."""
    return article.source.split("/", 1)[-1]

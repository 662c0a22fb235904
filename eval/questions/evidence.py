"""Find the sentences that prove the answer of a public record.

They are those that the set quotes; else, of each gold passage, the sentence with an answer that
shares most words with the question (or all that an answer runs across); else the one closest
sentence of them all. BEIR: the first sentence of each relevant article.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from eval.measuring.metrics import holds
from eval.questions.articles import Titles, file_name, written
from eval.questions.formats.raw import Record, Support
from eval.types import Gold
from index.cleaning.cleaning import clean
from index.sentences import Span, sentence_spans
from qa.text.words import content_words

_VERDICTS = ("yes", "no", "maybe")  # judgements, which no sentence states as a word


def evidence_of(record: Record, retrieval: bool, titles: Titles) -> list[Gold]:
    """Return the evidence of an answerable record, each a part of its article as stored.

    Nothing is returned when some is missing.
    """
    gold = [support.document[1] for support in record.supports]
    if not (record.answers or retrieval) or not all(gold):
        return []
    found = [
        (support.document[1], sentence)
        for support in record.supports
        for sentence in _supporting(support, record, retrieval)
    ]
    if not found:
        every = [(text, sentence) for text in gold for sentence in _sentences(text)]
        found = sorted(every, key=lambda pair: -_shared(pair[1], record.question))[:1]
    if retrieval and {text for text, _ in found} != set(gold):
        return []
    stored = {text: clean(written(titles[text], text))[0] for text, _ in found}
    if not all(sentence in stored[text] for text, sentence in found):
        return []
    once = dict.fromkeys(found)
    return [Gold(file_name(titles[text], text), sentence) for text, sentence in once]


def _supporting(support: Support, record: Record, retrieval: bool) -> list[str]:
    """Return the sentences of one gold passage that hold the answer, or none."""
    text = support.document[1]
    sentences = _sentences(text)
    if retrieval:
        return sentences[:1]
    if quoted := _overlapping(text, support.facts):
        return quoted
    if support.facts:
        return _closest(sentences, " ".join(support.facts))
    answers = [answer for answer in record.answers if answer.lower().strip(".") not in _VERDICTS]
    holding = [text for text in sentences if any(holds(text, answer) for answer in answers)]
    if holding:
        return _closest(holding, record.question)
    across = (_overlapping(text, [answer]) for answer in answers)
    return next((run for run in across if len(run) > 1), [])


def _closest(sentences: Sequence[str], text: str) -> list[str]:
    return [max(sentences, key=lambda sentence: _shared(sentence, text))] if sentences else []


def _shared(sentence: str, text: str) -> int:
    return len(content_words(sentence) & content_words(text))


def _overlapping(text: str, quotes: Iterable[str]) -> list[str]:
    """Return the sentences of a text that a quote runs over."""
    cleaned, spans = _cut(text)
    wanted = [quote for quote in (clean(quote)[0] for quote in quotes) if quote in cleaned]
    ranges = [(cleaned.find(quote), cleaned.find(quote) + len(quote)) for quote in wanted if quote]
    return [
        cleaned[start:end]
        for start, end in spans
        if any(start < stop and begin < end for begin, stop in ranges)
    ]


def _sentences(text: str) -> list[str]:
    cleaned, spans = _cut(text)
    return [cleaned[start:end] for start, end in spans]


@lru_cache(maxsize=2048)
def _cut(text: str) -> tuple[str, tuple[Span, ...]]:
    cleaned, _ = clean(text)
    return cleaned, tuple(sentence_spans(cleaned))

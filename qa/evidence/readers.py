"""Two readers: a small one looks through all sentences of the passages, a large one reads closely around the best of them."""

import math
from collections.abc import Sequence
from dataclasses import replace

from index.types import Hit
from qa.evidence.reader import Reader, ReadSentence
from qa.text.numbers.quantities import widened
from qa.text.windows import Window, around
from qa.text.words import counted
from qa.types import Evidence
from qa.writing.tables import is_heads, is_row, named_share

READ_CLOSELY = 8  # sentences: 98 % of the gold ones that the small reader finds are among them
# A sentence's score by the small reader: its log odds and those of the short answer in it, less what the search put between its
# passage and the first. Chosen on `dev` questions of four sets, as is the large one's part (docs/experiments.md).
_ANSWER_SHARE = 0.7
_PER_RANK = 0.75  # for each time the rank of the passage grows e-fold
_NAMED_ROW = (
    3.0  # log odds: a table is read by the first cell of its rows, which the reader has not learnt
)
_HEADING = 12  # words, in capitals
_SMALL, _LARGE, _SHIFT = (
    0.28,
    0.22,
    -0.5,
)  # log odds that a sentence answers, from the small score and the large reader's answer


class Readers:
    """The small and the large reader, one after the other."""

    def __init__(self, small: Reader, large: Reader) -> None:
        self.small = small
        self.large = large

    def rank(
        self, question: str, hits: Sequence[Hit], closely: int = READ_CLOSELY
    ) -> list[Evidence]:
        """Return the sentences of the hits that the large reader read closely, best first; `score` is in log odds."""
        return sorted(
            self._closely(question, self.looked_through(question, hits)[:closely]),
            key=lambda item: -item.score,
        )

    def looked_through(self, question: str, hits: Sequence[Hit]) -> list[Evidence]:
        """Return every sentence of the hits as the small reader scores it, best first."""
        if not hits:
            return []
        read = self.small.read(question, [(hit.passage.title, hit.passage.text) for hit in hits])
        found: dict[tuple[str, int], Evidence] = {}
        for place, (hit, sentences) in enumerate(zip(hits, read, strict=True), 1):
            for sentence in sentences:
                evidence = _evidence(question, hit, sentence, place)
                if is_heads(hit.passage.text, sentence.start, sentence.end) or _is_heading(
                    evidence.text
                ):
                    continue
                key = (evidence.article_id, evidence.start)
                if key not in found or found[key].score < evidence.score:
                    found[key] = evidence
        return sorted(found.values(), key=lambda evidence: -evidence.score)

    def judged(
        self, draft: str, question: str, evidence: Sequence[Evidence]
    ) -> tuple[float, float]:
        """Return the log odds that evidence says what a draft says, and that the draft by itself answers the question.

        A single sentence is read where it stands, several are read together.
        """
        [item, *more] = evidence
        window = around(item.passage, item.at)
        joined = " ".join(
            f"{item.title}: {item.text}" if item.title else item.text for item in evidence
        )
        proven = (draft, "", joined) if more else (draft, item.title, window.text)
        proof, answer = self.large.read_each(
            [proven, (question, "", draft)], [None if more else window.spans]
        )
        said = (
            math.log(sum(math.exp(sentence.odds) for sentence in proof))
            if more
            else _read_at(proof, item.at - window.start).odds
        )
        return said, max(sentence.answer_odds for sentence in answer)

    def _closely(self, question: str, candidates: Sequence[Evidence]) -> list[Evidence]:
        """Judge sentences again, each in a window of its passage; a window serves all sentences that stand in it."""
        windows: list[tuple[Evidence, Window]] = []
        homes = []
        for item in candidates:
            home = next(
                (
                    n
                    for n, (of, w) in enumerate(windows)
                    if of.passage == item.passage and w.start <= item.at < w.end
                ),
                None,
            )
            if home is None:
                home = len(windows)
                windows.append((item, around(item.passage, item.at)))
            homes.append(home)
        read = self.large.read_each(
            [(question, item.title, w.text) for item, w in windows], [w.spans for _, w in windows]
        )
        return [
            _read_closely(question, item, read[home], windows[home][1].start)
            for item, home in zip(candidates, homes, strict=True)
        ]


def _read_closely(
    question: str, item: Evidence, read: Sequence[ReadSentence], start: int
) -> Evidence:
    """Return evidence with the large reader's short answer and a score of both readers."""
    sentence = _read_at(read, item.at - start)
    first, last = (start + place - item.at for place in sentence.answer)
    first, last = max(0, first), min(last, len(item.text))
    first, last = widened(item.text, *(counted(question, item.text) or (first, max(first, last))))
    return replace(
        item,
        score=_SMALL * item.score + _LARGE * sentence.answer_odds + _SHIFT,
        looked=item.score,
        answer=item.text[first:last],
        answer_at=first,
        answer_odds=sentence.answer_odds,
        odds=sentence.odds,
    )


def _read_at(read: Sequence[ReadSentence], at: int) -> ReadSentence:
    """Return the sentence at a place, or the last one read: what lies beyond the reader's length is not read."""
    return next((sentence for sentence in read if at < sentence.end), read[-1])


def _evidence(question: str, hit: Hit, sentence: ReadSentence, place: int) -> Evidence:
    p, text = hit.passage, hit.passage.text[sentence.start : sentence.end]
    score = (
        (1 - _ANSWER_SHARE) * sentence.odds
        + _ANSWER_SHARE * sentence.answer_odds
        - _PER_RANK * math.log(place)
    )
    if is_row(text):
        score += _NAMED_ROW * named_share(question, text)
    place_in_article = p.start + sentence.start, p.start + sentence.end
    return Evidence(
        text, p.article_id, p.title, p.source, *place_in_article, p.text, score, at=sentence.start
    )


def _is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading, which says what a text is about and proves nothing."""
    return text.startswith("#") or (
        text.isupper()
        and len(text.split()) <= _HEADING
        and text[-1].isalpha()
        and not any(c.isdigit() for c in text)
    )

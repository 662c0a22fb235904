"""Two readers and a verifier: a small one looks through all sentences of the passages.

A large one reads closely around the best of them; the verifier reads what was chosen once more.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from index.language.english.statements.orders import ORDER
from index.sentences import Span, is_question
from index.types import Hit
from qa.evidence.confidence import logistic
from qa.evidence.reader import Reader, ReadSentence, read_at
from qa.evidence.surroundings import surroundings
from qa.evidence.verifier import Verdict, Verifier
from qa.text.numbers.quantities import widened
from qa.text.rows import is_heads, is_row
from qa.text.windows import Window
from qa.text.words import counted
from qa.types import Evidence, Found, sentence_of
from qa.writing.tables import named_share

READ_CLOSELY = 8  # sentences: 98 % of the gold ones that the small reader finds are among them
# A sentence's log odds at first sight: those of the small reader, and of the short answer in it,
# less what the search put between its passage and the first. Chosen on `dev` questions of four
# sets, as is the large reader's part (docs/experiments.md).
_ANSWER_SHARE = 0.7
_PER_RANK = 0.75  # for each time the rank of the passage grows e-fold
# Log odds: a table is read by the first cell of its rows, which the reader has not learnt.
_NAMED_ROW = 3.0
_HEADING = 12  # words, in capitals
# Log odds that a sentence answers, from those at first sight and of the large reader's answer.
_SMALL, _LARGE, _SHIFT = 0.28, 0.22, -0.5


class Readers:
    """The small and the large reader, one after the other, and the verifier."""

    def __init__(self, small: Reader, large: Reader, verifier: Verifier) -> None:
        self.small = small
        self.large = large
        self.verifier = verifier

    def rank(self, question: str, hits: Sequence[Hit], closely: int = READ_CLOSELY) -> list[Found]:
        """Return the sentences of the hits that the large reader read closely, best first."""
        looked = self.looked_through(question, hits)[:closely]
        return sorted(self._closely(question, looked), key=lambda item: -item.odds)

    def looked_through(self, question: str, hits: Sequence[Hit]) -> list[Found]:
        """Return every sentence of the hits as the small reader judges it, best first."""
        if not hits:
            return []
        read = self.small.read(question, [(hit.passage.title, hit.passage.text) for hit in hits])
        best: dict[tuple[str, int], Found] = {}
        for rank, (hit, sentences) in enumerate(zip(hits, read, strict=True), 1):
            for sentence in sentences:
                if not says_something(hit.passage.text, sentence.start, sentence.end):
                    continue
                found = _at_first_sight(question, hit, sentence, rank)
                place = (found.evidence.article_id, found.evidence.start)
                if place not in best or best[place].odds < found.odds:
                    best[place] = found
        return sorted(best.values(), key=lambda found: -found.odds)

    def verified(self, question: str, found: Found) -> tuple[Found, Verdict]:
        """Judge what stands around a sentence once more, and return it with the answer seen then.

        Its log odds stay those of the large reader.
        """
        item = found.evidence
        window = surroundings(item)
        verdict = self.verifier.verify(question, item.title, window)
        sentence = read_at(verdict.sentences, item.at - window.start)
        first, last = _short_answer(question, item, sentence, window.start)
        return replace(found, answer=item.text[first:last], answer_at=first), verdict

    def _closely(self, question: str, looked: Sequence[Found]) -> list[Found]:
        """Judge sentences again, each in a window of its passage."""
        windows, homes = _windows([found.evidence for found in looked])
        read = self.large.read_each(
            [(question, item.title, window.text) for item, window in windows],
            [window.spans for _, window in windows],
        )
        return [
            _read_closely(question, found, read[home], windows[home][1].start)
            for found, home in zip(looked, homes, strict=True)
        ]


def _windows(evidence: Sequence[Evidence]) -> tuple[list[tuple[Evidence, Window]], list[int]]:
    """Return the windows to read, with the number of its own for each sentence.

    A window serves all sentences that stand in it.
    """
    windows: list[tuple[Evidence, Window]] = []
    homes = []
    for item in evidence:
        known = (n for n, (of, window) in enumerate(windows) if _holds(of, window, item))
        home = next(known, len(windows))
        if home == len(windows):
            windows.append((item, surroundings(item)))
        homes.append(home)
    return windows, homes


def _holds(of: Evidence, window: Window, item: Evidence) -> bool:
    return of.passage == item.passage and window.start <= item.at < window.end


def _read_closely(question: str, found: Found, read: Sequence[ReadSentence], start: int) -> Found:
    """Return a sentence with the large reader's short answer, and the odds of both readers."""
    item, looked_odds = found.evidence, found.looked_odds
    sentence = read_at(read, item.at - start)
    first, last = _short_answer(question, item, sentence, start)
    odds = _SMALL * looked_odds + _LARGE * sentence.answer_odds + _SHIFT
    return Found(
        replace(item, score=logistic(odds)),
        answer=item.text[first:last],
        answer_at=first,
        looked_odds=looked_odds,
        read_odds=sentence.odds,
        answer_odds=sentence.answer_odds,
        odds=odds,
    )


def _short_answer(question: str, item: Evidence, sentence: ReadSentence, start: int) -> Span:
    """Return where the short answer stands in a sentence, of one read in a window from `start`."""
    first, last = (start + place - item.at for place in sentence.answer)
    first, last = max(0, first), min(last, len(item.text))
    return widened(item.text, *(counted(question, item.text) or (first, max(first, last))))


def _at_first_sight(question: str, hit: Hit, sentence: ReadSentence, rank: int) -> Found:
    """Return a sentence of the hit of that rank as the small reader judged it."""
    text = hit.passage.text[sentence.start : sentence.end]
    read = (1 - _ANSWER_SHARE) * sentence.odds + _ANSWER_SHARE * sentence.answer_odds
    odds = read - _PER_RANK * math.log(rank)
    if is_row(text):
        odds += _NAMED_ROW * named_share(question, text)
    evidence = sentence_of(hit, sentence.start, sentence.end, logistic(odds))
    return Found(evidence, looked_odds=odds, odds=odds)


def says_something(passage: str, start: int, end: int) -> bool:
    """Tell whether a sentence of a passage is no head of a table, heading or question over text.

    Nor does it say something to people if it gives orders to a program that reads it.
    """
    text = passage[start:end]
    if is_heads(passage, start, end) or _is_heading(text) or ORDER.search(text):
        return False
    begins = not passage[passage.rfind("\n", 0, start) + 1 : start].strip()
    return not (begins and passage[end:].strip() and is_question(text))


def _is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading, which says what a text is about and proves nothing."""
    return text.startswith("#") or (
        text.isupper()
        and len(text.split()) <= _HEADING
        and text[-1].isalpha()
        and not any(c.isdigit() for c in text)
    )

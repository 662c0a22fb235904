"""Draft Chinese questions, in which what is asked for stands in the place of its answer.

"桥长350米。" becomes "桥长多少米？". Made by rule; whether the articles answer one is known when it
was asked.
"""

from collections.abc import Iterator

from index.language.chinese_asking import COUNT, DATE, HOW_MANY, LONG, MARK, POINTS, SHORT, WHEN
from index.language.east_asian import STOP, is_chinese
from index.sentences import sentence_spans

_SENTENCES = 80  # that are looked at


def in_place(text: str) -> Iterator[str]:
    """Yield questions that Chinese sentences of a text seem to answer."""
    for start, end in sentence_spans(text)[:_SENTENCES]:
        statement = STOP.sub("", text[start:end].strip())
        if not SHORT <= len(statement) <= LONG or "\n" in statement:
            continue
        if not is_chinese(statement) or POINTS.search(statement):
            continue
        for sought, word in ((COUNT, HOW_MANY), (DATE, WHEN)):
            if len(sought.findall(statement)) == 1:
                yield sought.sub(word, statement) + MARK

"""Write an answer from quotes: which sentences it needs, and what is said beside them."""

from collections.abc import Sequence

from index.language.english.comparing.reckoning import RECKONING
from qa.question.comparing.sides import has_both_sides
from qa.question.forms import Asked, Form
from qa.question.kinds import Kind
from qa.text.forms import beside
from qa.text.words import content_words, names, numbers
from qa.types import Evidence, Found, Statement
from qa.writing.comparing.arithmetic import computed, figure_of
from qa.writing.cutting import LONGEST_QUOTE, SHORT, part
from qa.writing.differing import around, contradicting
from qa.writing.shown import as_shown

_LONGEST_ANSWER, _LONGEST_LIST = 3, 8  # sentences
_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"))
_LIKELY = 0.5
_MOST_BESIDE = 0.5  # of the words of a question that are not in what is reckoned with
_MOST_WORDS = 0.6  # of a short answer
_POSSIBLE = 0.15

INCOMPLETE = "The list may be incomplete."
DIFFER = "The articles differ: "


def quote(question: str, found: Sequence[Found], asked: Asked) -> list[Statement]:
    """Answer with the sentences that the question needs, a long one cut to the part that answers.

    `asked` is of a follow-up as it was asked, `question` the one that stands on its own.
    """
    best, *others = found
    likely = [best, *(item for item in others if item.evidence.score >= _LIKELY)]
    match asked.form:
        case Form.ALL:
            return _whole(likely[:_LONGEST_LIST])
        case Form.COMPARISON:
            return _whole(both_sides(question, found))
        case Form.SEVERAL:
            return _whole(likely[:_LONGEST_ANSWER])
    proof = (best.evidence,)
    if other := contradicting(question, found):
        return [Statement(DIFFER + as_shown(best.evidence.text), proof), *_whole([other])]
    # A definition, and what proves a "yes", is all that is said; of a fact its figure or name is.
    has_points = asked.kind in (Kind.DEFINITION, Kind.YES_NO)
    short = LONGEST_QUOTE if has_points else SHORT
    shown = best.evidence.text if asked.whole else part(best, question, short=short)
    return [Statement(as_shown(shown), proof)]


def _whole(found: Sequence[Found]) -> list[Statement]:
    return [Statement(as_shown(item.evidence.text), (item.evidence,)) for item in found]


def cited(statements: Sequence[Statement], found: Sequence[Found]) -> list[Found]:
    """Return what of the evidence proves any of the statements, best first."""
    proofs = {item for statement in statements for item in statement.proof}
    return [item for item in found if item.evidence in proofs]


def as_sentence(answer: str) -> str:
    """Return a short answer as a sentence.

    A quotation mark or bracket that it has one of only falls away.
    """
    answer = answer.strip(" ,;:")
    for opening, closing in _PAIRS:
        if answer.count(opening) != answer.count(closing):
            answer = answer.replace(opening, "").replace(closing, "")
    answer = capitalised(answer.strip())
    return answer if answer.endswith((".", "!", "?", "。")) else f"{answer}."


def capitalised(text: str) -> str:
    """Return a sentence with a capital where it begins with a word in small letters."""
    return text[:1].upper() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def told_in(text: str, answer: str) -> str:
    """Return the short answer as a text tells it, "" where it does not."""
    at = text.lower().find(answer.lower())
    return text[at : at + len(answer)] if at >= 0 else ""


def with_addition(
    asked: Asked, question: str, statements: Sequence[Statement], found: Sequence[Found], more: bool
) -> list[Statement]:
    """Return statements, before them the difference or sum that was asked for.

    It is made only of sentences that tell of what the question does. Or behind them that a list may
    go on. `more`: the search may have left passages out.
    """
    proof = [item.evidence for item in cited(statements, found)]
    tells = asked.operation is not None and _tell_of(question, proof)
    if result := tells and computed(
        asked.operation,
        [item.text for item in proof],
        compares=asked.kind is Kind.COMPARISON,
    ):
        return [Statement(result, tuple(proof), figure_of(result)), *statements]
    likely = sum(item.evidence.score >= _LIKELY for item in found)
    goes_on = asked.form is Form.ALL and (more or likely > len(statements))
    return [*statements, Statement(INCOMPLETE)] if goes_on else list(statements)


def _tell_of(question: str, proof: Sequence[Evidence]) -> bool:
    """Tell whether sentences have most words of a question, and the numbers of both its sides."""
    text = " ".join(item.text for item in proof)
    words = content_words(question) - RECKONING
    about = len(beside(words, text)) <= _MOST_BESIDE * len(words)
    return about and has_both_sides(question, text)


def both_sides(question: str, found: Sequence[Found]) -> list[Found]:
    """Return the best evidence, and what adds names or numbers of the question that it lacks."""
    best, *others = found
    chosen = [best]
    asked = names(question) | {str(number.value) for number in numbers(question, words=False)}
    for item in others:
        known = set().union(*(_around(one.evidence) for one in chosen))
        adds = (asked & _around(item.evidence)) - known
        if item.evidence.score >= (_POSSIBLE if adds else _LIKELY):
            chosen.append(item)
    return chosen[:_LONGEST_ANSWER]


def _around(item: Evidence) -> set[str]:
    text = around(item)
    return content_words(text) | {str(number.value) for number in numbers(text)}


def says_answer(draft: str, found: Sequence[Found]) -> bool:
    """Tell whether a draft holds the short answer that was found in its only piece of evidence.

    It holds its figures, and most of its words.
    """
    if len(found) > 1:
        return True
    answer, said = found[0].answer, content_words(draft)
    words = content_words(answer)
    return len(words & said) >= _MOST_WORDS * len(words) and numbers(answer) <= numbers(draft)

"""Every text that the language model or the user is given by us, and how the prompt is built."""

from collections.abc import Callable, Sequence

from qa.types import Evidence, Turn

DECLINED = "The articles do not say."
SYSTEM = "You answer questions from the given sentences only, in one short full sentence that keeps their words and numbers."
_QUESTION = "Sentences:\n{evidence}\n\nQuestion: {question}\nAnswer in one sentence."

NOT_STATED = "0] not stated"
Messages = list[dict[str, str]]


def build_prompt(question: str, evidence: Sequence[Evidence], count_tokens: Callable[[str], int], budget: int = 700) -> Messages:
    """Return the chat messages for a question: the best evidence that fits in `budget` tokens, numbered."""
    lines: list[str] = []
    spent = count_tokens(question)
    for number, item in enumerate(evidence, 1):
        line = f"{number}. {item.text}"
        spent += count_tokens(line)
        if lines and spent > budget:
            break
        lines.append(line)
    user = _QUESTION.format(evidence="\n".join(lines), question=question)
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": user}]


def evidence_prompt(question: str, sentences: Sequence[tuple[str, str]]) -> str:
    """Return the prompt of the tuned generator: numbered (title, text) sentences, the question, and an open mark.

    Its next token is the number of the sentence that answers, or 0 when none does.
    """
    lines = [f"[{n}] {title[:80]}: {text}" if title else f"[{n}] {text}" for n, (title, text) in enumerate(sentences, 1)]
    evidence = "\n".join(lines)
    return f"Evidence:\n{evidence}\nQuestion: {question}\nAnswer: ["


def followup_prompt(question: str, turns: Sequence[Turn]) -> str:
    """Return the prompt of the tuned generator for a follow-up question, to be written in full after it."""
    lines = [f"Earlier: {turn.question} {' '.join(turn.answer.split()[:25])}".rstrip() for turn in turns[-3:]]
    earlier = "\n".join(lines)
    return f"{earlier}\nQuestion: {question}\nIn full:"


def asking_prompt(title: str, sentence: str, answer: str) -> str:
    """Return the prompt of the tuned generator for a question that a part of a sentence answers."""
    return f"Evidence:\n[1] {title[:80]}: {sentence}\nAnswer: {answer}\nQuestion:"

"""Every text that the language model or the user is given by us, and how the prompt is built."""

from collections.abc import Callable, Sequence

DECLINED = "The articles do not say."
SYSTEM = (
    "You answer questions from the given sentences only, "
    "in one short full sentence that keeps their words and numbers."
)
_QUESTION = "Sentences:\n{evidence}\n\nQuestion: {question}\nAnswer in one sentence."

Messages = list[dict[str, str]]


def build_prompt(
    question: str,
    evidence: Sequence[str],
    count_tokens: Callable[[str], int],
    budget: int = 700,
) -> Messages:
    """Return the chat messages for a question, with what of the evidence fits in `budget` tokens.

    The best comes first, and all of it is numbered.
    """
    lines: list[str] = []
    spent = count_tokens(question)
    for number, text in enumerate(evidence, 1):
        line = f"{number}. {text}"
        spent += count_tokens(line)
        if lines and spent > budget:
            break
        lines.append(line)
    user = _QUESTION.format(evidence="\n".join(lines), question=question)
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": user}]


def writing_prompt(question: str, evidence: Sequence[str], short: str) -> str:
    """Return the prompt of the tuned generator: what the evidence says, and the question.

    The short answer that was found follows, if any.
    """
    lines = "\n".join(f"- {text}" for text in evidence)
    found = f"\nShort answer: {short}" if short else ""
    return f"Evidence:\n{lines}\nQuestion: {question}{found}\nAnswer:"


def told(title: str, before: str, text: str) -> str:
    """Return a piece of evidence as the tuned generator is told it.

    It stands under its title, behind the sentence before it.
    """
    head = f"{title.split(' - ')[0][:80]}: " if title else ""
    return f"{head}{before} {text}" if before else f"{head}{text}"


def asking_prompt(title: str, sentence: str, answer: str) -> str:
    """Return the prompt of the tuned generator for a question that a part of a sentence answers."""
    return f"Evidence:\n[1] {title[:80]}: {sentence}\nAnswer: {answer}\nQuestion:"

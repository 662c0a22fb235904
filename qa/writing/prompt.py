"""Every text that a tuned language model or the user is given by us."""

from collections.abc import Sequence

DECLINED = "The articles do not say."
Messages = list[dict[str, str]]


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

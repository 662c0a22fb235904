"""Every text that the language model or the user is given by us, and how the prompt is built."""

from collections.abc import Callable, Sequence

from qa.types import Evidence

DECLINED = "The articles do not say."
SYSTEM = "You answer questions from the given sentences only, in one short full sentence that keeps their words and numbers."
_QUESTION = "Sentences:\n{evidence}\n\nQuestion: {question}\nAnswer in one sentence."

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

"""Change right drafts as a language model errs, and count how many changed ones are refused.

    python -m eval.bench.mutations [--drafts FILE] [--limit N] [--rules] [--show KIND]

They break a rule, or are not proven. A file of drafts holds evidence, a question and a right draft
a line. None of the three files in `drafts/` was trained on: `drafts.jsonl` is what
the rules were tuned on, `drafts_blind.jsonl` and `drafts_heldout.jsonl` were written apart from
them.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.reporting.markdown import lines
from qa.checking.checks import RULES, refusals
from qa.cli.terminal import progress_bar, wellspring
from qa.drafting.drafts import PROVEN
from qa.evidence.proving import Prover
from qa.text.windows import whole
from qa.tuning.data.changes import CHANGES, Draft, mutants, read_drafts
from qa.types import Evidence

DRAFTS = Path(__file__).parent / "drafts" / "drafts.jsonl"
NOT_BORNE_OUT = "its evidence does not say so"
_AT_ONCE = 16  # texts that are read together


def refused(draft: Draft, texts: Sequence[str], prover: Prover) -> list[list[str]]:
    """Return for each text over the evidence of a draft why it is refused.

    Named are the rules that it breaks, and whether its evidence does not say so.
    """
    evidence = [Evidence(t, "a", "", "a.txt", 0, len(t), t, 1.0) for t in draft.evidence]
    window = whole(" ".join(draft.evidence))
    found = []
    for first in range(0, len(texts), _AT_ONCE):
        some = texts[first : first + _AT_ONCE]
        for text, proof in zip(some, prover.proven(some, "", window), strict=True):
            opinion = [] if proof >= PROVEN else [NOT_BORNE_OUT]
            found.append([*refusals(text, evidence, draft.question), *opinion])
    return found


@dataclass(slots=True)
class Result:
    """Counts of mutants by kind, and those that passed; of right drafts, and those refused.

    `only` and `costs` count for each reason the mutants, and the right drafts, that it alone
    refuses.
    """

    drafts: int
    made: Counter[str] = field(default_factory=Counter)
    passed: list[tuple[str, Draft, str]] = field(default_factory=list)
    refused: list[tuple[Draft, list[str]]] = field(default_factory=list)
    only: Counter[str] = field(default_factory=Counter)
    costs: Counter[str] = field(default_factory=Counter)

    def passed_of(self, kind: str) -> int:
        """Return how many mutants of a kind were not refused."""
        return sum(of == kind for of, _, _ in self.passed)

    @property
    def refused_mutants(self) -> float:
        """Return the share of the mutants that are refused."""
        return 1 - len(self.passed) / self.made.total()

    @property
    def refused_drafts(self) -> float:
        """Return the share of the right drafts that are refused."""
        return len(self.refused) / self.drafts

    def add(
        self, draft: Draft, wrong: Sequence[tuple[str, str]], reasons: Sequence[list[str]]
    ) -> None:
        """Count a draft and its mutants, (kind, text) each.

        `reasons` has why the draft, then each mutant, is refused.
        """
        right, *others = reasons
        self.costs.update(right if len(right) == 1 else ())
        self.refused += [(draft, right)] if right else []
        for (kind, text), why in zip(wrong, others, strict=True):
            self.made[kind] += 1
            self.only.update(why if len(why) == 1 else ())
            self.passed += [] if why else [(kind, draft, text)]


def measure(drafts: Sequence[Draft], prover: Prover, most: int | None = None) -> Result:
    """Check every draft and its mutants, or at most so many of these, drawn the same each time."""
    result = Result(len(drafts))
    with progress_bar() as bar:
        for draft in bar.track(drafts, description="Checking drafts"):
            wrong = list(mutants(draft))
            chance = random.Random(draft.text)  # noqa: S311 - sampling, not secrecy
            wrong = wrong if most is None else chance.sample(wrong, min(most, len(wrong)))
            texts = [draft.text, *(text for _, text in wrong)]
            result.add(draft, wrong, refused(draft, texts, prover))
    return result


def _kinds(result: Result) -> str:
    rows = [["change", "mutants", "refused"]]
    for kind in CHANGES:
        count = result.made[kind]
        share = f"{1 - result.passed_of(kind) / count:.1%}" if count else ""
        rows.append([kind, str(count), share])
    return lines([*rows, ["all", str(result.made.total()), f"{result.refused_mutants:.2%}"]])


def _rules(result: Result) -> str:
    rows = [["reason", "mutants that it alone refuses", "right drafts that it alone costs"]]
    for rule in (*RULES, NOT_BORNE_OUT):
        rows.append([rule, str(result.only[rule]), str(result.costs[rule])])
    return lines(rows)


def main() -> None:
    """Print the table by kind of change."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--drafts", type=Path, default=DRAFTS, help="the file of right drafts (drafts.jsonl)"
    )
    parser.add_argument("--limit", type=int, help="at most so many mutants of a draft")
    parser.add_argument(
        "--rules", action="store_true", help="also print what each reason pays and costs by itself"
    )
    parser.add_argument(
        "--show",
        help="print what passed: a kind of change or `any`; `right`: refused right drafts",
    )
    options = parser.parse_args()
    result = measure(read_drafts(options.drafts), wellspring().prover, options.limit)
    print(f"{result.drafts} right drafts, {result.refused_drafts:.1%} refused\n")
    print(f"{_kinds(result)}\n")
    if options.rules:
        print(_rules(result))
    for line in _shown(result, options.show):
        print(line)


def _shown(result: Result, kind: str | None) -> Iterator[str]:
    """Yield the right drafts that were refused, or the mutants of a kind that passed."""
    for draft, why in result.refused if kind == "right" else ():
        yield f"{draft.text} ({', '.join(why)})\n    {draft.evidence[0]}"
    for of, draft, text in result.passed:
        if kind in (of, "any"):
            yield f"{text}\n    {draft.text} | {draft.evidence[0]}"


if __name__ == "__main__":
    main()

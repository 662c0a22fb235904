"""Change right drafts as a language model errs, and count how many changed ones the checks refuse.

    python -m eval.bench.mutations [--drafts FILE] [--rules] [--show KIND]

A file of drafts holds evidence, a question and a right draft a line. `drafts.jsonl` is what the checks were tuned on;
`drafts_blind.jsonl` was written before that and looked at as counts only.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from eval.bench.changes import CHANGES, Draft, mutants, read_drafts
from qa.checking.checks import RULES, refusals
from qa.types import Evidence

DRAFTS = Path(__file__).with_name("drafts.jsonl")


def broken(draft: Draft, text: str) -> list[str]:
    """Return the rules of the checks that a text breaks over the evidence of a draft."""
    evidence = [Evidence(t, "a", "", "a.txt", 0, len(t), t, 1.0) for t in draft.evidence]
    return list(refusals(text, evidence, draft.question))


@dataclass(slots=True)
class Result:
    """How many mutants of each kind there were, and those that passed; how many right drafts, and those refused.

    `only` and `costs` count for each rule the mutants, and the right drafts, that it alone refuses.
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


def measure(drafts: list[Draft]) -> Result:
    """Check every draft and every mutant."""
    result = Result(len(drafts))
    for draft in drafts:
        rules = broken(draft, draft.text)
        result.costs.update(rules if len(rules) == 1 else ())
        result.refused += [(draft, rules)] if rules else []
        for kind, text in mutants(draft):
            rules = broken(draft, text)
            result.made[kind] += 1
            result.only.update(rules if len(rules) == 1 else ())
            result.passed += [] if rules else [(kind, draft, text)]
    return result


def _print_kinds(result: Result) -> None:
    print("| change | mutants | refused |\n|---|---|---|")
    for kind in CHANGES:
        count = result.made[kind]
        print(f"| {kind} | {count} | {1 - result.passed_of(kind) / count:.1%} |" if count else f"| {kind} | 0 | |")
    print(f"| all | {result.made.total()} | {result.refused_mutants:.2%} |\n")


def _print_rules(result: Result) -> None:
    print("| rule | mutants that it alone refuses | right drafts that it alone costs |\n|---|---|---|")
    for rule in RULES:
        print(f"| {rule} | {result.only[rule]} | {result.costs[rule]} |")


def main() -> None:
    """Print the table by kind of change."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--drafts", type=Path, default=DRAFTS, help="the file of right drafts (drafts.jsonl)")
    parser.add_argument("--rules", action="store_true", help="also print what each rule of the checks pays and costs by itself")
    parser.add_argument("--show", help="print what passed: a kind of change or `any`; or `right` for right drafts that were refused")
    options = parser.parse_args()
    result = measure(read_drafts(options.drafts))
    print(f"{result.drafts} right drafts, {result.refused_drafts:.1%} refused\n")
    _print_kinds(result)
    if options.rules:
        _print_rules(result)
    for draft, rules in result.refused if options.show == "right" else ():
        print(f"{draft.text} ({', '.join(rules)})\n    {draft.evidence[0]}")
    for kind, draft, text in result.passed:
        if options.show in (kind, "any"):
            print(f"{text}\n    {draft.text} | {draft.evidence[0]}")


if __name__ == "__main__":
    main()

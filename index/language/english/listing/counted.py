"""What is counted where a question asks how many: the thing, and what a list of it is called."""

import re

from index.language.english.names import YEAR

ASKS_NUMBER = re.compile(
    r"\b(?:how many|what number of|number of|count(?: (?:all|of))?(?: the)?)"
    r" (?:(?:different|other|separate|the|kinds?|sorts?|types?|forms?|names?) (?:of )?)*"
    r"(?P<thing>[a-z][\w'’-]*)",
    re.I,
)
ASKS_THING = re.compile(
    r"^\W*(?:(?:at|in|on|to|from|for) )?(?:which|what|list|name|give|all|every|show)"
    r"(?: (?:me|us|all|the|of|every|kinds?|sorts?|types?|names?|different))*"
    r" (?P<thing>[a-z][\w'’-]*)",
    re.I,
)
# What names a list of things whose own name a heading seldom has.
CALLED = {
    "step": re.compile(
        r"\b(how to|steps?|method|procedure|instructions?|directions|preparation|what to do)\b",
        re.I,
    ),
    "ingredient": re.compile(r"\b(ingredients?|you need|you will need|take)\b", re.I),
    "point": re.compile(r"\b(agenda|points?|topics?|items?|order of business)\b", re.I),
    "bug": re.compile(r"\b(fixed|fixes|bugs?|issues?|corrected|defects?)\b", re.I),
    "prize": re.compile(r"\b(winners?|prizes?|awards?|awarded)\b", re.I),
}
CALLED |= {"stage": CALLED["step"], "fix": CALLED["bug"], "issue": CALLED["bug"]}
CALLED |= {"award": CALLED["prize"], "winner": CALLED["prize"], "item": CALLED["point"]}
# A year or two that bound what is listed: "between 1900 and 1970", "since 1950", "before 1900".
YEARS = re.compile(
    rf"\b(?:between|from) (?P<first>{YEAR}) (?:and|to|until|through) (?P<last>{YEAR})\b"
    rf"|\b(?:since|after|from) (?P<since>{YEAR})\b|\b(?:before|until|up to) (?P<until>{YEAR})\b",
    re.I,
)
# A question that asks how many things a list has, whatever else it looks like.
COUNTS_THINGS = re.compile(
    r"^\W*(?:(?:and|so|in|into|at|on|of) )*(?:how many|what number of|count)\b", re.I
)

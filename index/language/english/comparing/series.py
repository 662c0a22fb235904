"""Questions over a series of articles: which month has the most, how much it is in all.

What is asked of each member is left when these words are taken out: "In which month did the rink
have the most visitors?" asks each report how many visitors the rink had.
"""

import re

_EVERY = r"(?:(?:daily|weekly|monthly|quarterly|annual|yearly) )?"
_PERIODS = "days?|weeks?|months?|quarters?|half-?years?|years?|seasons?"
_ISSUES = (
    "reports?|newsletters?|bulletins?|minutes|meetings?|sessions?|logs?|issues?|editions?|"
    "articles?|files?|documents?|statements?|reviews?"
)
ONE = rf"{_EVERY}(?:{_PERIODS}|{_ISSUES})"
_ONES = rf"{_EVERY}(?:(?:{_PERIODS}|{_ISSUES})(?<=s))"
_IN = r"(?:(?:in|on|at|during|for|of) )?"
IN_WHICH = re.compile(rf"^\W*{_IN}(?:which|what)(?: of the)? {ONE}\b", re.I)
WHEN = re.compile(r"^\W*when\b", re.I)
IN_WHICH_ONES = re.compile(rf"^\W*{_IN}(?:which|what)(?: of the)? {_ONES}\b", re.I)
IN_HOW_MANY = re.compile(rf"^\W*{_IN}how many(?: of the)? {_ONES}\b", re.I)
# "What was the highest number of launches in a year?"
THE_FARTHEST = re.compile(
    r"^\W*what (?:is|was|were|has been) (?=the (?:most|highest|largest|greatest|biggest|maximum|"
    r"fewest|least|lowest|smallest|minimum)\b)",
    re.I,
)
_NUMBER = "number|count|amount|figure|quantity|level"
SUPERLATIVE = re.compile(
    r"\b(?<!at )(?:the )?(?:(?P<most>most|highest|largest|greatest|biggest|maximum)|"
    rf"(?P<least>fewest|least|lowest|smallest|minimum))\b(?P<counted> (?:{_NUMBER}) of)?"
    r"(?P<often> (?:often|frequently))?",
    re.I,
)
COUNTING = frozenset({"most", "fewest", "least"})
_ALL = rf"(?:a|an|any|one|all|each|every|the)(?: single| one| of)?(?: the)?(?: \d+)? {ONE}"
OVER_ALL = re.compile(rf",? ?\b(?:in|of|over|across|for|during|among|from|out of) {_ALL}\b", re.I)
PER_ONE = re.compile(rf",? ?\b(?:per|an?|each|every) {ONE}\b", re.I)
IN_ALL = re.compile(
    r",? ?\b(?:in total|altogether|in all|overall|taken together|put together|combined)\b|"
    rf"\b(?:total|sum)(?: (?:{_NUMBER}))?(?: of)?\b",
    re.I,
)
ON_AVERAGE = re.compile(
    rf",? ?\bon average\b|\b(?:average|mean)(?: (?:{_NUMBER}))?(?: of)?\b", re.I
)
# "more than 5,000 visitors", "no accidents"
BOUNDED = re.compile(
    r"\b(?:(?P<above>more than|over|above)|(?P<below>fewer than|less than|under|below)|"
    r"(?P<least>at least|no fewer than|no less than)|(?P<most>at most|no more than|up to)|"
    r"(?P<exact>exactly)) (?P<number>\S*\d\S*(?: (?:thousand|million|billion))?)|"
    r"\b(?P<none>no|zero)\b(?! (?:longer|one)\b)",
    re.I,
)
AUXILIARY = re.compile(r"^(?:did|does|do|was|were|is|are)\b|^(?:has|have|had)\b(?= \S)", re.I)
# "By how much did the costs rise?", "How many more came?", "Compare the costs."
ROSE = re.compile(
    r"^\W*(?:by )?how (?:much|many)(?: \w+)? (?:did|has|have|do|does) (?P<what>.+?) "
    r"(?:rise|risen|grow|grown|increase[ds]?|fall|fallen|drop|dropped|decrease[ds]?|decline[ds]?|"
    r"change[ds]?|differ|go up|gone up|go down|gone down)\b",
    re.I,
)
HOW_MANY_MORE = re.compile(r"\bhow (?P<many>many|much) (?:more|fewer|less)\b", re.I)
DIFFERENCE = re.compile(r"\bdifference (?:in|of|for)\b|\bdifference\b", re.I)
COMPARE = re.compile(r"^\W*(?:please )?compare\b", re.I)
MORE = re.compile(
    r"\b(?:(?P<more>more|higher|greater|larger)|fewer|less|lower|smaller)\b(?: than)?", re.I
)
AMOUNT = re.compile(rf"\bhow (?:many|much|often)\b|\b(?:{_NUMBER})s? of\b", re.I)
# "In which month was the bridge first mentioned?"
FIRST_SAID = re.compile(
    r"^(?P<words>.+?) (?P<which>first|last) (?:be |been )?"
    r"(?:mentioned|named|reported|discussed|appear\w*|come up|turn up|spoken of|talked about)\b",
    re.I,
)
SUMMED = re.compile(r"\bhow (?:many|much)\b", re.I)
# What is told for one day is not added up: "At the end of March 41 plots were let."
OF_A_DAY = re.compile(
    r"\b(?:(?:at|by) the (?:end|start|close|beginning) of|as of|on \d|currently|now)\b", re.I
)
# "List all duty managers", "Who were the chairs?", "Which chairs did the club have?"
LISTED = re.compile(
    r"^\W*(?:please )?(?:(?:list|name)(?: me)?(?: all| every| each)?|"
    r"(?:give|tell|show)(?: me)? (?:all|every|each))(?: of)?(?: the)?(?: (?:people|persons|those))?"
    r"(?: (?:who|that|which) (?:was|were|is|are|has been|have been))? (?P<what>.+)|"
    r"^\W*who (?:were|are|have been) (?:all )?(?:of )?the (?P<who>.+)|"
    r"^\W*which (?P<which>(?:[\w'’-]+ ){0,2}[\w'’-]+s (?:did|does|do|has|have|were|are)\b.+)",
    re.I,
)
WHO_WAS_IT = re.compile(r"^\W*who (?:was|has been) (?:the )?(?P<who>.+)", re.I)
WHO_WAS, WHAT_WAS = "Who was the {what}?", "What was {what} {rest}?"
HOW_MANY, WHAT = "How many {what} {rest}?", "What {what} {rest}?"
HOW_MANY_TIMES = "How many times {rest}?"
THERE_WERE = "were there"
# What stands before a period, and between two that are the ends of a run.
BEFORE_PERIOD = (
    r"(?:in|of|for|during|from|between|on|to|and|until|till|through|than|with|or|over|since|by|at|"
    r"against|as of)"
)
RUN = re.compile(r"\b(?:from|between)\b", re.I)
# Words of a question that no sentence need have.
ASKS_AMOUNT = frozenset(
    """
    number count counted amount figure figures quantity level levels total times record recorded
    come came reported show shows shown see saw seen register registered
    """.split()
)
# Numbers in words that elsewhere count nothing: "no accidents", "Accidents: none", "one accident".
COUNTED_IN_WORDS = {
    0: re.compile(r"\b(?:no|none|zero|nobody|nil|not any)\b", re.I),
    1: re.compile(r"\b(?:one|a single)\b", re.I),
}
# By what a sentence says itself what is the most, the sum or the average of several.
_FARTHEST = re.compile(r"\b(?:most|least|fewest|record|peak(?:ed)?|\w+est)\b", re.I)
ITSELF_SAYS = {
    "most": _FARTHEST,
    "least": _FARTHEST,
    "sum": IN_ALL,
    "average": ON_AVERAGE,
    "difference": re.compile(r"\d.*\d", re.S),
}
# What is said.
OF_ALL = "the {total} articles from {first} to {last}"
MOST_OF, LEAST_OF = "It is the highest figure of {these}.", "It is the lowest figure of {these}."
SUM_OF = "The sum is {value} ({parts}), in {these}."
AVERAGE_OF = "The average is {value} = {parts}, in {these}."
DIFFERENCE_OF = "The difference is {value} ({parts})."
MEETING = "{number} of {these}:"
FIRST_OF = "It is the first of {number} among {these}."
LAST_OF = "It is the last of {number} among {these}."
OTHERS_LACK = "Nothing was found for {missing}."

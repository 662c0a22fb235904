"""Two sides that a question names in parallel, and what is done with the answers of both."""

import re

from index.language.english.comparing.reckoning import TIMES
from index.language.english.questions import ASKS_SUM

# Two sides of a comparison that are named in parallel.
_SIDE = r"[^,;:?]{1,80}?"
_NAME = r"(?:the )?(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)*"
_TIMES = r"(days|weeks|months|years|decades|long)"
_END = r"(?=[\s.!]*(?:\?|$|,\s|\s[-–—]\s|\s(?:which|what|who)\b))"
SIDES = tuple(
    re.compile(shape, re.I)
    for shape in (
        # in 2022 or in 2023; on the hill or on the moor
        rf"\b(?P<one>(?P<by>in|on|at|for|to|from|with|by|before|after|under) [^,;:?]{{1,60}}?),?"
        rf" (?:or|than|and|compared (?:to|with)|against) (?P<two>(?P=by) {_SIDE}){_END}",
        # ..., the mill or the inn?
        rf"(?<=[,:] )(?P<one>{_SIDE}),? or (?P<two>{_SIDE}){_END}",
        # does the first loan exceed the second
        rf"\b(?:does|do|did|has|have) (?P<one>{_SIDE}) (?:exceed|beat|top|outnumber|surpass)(?:ed)?"
        rf" (?P<two>{_SIDE})(?=(?: in [a-z]+)?{_END})",
        # is Route 2 than Route 1
        rf"\b(?:is|was|are|were) (?P<one>{_SIDE}) than (?P<two>{_SIDE}){_END}",
        # how many months after Ayle was Brone reached
        rf"\bhow (?:many |much )?{_TIMES} (?:after|before) (?P<one>{_NAME}) (?P<link>was|were|did)"
        rf" (?P<two>{_NAME}) (?P<rest>[^,;:?]{{2,60}}?){_END}",
        # 2023 minus 2021
        r"\b(?P<one>\d{4}(?:[-–/]\d+)?) (?:than|or|and|minus|over|against) "
        r"(?P<two>\d{4}(?:[-–/]\d+)?)\b",
        # between A and B
        rf"\bbetween (?P<one>{_SIDE}) and (?P<two>{_SIDE}){_END}",
        # Compare A with B
        rf"^\W*compare (?P<one>{_SIDE}) (?:with|to|and) (?P<two>{_SIDE}){_END}",
        # does more money go to pigs or cattle
        rf"\b(?:to|into|on|in|for|at|of|with|from|by) (?P<one>[^,;:?]{{1,40}}?)"
        rf" or (?P<two>{_SIDE}){_END}",
        # A or B, which is larger?
        rf"^\W*(?P<one>{_SIDE}) or (?P<two>{_SIDE})(?=,\s(?:which|what|who)\b)",
    )
)

# A side that only points back: "how many more is that than two years before".
POINTS = re.compile(r"(?:that|this|it|those|these|them|then|there|he|she|they)\Z", re.I)
# Does the Heron carry more cars than the Grey Swan?
WHETHER_MORE = re.compile(
    r"^\W*(?:does|do|did|has|have|had|can|could|will) (?P<one>(?:the )?(?-i:[A-Z])[\w'’-]*"
    r"(?: (?-i:[A-Z])[\w'’-]*){0,3}) [^,;:?]{0,60}?\b(?:more|fewer|less|\w{2,}er) "
    rf"[^,;:?]{{0,40}}?\bthan (?P<two>{_SIDE}){_END}",
    re.I,
)
# What each side is not asked for: what follows a dash.
GOES_ON_AFTER_DASH = re.compile(r"\s[-–—]\s.*$")
ASKS_WHEN = "When {link} {name} {rest}?"
# What is done with the answers of both sides.
COMPARED_BY = {
    "times": TIMES,
    "apart": re.compile(
        rf"\bhow (many |much )?{_TIMES} (\w+ )?(after|before|between|later|earlier|passed|lay|"
        rf"lie)\b",
        re.I,
    ),
    "difference": re.compile(
        r"\b(difference|how (much|many) (\w+ ){0,3}?(more|less|fewer|higher|lower|larger|smaller|"
        r"longer|shorter|older|younger|dearer|cheaper|extra)"
        r"|how (much|many) (\w+ ){0,3}?\w{3,}er\b.*\bthan|by how|by what"
        r"|how far (behind|ahead)|gap|minus"
        r"|how (much|many) .*\b(lost|lose|gain(ed)?|gr[eo]w|grown|rise|rose|risen|fall|fell|fallen|"
        r"drop(ped)?|saved?|(in|de)creased?|(go|gone|went) (up|down))|(pay|cost|paid)s? extra)\b",
        re.I,
    ),
    "sum": ASKS_SUM,
    "least": re.compile(
        r"\b(less|least|fewer|fewest|lower|lowest|smaller|smallest|shorter|shortest|cheaper)\b",
        re.I,
    ),
    "first": re.compile(r"\b(first|earlier|earliest|older|oldest)\b", re.I),
    "last": re.compile(r"\b(last|later|latest|newer|newest|younger|youngest)\b", re.I),
    "most": re.compile(
        r"\b(more|most|higher|highest|larger|largest|bigger|biggest|greater|greatest|longer|"
        r"longest|taller|tallest|dearer|heavier|deeper|wider|stronger)\b",
        re.I,
    ),
}
# What is said where both sides are one.
WITH_ITSELF = "The question compares “{name}” with itself. Name two things to compare."

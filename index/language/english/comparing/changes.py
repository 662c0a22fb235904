"""How questions ask what changed between versions of a thing; `what` is what they ask about."""

import re

from index.language.english.versions.told import KIND

_MOVED = (
    r"(?:chang\w*|differ\w*|develop\w*|evolv\w*|alter\w*|ris(?:e|en)|rose|gr(?:ow|ew|own)|f[ae]ll(?:en)?"
    r"|increas\w*|decreas\w*|drop\w*|go(?:ne)?\s(?:up|down))"
)
_WHEN = r"(?:\s(?:between|from|since|in|over|after|with|across|as\sof)\s(?:the\s)?[^?]*)?"
ASKS_CHANGE = tuple(
    re.compile(rf"^\W*{shape}{_WHEN}\W*$", re.I)
    for shape in (
        rf"how\s(?:much\s)?(?:did|has|have|do|does)\s(?P<what>.+?)\s(?:been\s)?{_MOVED}",
        rf"(?:did|has|have)\s(?P<what>.+?)\s(?:been\s)?{_MOVED}",
        rf"by\show\smuch\s(?:did|has|have)\s(?P<what>.+?)\s(?:been\s)?{_MOVED}",
        r"what\s(?:is|was|are|were)\sthe\s(?:changes?|differences?)\s(?:in|to|of)\s(?P<what>.+?)",
        r"(?:what|how)\s(?:is|was|are|were)\s(?P<what>(?:the|a)\s.+?)\sdifferent",
    )
)
ASKS_HOW_MUCH = re.compile(r"\bhow\smuch\b", re.I)
ASKS_KIND = re.compile(rf"\b{KIND}s?\b", re.I)
IS_WHAT = "What is {what}?"
NUMBERS = re.compile(r"(?<![\d.])\d{1,4}(?:\.\d{1,3}){0,3}(?![\d.]*\d)")
UNCHANGED = "It is the same in both: {quote}"

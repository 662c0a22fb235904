"""How a statement is turned into a question, and what of it the question repeats."""

import re

WHEN, WHY, WHO, WHAT, HOW = "When", "Why", "Who", "What", "How"
HOW_MUCH, HOW_MANY = "How much", "How many"
WHAT_SHARE, BY_HOW_MUCH = "What percentage of", "By how much"
# What a subject "is", where the statement has another verb: "the rate reached 5%".
BE_FOR = {"did": "was", "do": "are", "does": "is"}
PAST = frozenset("did was were had".split())
INDEFINITE = re.compile(r"^an? ")  # what was done once was done with "the" and not with "a"

# A whole sentence that says when, how much, who or why; the others are not worth a look.
TELLS = re.compile(
    r"(?:\d|\bbecause\b|\bby (?:the |an? )?(?:[a-z]+ )?[A-Z]|^The [a-z -]+, [A-Z]"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b).*[.;:]$",
    re.I | re.S,
)
PARTS = re.compile(r"; (?:and |but )?")
FRONTED = re.compile(
    r"(?P<front>So far|To date|(?:In|On|By|At|As of|For|During|Between|Since|To) (?!\w+ing\b)"
    r"[^,;:()\[\]]{2,70}(?:, [A-Z]\w+)?), (?P<body>.+)"
)
SAYS_WHERE = re.compile(r"^To |\d| [A-Z]")  # or for what: what stands at the front and tells much
MANY = re.compile(r"\b(?:people|children|men|women)\b")  # without the ending of many
VERB_GROUP = re.compile(
    r"(?P<verb>[a-z]+)(?: (?P<adverb>first|last|also|now|still|[a-z]+ly))?(?: (?P<been>been))?"
    r"(?: (?P<main>[a-z-]+))?\b(?P<rest>.*)"
)
COST = "cost"
BECAUSE = re.compile(r",? because(?: of)? ")
BY_NAME = re.compile(
    r"by (?:the |an? )?(?:[a-z]+ )?[A-Z][\w.'’-]*(?: (?:of|the|de|van|von|&))* [A-Z]"
)
# "The head cook, Ann Lee, left": who that is, or was.
HOLDER = re.compile(
    r"(?P<role>The [a-z][a-z' -]+), (?:[A-Z][a-z]{0,4}\. )?[A-Z]\w+(?:-[A-Z]\w+)* [A-Z][\w-]+,"
    r" (?P<verb>[a-z]+)"
)
IS, WAS = "is", "was"
# Who "led" it, "opened" it: the verb is the same when it is done.
SAME_WHEN_DONE = re.compile(
    r"\w+ed|built|led|made|held|won|found|bought|sold|sent|lost|brought|taught|kept|told|set|cut"
)
# Where what is told ends, and what may go on behind a comma without being told.
TOLD_UP_TO = re.compile(r"[,;:(\[]| [–—-] | and(?= (?:\d|by \d))|^and\b|[.?!]?$")
NO_LIST = re.compile(
    r", (?:which|who|whose|while|where|when|against|compared|of (?:which|whom|them)|up|down|from"
    r"|after|although|but|because|so|and|with|[a-z]+ing|\d+"
    r"|an? (?:\S+ )?(?:increase|decrease|rise|fall))\b"
)
AND_THEN = re.compile(r" and (\w+)")
# What a question may not say: it would point to what is not said, or to who speaks.
VAGUE = re.compile(
    r"\b(?:we|us|our|i|my|me|you|your|today|yesterday|tomorrow|recently|now|ago|various|following"
    r"|above|below|here|respectively|nobody|none|nothing|something|somebody|someone|others?"
    r"|last year|next year|both|such|so|more|later|earlier|further"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.I,
)

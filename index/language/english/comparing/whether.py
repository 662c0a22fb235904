"""Questions for yes or no that compare, what turns them round, and what tells them."""

import re

# "Did Barway lose more often than Great Lode?", "Barway lost more often, right?"
ASKS_WHETHER = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b"
    r"|,\s*(?:right|correct|true|(?:is|are|was|were|do|does|did|has|have|had)(?:n['’]t)? "
    r"(?:it|they|he|she|there))\W*$",
    re.I,
)
# What turns a comparison round, or asks for more than an order.
TURNS_ROUND = re.compile(
    r"\b(?:no|not|never|nor|neither|without|fail(?:ed|s)?|at (?:least|most)|as (?:many|much))\b"
    r"|n['’]t\b(?! (?:it|they|he|she|there)\W*$)",
    re.I,
)
# "Did the swans increase from 2018 to 2023?"
GOES_UP = re.compile(
    r"\b(?:r[io]se|risen|grow|grew|grown|increased?|climb(?:ed)?"
    r"|(?:go|gone|went) up|(?:pay|paid|costs?) more|(?:gets?|got|becomes?|became) (?:dearer"
    r"|bigger))\b",
    re.I,
)
GOES_DOWN = re.compile(
    r"\b(?:f[ae]ll|fallen|drop(?:ped)?|declined?|decreased?|shr[iau]nk"
    r"|(?:go|gone|went) down|(?:pay|paid|costs?) less|(?:gets?|got|becomes?|became) (?:cheaper"
    r"|smaller))\b",
    re.I,
)
STAYS = re.compile(
    r"\b(?:unchanged|the same)\b"
    r"|\b(?:stay(?:s|ed)|remain(?:s|ed)) (?:at )?(?:[A-Z]{0,3}[£$€¥]|[A-Z]{3} )?\d",
)
# What is said.
WENT = "{verdict}. {what}: {first} in {start}, {last} in {end}."

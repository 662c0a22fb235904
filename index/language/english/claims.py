"""What opens, closes, denies and restricts what a sentence says."""

import re

from index.language.english.words import CONJUNCTIONS

# Conjunctions that a whole sentence may begin with, and those that it may not.
OPENING_CONJUNCTIONS = frozenset("when while although though because if unless so".split())
NO_OPENINGS = CONJUNCTIONS - OPENING_CONJUNCTIONS
JOINED_BY = re.compile(r"^(?:and|but)\s")  # a clause to the one before
ORDERED_BY = frozenset({"never", "always"})  # before what a sentence tells to do: "Never bake it"
# What no sentence ends with: it would be cut off.
OPEN_ENDS = frozenset(
    """
    a an the its their our my your whose and but or nor of to for from with by at into than as
    because which who whom while although if unless is was were are be
    """.split()
)

PARTICLE = re.compile(r"^(Yes|No), ")
NO = "No"
DENIES = re.compile(r"\b(not|no|never|none|nobody)\b|n['’]t\b")
# What denies that something is so, or may be done.
FORBIDS = re.compile(
    r"\b(?:not|no|never|none|nobody|nor|neither|without|cannot|forbid\w*|forbade|prohibit\w*|banned"
    r"|bans|disallow\w*|barred)\b|n['’]t\b",
    re.I,
)
# What makes a statement less than plain: conditions, negations, claims.
GOVERNS = re.compile(
    r"\b(if|unless|whether|not|no|never|without|den(y|ies|ied)|claim(s|ed)?|alleg\w+|would|could|"
    r"might|may|false|wrong\w*|instead|until)\b|n['’]t\b",
    re.I,
)
# What at the end of a sentence changes all that stands before it.
TURNS = re.compile(
    r"\b(if|unless|until|except|provided|only (if|when)|subject to|but|however|"
    r"which is (false|wrong)|not true|never|whether|den(y|ies|ied)|claim(s|ed)?|alleg\w+)\b",
    re.I,
)
# A single word that denies, for comparing texts word by word.
NEGATION = re.compile(r"(?:no|not|never|none|nor|neither|without|cannot)\Z|.*n['’]t\Z", re.I)
# A share, and what it is of: "53% of the participants".
SHARE_OF = re.compile(
    r"(?P<share>\d[\d.,]*\s?(?:%|per ?cent\b)|\b(?:half|(?:one|a|two|three|four) "
    r"(?:third|quarter|fifth|tenth)s?)\b) "
    r"of (?:(?:the|all|these|those|its|their|his|her|our|[\d,]+) )*"
    r"(?P<whole>[\w'’-]+(?: [\w'’-]+){0,2})",
    re.I,
)
# What a number in front of it counts: "27 member farms"; in small letters, as a name is none of it.
COUNTED = re.compile(
    r"\s+[\"“]?(?!(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"(?P<things>[a-zß-ÿ][\w'’-]*(?: [a-zß-ÿ][\w'’-]*){0,3})"
)
NUMBERED = re.compile(r"[A-Z][\w’'-]*\.? \Z")  # before a number that is part of a name: "Orbis 3"

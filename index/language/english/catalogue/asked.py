"""What is asked of a collection besides words: its themes, what it covers, parts, lengths."""

import re

_NOUNS = "articles|texts|documents|docs|files|pieces|stories|papers|sources|reports|pages|posts"
# Before what is mentioned: "use the picture of living water" asks for "living water".
LEADS_IN = re.compile(
    r"\b(?:makes? use of|(?:the |an? )?(?:picture|image|metaphor|phrase|expression|term|notion"
    r"|idea|concept) (?:of|called))\b",
    re.I,
)
# What an article does that its words do not tell: "start with a date", "quote from a letter".
DOES = re.compile(
    rf"\b(?:{_NOUNS}) (?:(?:that|which|do|does|did) )?"
    r"(?:starts?|begins?|opens?|ends?|closes?|finish(?:es)?|quotes?|cites?|consists?"
    r"|rel(?:y|ies)|arg(?:ue|ues)|agrees?|disagrees?|criticis?z?es?|prais(?:e|es)|looks?|sounds?"
    r"|(?:is|are) (?:written|made|based))\b(?! by)",
    re.I,
)
CANNOT_COUNT = (
    "That is not told by the words of the articles, so they cannot be counted by it: I can count "
    "those that mention something, that name their author, or that are of a date."
)
# The one in a question that tells its author, or date.
_SIGNER = r"(?:writers?|authors?|reporters?|journalists?|bylines?|correspondents?)"
_TOLD = r"(?:named|given|known|told|mentioned|stated|signed)"
_TELLS = r"(?:names?|gives?|tells?|states?|has|have|shows?|mentions?|with)"
_ITS = r"(?:(?:the|an?|its|their|his|her|name|names|of) )*"
NOTES = {
    "author": re.compile(
        rf"\b{_TELLS} {_ITS}{_SIGNER}\b|\b{_SIGNER} (?:is |are |was |were )?{_TOLD}\b"
        rf"|\b(?:is|are) {_ITS}{_SIGNER} {_TOLD}\b",
        re.I,
    ),
    "published": re.compile(
        rf"\b{_TELLS} {_ITS}dates?\W*$|\b(?:{_NOUNS}) (?:that |which )?(?:is|are) dated\W*$", re.I
    ),
}
NOTED = {
    "author": "{number} of the {total} articles {verb} an author:",
    "published": "{number} of the {total} articles {verb} a date:",
}
NAMES = ("names", "name")
AND_SO_MANY = re.compile(
    r"^\W*(?:and|but|so|then)\b[^?]{0,20}\bhow many (?:of (?:them|those|these) )?(?:are|is|were"
    r"|do|mention|deal|speak|talk|say|cover|name|come|have|touch)\b",
    re.I,
)

# Themes of all articles.
THEMES = re.compile(
    r"\b(?:topics?|themes?|subjects?|subject matters?|main points?|common threads?)\b", re.I
)
IN_ONE = re.compile(r"\bin (?:a|one|a single) (?:short )?(?:sentence|line)\b", re.I)

# Interviews among the articles.
INTERVIEWS = re.compile(r"\binterview(?:s|ed|ees?)?\b", re.I)
SPEAKER = re.compile(r"^(?P<who>[^\W\d_][^\n:.,?!\d]{1,38}):[ \t]+(?=\S)", re.M)
ARE_INTERVIEWS = (
    "{number} of the {total} articles is an interview:",
    "{number} of the {total} articles are interviews:",
)
INTERVIEW_WITH = "- {title} ({source}): with {people}"

# Kinds of things that names tell by a word of their own: "Essex County", "the town of Skelby".
_CLASSES = (
    "province|region|prefecture|county|counties|district|canton|city|cities|town|village"
    "|municipality|municipalities|river|lake|mountain|mount|island|street|university"
    "|universities|bank|school|museum|library|libraries|company|companies|society|societies"
    "|association|committee|ministry|ministries|institute"
)
COVERED = re.compile(
    rf"^[^?]*?\b(?:which|what|list|name|all)\b[^?]*?"
    rf"(?P<classes>\b(?:{_CLASSES})s?(?:(?:,| and| or|, and) (?:{_CLASSES})s?)*)\b"
    r"[^?]*?\b(?:cover|mention|name|appear|occur|talk|deal|feature|come up|turn up|spoken"
    r"|articles|texts|collection|documents|files|folder)",
    re.I,
)
CLASS = re.compile(rf"\b(?:{_CLASSES})s?\b", re.I)


def one_of(things: str) -> str:
    """Return the singular of a word of a class: "counties" are each a county."""
    return re.sub("ies$", "y", things).removesuffix("s") if things.endswith("s") else things


UNTOLD = re.compile(r"\b(?:countr(?:y|ies)|nations?|states?|places?|continents?)\b", re.I)
THESE_ARE_NAMED = "The articles name these, by the word {classes}:"

# How long a summary is to be.
_NUMBERS = {"one": 1, "a": 1, "an": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBERS |= {"six": 6, "seven": 7, "couple of": 2, "few": 4}
_UNIT = r"(?:sentences?|lines?|points?|bullets?(?: points?)?|takeaways?|facts?|things?)"
SENTENCES = re.compile(
    rf"\b(?:a|one) (?:sentence|line|point) or (?P<two>two)\b"
    rf"|\b(?P<least>a|an|single|\d|{'|'.join(_NUMBERS)})(?: (?:or|to) (?P<most>\w+))?"
    rf"(?: (?:short|main|key|brief|simple|important))*[ -]{_UNIT}\b",
    re.I,
)
WORDS_OF_NUMBERS = _NUMBERS
SURELY_SUMMED = re.compile(
    r"^(?!\W*(?:who|which|when|where|how many|how much)\b).*"
    r"\b(?:briefly|brief (?:pls|please)|in (?:short|brief|a nutshell)(?=\W*$|,)"
    r"|(?:keep|make) it (?:short|brief)|tl;?dr|(?:short|brief|quick) (?:\w+ )?(?:summary|overview)"
    r"|an? (?:summary|overview)|(?:summary|overview) of|summar[iy]s\w*|summariz\w*|sum(?:med)? up"
    r"|the gist|(?:the|its) essence"
    rf"|in (?:{'|'.join(_NUMBERS)}|\d)(?: (?:or|to) \w+)? (?:short )?(?:sentences?|lines?))\b",
    re.I,
)
PART = re.compile(
    r"\b(?:part|section|chapter|paragraph|passage|bit)s?\b",
    re.I,
)

# What may stand beside a name and not belong to it: "the River Ayle" is the Ayle.
CALLED_SO = re.compile(
    r"\b(?:the |The )?(?:River|Lake|Mount|Mt|Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Professor)\.? (?=[A-Z])"
    r"|(?<=\w) (?:River|Province|County|City|Region|Prefecture|District|Town|Village|Ltd|Inc)\b"
    r"|\b(?:river|province|county|city|town|village) (?:of )?(?=[A-Z])",
)

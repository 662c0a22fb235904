"""What questions ask for, and by what they point back to earlier ones."""

import re

from index.language.english.dates import MONTHS_AND_DAYS

# Without one of these a question is keywords: they name a matter, not what of it is asked.
ASKS_BY_WORD = re.compile(
    r"\b(who\w*|what\w*|which|when|where\w*|why|how|since|until|name|give|tell|list|say)\b", re.I
)
ANSWER_HEAD = r"\**(?:A|Ans|Answer)\s?:\**\s+"  # of the answers in a list of questions
COMPARES = re.compile(
    r"\b(both|compare[ds]?|differ\w*|than|respectively|(higher|lower|larger|smaller|bigger|greater|"
    r"more|less|fewer|earlier|later|older|newer)\b.*\bor)\b",
    re.I,
)
ASKS_SEVERAL = re.compile(
    r"\b(list|name (the|all|every|two|three|four|five|six)|"
    r"(which|what) (\w+ )?[a-z]{3,}(?<![sui])s\b|(what|who|which) (are|were)|why|"
    r"how (do|does|did|can|should|is|are|was|were|will))\b",
    re.I,
)
OPEN_QUESTION = re.compile(
    r"\bwhat (do|does|did|has|have|had|can|could|should|must|will|would)\b", re.I
)
ASKS_ALL = re.compile(
    r"\b(list|name|give|tell) (me |us )?(all|every|each)\b|\b(what|which|who) (are|were) all\b|"
    r"^\W*(all|every)\b|\b(how many|which) articles\b",
    re.I,
)
# How far apart, not who did it: "By how many votes?", "By how many beds was it enlarged?"; not "By
# how many families was it bred?"
_MARGINS = (
    r"votes|points|goals|seats|runs|places|degrees|seconds|minutes|hours|days|weeks|months|years|"
    r"per ?cent|percent\w*|(?:centi|kilo)?met\w+|miles|feet|inches|tonnes|kilo\w*|grams|lit\w+|"
    r"euros|dollars|pounds|yuan"
)
_CHANGED = r"enlarged|extended|expanded|cut|raised|lowered|reduced|increased|decreased|shortened"
BY_HOW_MANY = (
    rf"by how (?:much|many(?:\W*$| (?:\w+ )?(?:{_MARGINS})\b"
    r"| (?:[\w'’-]+ ){0,3}(?:do|does|did|has|have|had)\b"
    rf"|[^?]*\b(?:{_CHANGED})\b|[^?]*\b(?:more|less|fewer|\w{{3,}}er)\b[^?]* than\b))"
    r"|(?:more|less|fewer|\w{3,}er) than\b[^?]*\bby how many"
)
ASKS_DIFFERENCE = re.compile(
    rf"\b({BY_HOW_MANY}|difference between|gap between|"
    r"how (much|many) (\w+ )?"
    r"(more|less|fewer|higher|lower|larger|smaller|longer|shorter|older|younger))\b",
    re.I,
)
ASKS_SUM = re.compile(
    r"\b(in total|altogether|combined|taken together|the sum of|the total of|add(ed)? up)\b", re.I
)
# The same where no one sum is meant that an article may tell.
ADDS = re.compile(r"\b(taken together|put together|combined|add(ed)? up)\b", re.I)
# With what is counted.
HOW_MANY = re.compile(r"\bhow many ((?:[\w'’-]+ ?){1,3})", re.I)

# What is asked for stands behind these words: "in which zone", "what is the colour of".
ASKED_FOR = re.compile(
    r"\b(?:which|what|how many|how much)(?: (?:is|are|was|were))?(?: the)? (?P<thing>[^?]+)", re.I
)
# Verbs that only join what is asked for with what has it: "In which bed does the oak stand?"
JOINS_CELLS = frozenset(
    """
    stand stands stood lie lies lay located situated found belong belongs fall falls get gets go
    goes run runs keep kept put listed given called
    """.split()
)

# What only says that a figure is asked for: "What does an adult pay at the weekend?"
ASKS_AMOUNT = frozenset(
    "cost costs price prices priced pay pays paid charge charged charges much many number".split()
)

# What a follow-up begins with.
GOES_ON = re.compile(
    r"^\s*((and|or|but|also|then|what about|how about|what else|who else|how so|really)\b"
    # "why" alone: with a subject of its own it is a new question
    r"|why( so| not| then| exactly)?\W*$)",
    re.I,
)
# Who was named in an answer.
POINTS_TO_PERSON = re.compile(r"\b(he|his|him|she|her|hers)\b", re.I)
# What stands for something that was named before.
POINTS_BACK = re.compile(
    r"\b(it|its|they|their|them|he|his|him|she|her|that|this|those|these|the same|former|latter|"
    r"(the|those|these|other) ones?)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b",
    re.I,
)
# Something that a question describes in place of its name, and how that is asked for.
_THING = (
    r"\b(?:the|that) (?P<noun>[a-z-]+(?: (?!(?:in|on|at|from|to|for|by|of|says?|said|thinks?"
    r"|claims?|reports?|shows?|finds?|found|means?|tells?|told)\b)[a-z-]+)?)"
)
_CLAUSE = r"(?P<rest>[^,;?]{6,}?)(?=[\s.!]*(?:\?|$))"
DESCRIBED = {
    re.compile(
        rf"{_THING} (?:where|(?:in|on|at|from|to) which) {_CLAUSE}"
    ): "In which {noun} {rest}?",
    re.compile(rf"{_THING} (?:that|which|who) {_CLAUSE}"): "Which {noun} {rest}?",
    re.compile(
        rf"{_THING} with (?P<rest>(?:an? [a-z]+ of )?\d[\d.,]*(?: [a-z-]+)?)\b"
    ): "Which {noun} has {rest}?",
    re.compile(
        r"\b(?:the|that) (?P<noun>[a-z-]+) (?P<rest>(?:on|in|at|near|behind|between) (?:the )?"
        rf"(?!(?:{MONTHS_AND_DAYS})\b)[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
    ): "Which {noun} is {rest}?",
}
# A statement whose verb changes places with its subject in a question: "The mill was built ...".
TURNABLE = re.compile(
    r"(?P<subject>\S+(?: \S+){0,6}?) (?P<verb>is|are|was|were|has|have|had|can|could|will|would"
    r"|must|may|should) (?P<rest>(?!not\b).+?)\.?"
)
# A subject with a clause or a place in it: its verb may be that of the clause.
JOINED = re.compile(
    r",|\b(that|which|who|whom|whose|when|where|if|because|there|for|in|at|on|by)\b", re.I
)
# A short answer of several items.
JOINS_ITEMS = re.compile(r",\s|;|&|\b(and|or)\b", re.I)
# The answer to a question for yes or no, before what proves it.
VERDICTS = {True: "Yes", False: "No"}
# What a question begins with that stands beside another one in a message.
BEGINS_QUESTION = re.compile(
    r"\W*((and|also|then) )?(who|whose|what|when|where|why|how|which|in (what|which)|is|are|was"
    r"|were|do|does|did|has|have|had|can|could|will|would|should|must)\b",
    re.I,
)
# What is said of several questions in one message.
NOT_SAID_TO = "“{part}” The articles do not say."
MORE_QUESTIONS = "These are the first {number} questions; {left} more were left out. Ask them next."
# A bound that a question for yes or no names, before its number.
BOUNDS = {
    "above": re.compile(
        r"\b((more|greater|larger|bigger|higher|longer|taller|heavier|wider|deeper|dearer) than"
        r"|over|above|exceed\w*|after|later than)\b",
        re.I,
    ),
    "below": re.compile(
        r"\b((less|fewer|smaller|lower|shorter|lighter|cheaper|narrower) than|under|below|before"
        r"|earlier than)\b",
        re.I,
    ),
    "least": re.compile(r"\b(at least|(no|not) (less|fewer|\w+(?<=low|ort|all)er) than)\b", re.I),
    "most": re.compile(r"\b(at most|(no|not) (more|\w+er) than)\b", re.I),
}
# Those that may also tell where, when or for whom something is.
LOOSE_BOUNDS = re.compile(r"over|above|after|under|below|before", re.I)
# A number that goes on, or is only near: "until 1960", "at least 90".
OPEN_ENDED = re.compile(
    r"\b(?:until|till|since|from|at least|at most|over|under|above|below|nearly|almost|about|around"
    r"|some|up to|(?:more|less|fewer) than)\b(?= (?:[A-Z]{0,3}[£$€¥]|[A-Z]{3} )?\d)",
    re.I,
)
PART_OF = re.compile(r" (?:of|the|all|its|their|his|her|our|my|your)\b", re.I)  # behind "half"
ONE_PERCENT = re.compile(r"\b(?:one|a) per ?cent\b", re.I)
SHUT = re.compile(r"\b(?:clos(?:e|es|ed)|shut|unable|all but)\b", re.I)
# What an answer leaves out: "daily except Tue".
EXCEPT = re.compile(r"\bexcept(?: for| in| on| at| during)? (?P<what>[^,;.()|]+)", re.I)
# What stands before a question, or an answer, in a list of them: "Q:", "Question 3.".
ASKING_LABEL = re.compile(r"(?:q|question)\s?\d{0,3}\s?[:.)–-]\s", re.I)
ANSWER_LABEL = re.compile(r"\W*(?:a|answer)\s?\d{0,3}\s?:", re.I)
# An item of a numbered list, asked for by its number.
ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        range(1, 11),
        strict=True,
    )
)
_ITEM = r"(?:step|rule|point|item|clause|section|paragraph|article|instruction)"
ASKS_ITEM = re.compile(
    rf"\b{_ITEM} (?:no\.? ?|number )?(?P<number>\d{{1,3}})\b(?! ?[-–%]?\d)"
    rf"|\b(?P<ordinal>{'|'.join(ORDINALS)}) {_ITEM}\b",
    re.I,
)

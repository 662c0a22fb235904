"""The English words that checks and evidence know.

Function words, and words that open and close what a sentence says.
"""

import re

STOPWORDS = frozenset(
    """
    a about according after all also am an and any are as at be been before being both but by can
    could did do does doing during each for from had has have having he her hers him his how i if in
    into is it its itself just many me more most much my no nor not of off on one only or other our
    out over own per please s same she should since so some such t tell than that the their them
    then there these they this those through to too under until up upon us very was we were what
    when where which while who whom whose why will with would yes you your
    """.split()
)
AUXILIARIES = frozenset(
    """
    am are be been being did do does had has have is was were having can could may might must shall
    should will would
    """.split()
)
DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your whose no".split()
)
CONJUNCTIONS = frozenset(
    """
    and but or nor while whereas although though because which who whom that when where so yet if
    unless
    """.split()
)
RELATIVES = frozenset("which who whom whose".split())
PRONOUNS = frozenset("he she it they we i you there this these those that which who such".split())
# Verbs whose past tense is like the present.
UNCHANGED = frozenset(
    "beat cost put set cut hit let read shut spread hurt split quit bet burst cast".split()
)
# What no sentence ends with: it would be cut off.
OPEN_ENDS = frozenset(
    """
    a an the its their our my your whose and but or nor of to for from with by at into than as
    because which who whom while although if unless is was were are be
    """.split()
)

PREPOSITIONS = frozenset(
    """
    from since to into towards toward onto until till through by before after following than versus
    against without except excluding besides despite between under below beneath above over beyond
    near in on at of for during with within among across around about along via as inside amid
    throughout like off
    """.split()
)
# Words that carry no meaning of their own.
FUNCTION = (
    STOPWORDS - frozenset("more most all any both each some only up down".split())
    | AUXILIARIES
    | CONJUNCTIONS
    | PRONOUNS
    | PREPOSITIONS
    | frozenset("yet now then already however".split())
)
QUANTIFIERS = frozenset(
    """
    all every each entire whole always most majority mostly mainly usually generally some sometimes
    partly partially few rarely seldom minority several many often both either any only solely
    exclusively alone
    """.split()
)
# What makes a statement less than plain: conditions, negations, claims.
GOVERNS = re.compile(
    r"\b(if|unless|whether|not|no|never|without|den(y|ies|ied)|claim(s|ed)?|alleg\w+|would|could|might|may|false|wrong\w*|"
    r"instead|until)\b|n['’]t\b",
    re.I,
)

# What a question asks for (`qa/question/forms.py`).
COMPARES = re.compile(
    r"\b(both|compare[ds]?|differ\w*|than|respectively|"
    r"(higher|lower|larger|smaller|bigger|greater|more|less|fewer|earlier|later|older|newer)\b.*\bor)\b",
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
ASKS_DIFFERENCE = re.compile(
    r"\b(by how (much|many)|difference between|"
    r"how (much|many) (\w+ )?"
    r"(more|less|fewer|higher|lower|larger|smaller|longer|shorter|older|younger))\b",
    re.I,
)
ASKS_SUM = re.compile(
    r"\b(in total|altogether|combined|taken together|the sum of|the total of|add(ed)? up)\b", re.I
)

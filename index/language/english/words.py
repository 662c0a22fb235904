"""Function words: what a sentence is held together by."""

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
OBJECTS = PRONOUNS | {"them", "him"}  # what stands behind a verb as a pronoun
PREPOSITIONS = frozenset(
    """
    from since to into towards toward onto until till through by before after following than versus
    against without except excluding besides despite between under below beneath above over beyond
    near in on at of for during with within among across around about along via as inside amid
    throughout like off
    """.split()
)
QUANTIFIERS = frozenset(
    """
    all every each entire whole always most majority mostly mainly usually generally some sometimes
    partly partially few rarely seldom minority several many often both either any only solely
    exclusively alone
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
# What may hang on a verb in -s: "the chip draws up to 65 W".
BEHIND_VERBS = (FUNCTION | QUANTIFIERS | {"up", "down"}) - CONJUNCTIONS
FORENAMES = frozenset({"Per", "Will", "May"})  # that are function words or months, too

# Verbs whose past tense is like the present.
UNCHANGED = frozenset(
    "beat cost put set cut hit let read shut spread hurt split quit bet burst cast".split()
)
PARTICIPLE, PLURAL = "ing", "s"  # endings
POSSESSIVE = re.compile(r"['’]s?$")
DEFINITE, INDEFINITE, AND_OR, OF = "the", ("a", "an"), frozenset({"and", "or"}), "of "
# Verbs that help others, and the forms of the one that asks.
BE, HAVE, BEEN = frozenset("is are was were".split()), frozenset("has have had".split()), "been"
DID, DOES, DO, TO_HAVE = "did", "does", "do", "have"
HAD, HAS = "had", "has"
MORE = frozenset("also now still then".split())  # they go on with what was said before
# Words that stand in every English text, and seldom in one of another language.
ONLY_ENGLISH = frozenset(
    "the and of to that with for by from were which this what who how does did it".split()
)
# What no heading and no paragraph ends with: the next line goes on.
UNFINISHED = frozenset(
    "a an and between for from into nor of or than the to upon whose with".split()
)

"""Which English words and sentences tell what a text is about, and which never do."""

import re

from index.language.english.words import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
)

# Dates, numbers, money, titles: in no name either.
_MEASURES = frozenset(
    """
    january february march april june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday year years month months week weeks day days hour hours minute minutes second seconds
    today yesterday tomorrow time times date decade century morning evening afternoon night
    spring summer autumn winter hundred hundreds thousand thousands million millions billion
    billions trillion dozen percent percentage per cent yuan dollar dollars euro euros pound
    pounds rmb cny usd eur gbp number numbers total amount amounts average half quarter third
    fourth fifth first two three four five six seven eight nine ten eleven twelve twenty thirty
    forty fifty mr mrs ms dr prof sir www http https com org html figure figures table tables
    chapter section
    """.split()
)
# Words that are in every text, whatever it is about.
_EVERYWHERE = frozenset(
    """
    thing things way ways lot lots part parts case cases example examples kind kinds sort point
    points place side end beginning people person man men woman women reporter reporters article
    articles author editor page pages photo read source news new old good great big large small
    long short high low last next later former early late recent recently previous current
    currently important main major certain various several different similar full whole able
    available likely possible necessary own sure true still even well back again ever never
    always often together almost already rather quite soon longer shorter higher lower larger
    smaller earlier perhaps maybe around away ago here thus therefore hence however moreover
    finally say says said saying tell told ask asked asks make makes made making take takes took
    taken taking get gets got getting give gives gave given giving go goes went gone going come
    comes came coming see sees saw seen seeing know knows knew known think thinks thought want
    wants wanted use uses used using find finds found finding keep keeps kept put puts let lets
    become becomes became begin begins began begun start started show shows showed shown need
    needs needed try tried call called calls work worked works follow followed following include
    includes included including base based add added adds continue continued continues remain
    remains remained increase increased decrease decreased reach reached rise rose risen fall
    fell stand stands stood hold holds held run runs ran bring brings brought leave leaves left
    set sets help helps helped seem seems seemed mean means meant look looks looked like lie
    lies lay live lives lived turn turned turns open opened close closed accord according regard
    regarding please thank thanks strengthen strengthened improve improved promote promoted
    promoting implement implemented carry carried carrying establish established achieve
    achieved provide provided ensure expected planned decided announced reported introduced
    pointed stressed emphasized noted yes more most less fewer all any both each some only much
    many
    """.split()
)
NO_NAMES = FUNCTION | QUANTIFIERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | _MEASURES
NO_TOPICS = NO_NAMES | _EVERYWHERE
INSIDE_NAMES = frozenset("of and for the &".split())  # "People's Bank of China"
JOINS_NAMES = frozenset({"of", "&"})  # what stands on both sides is one name
# Before a word they show that it is a noun, or a verb.
BEFORE_NOUNS = DETERMINERS | (PREPOSITIONS - {"to"}) | QUANTIFIERS
BEFORE_VERBS = frozenset(
    """
    to will would can could may might must shall should not it he she they we you i who which that
    also have has had
    """.split()
)
# Endings of words that end no noun, and that begin none.
NO_NOUN = re.compile(r"(?:ly|ed|ing|ward|wards)$")
NO_START = re.compile(r"ly$")
PLURAL = re.compile(r"(?<=[^\Ws])s$|(?<=[sxz])es$|(?<=[cs]h)es$")
IES = re.compile(r"(?<=\w\w)ies$")

# A sentence that begins so leans on the one before it.
LEANS = re.compile(
    r"(?:it|its|they|their|them|he|his|she|her|this|that|these|those|but|and|so|however|then|also|"
    r"therefore|thus|moreover|in addition|for example|for instance|on the other hand|such|"
    r"the former|the latter|here|there|because)\b(?!\s+(?:year|month|week))",
    re.I,
)
NOTICE = re.compile(
    r"all rights reserved|copyright|©|subscri(?:be|ption)|sign(?:ed)? up|newsletter|cookies?\b|"
    r"click (?:here|on|the)|follow us|terms (?:of|and)|privacy policy|read (?:more|the original)|"
    r"advertis(?:ement|ing)|find out more|for more information|visit our|contact us|e-?mail us|"
    r"share this|photo(?:graph)?s? (?:by|:)|image (?:credit|source)|"
    r"published under|licen[cs]e[ds]? under",
    re.I,
)
# Before what somebody asks in an interview.
ASKED = re.compile(r"(?:reporter|question|interviewer|moderator|host|q\d*)\s*[:：]", re.I)

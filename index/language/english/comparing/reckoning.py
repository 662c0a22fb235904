"""What questions ask to be reckoned: sums, averages, shares, how many times, what is left."""

import re

from index.language.english.questions import BY_HOW_MANY

_ALL = (
    r"altogether|all together|(?:put |taken |all )?together|in all|in total|"
    r"(?:^|what (?:is|was|were) the |the )total of|combined|"
    r"all told|overall|sum of|sum up|summed|"
    r"add(?:ed|ing)? (?:up|together)|add up|plus|count everyone|"
    r"counting (?:everyone|everything|all)|both (?:sums|figures|numbers)"
)
SUM = re.compile(rf"\b(?:{_ALL})\b|(?:[^?]+\+[^?]+)", re.I)
MEAN = re.compile(
    r"\bon average\b|\bwhat (?:is|was|were) the (?:average|mean)\b|\b(?:average|mean) of\b|"
    r"\bhow (?:many|much)\b.*\b(?:per|each|every|apiece)\b",
    re.I,
)
# What a figure is divided by: "does each family keep", "per teacher".
EACH = re.compile(
    r"\b(?:per|each|every|to an?|for an?) (?:single )?(?P<of>(?!of\b|other\b)[\w-]+)", re.I
)
OF_EACH = re.compile(r"^(?!.*\b(?:average|mean|than)\b).*\b(?:each|every) (?!other\b)[a-z]", re.I)
SHARE = re.compile(
    r"\b(?:what|which|how (?:big|large|great|high)) (?:a |an |was the |is the )?"
    r"(?:share|part|percentage|proportion|fraction|per cent|percent)\b|\bhow many per ?cent\b|"
    r"\bthe (?:share|percentage|proportion) of\b",
    re.I,
)
# Between the whole and its part.
OF_WHICH = re.compile(r"\b(?:of|among) (?:which|whom|them|these|those|it)\b|\bincluding\b", re.I)
TIMES = re.compile(r"\bhow many times (?:as|more|the|over|\w+er)\b", re.I)
REST = re.compile(
    r"\b(?:empty|unsold|vacant|unused|unfilled|untaken|unpaid|uncovered|"
    r"(?:stayed|remained|were|was|still|places|seats) free|not (?:\w+ ){0,2}covered)\b",
    re.I,
)
SEPARATES = re.compile(
    r"\b(?:separate[sd]?|margin|gap|difference|minus|differ|instead of|save[sd]?|"
    r"how (?:many|much)(?: [\w'’-]+){0,3} (?:more|less|fewer|higher|lower|larger|smaller|longer|"
    r"shorter|older|younger|dearer|cheaper|heavier|lighter|taller|deeper|wider|extra|bigger|"
    r"greater|steeper|faster|slower|colder|warmer|hotter|farther|further|earlier|later|broader|"
    r"narrower|thicker|thinner|stronger|brighter|closer|nearer|newer)|"
    r"how (?:many|much)(?: [\w'’-]+){0,2} (?:behind|ahead of|apart)|"
    rf"{BY_HOW_MANY}|"
    r"by what (?:amount|sum|number|distance|length|time|margin)|how far (?:behind|ahead|apart))\b",
    re.I,
)
# The same of two columns of one row.
CHANGED = re.compile(
    r"\bhow (?:many|much) .*\b(?:lost|lose|gain(?:ed)?|gr[eo]w|grown|rise|rose|risen|fall|fell|"
    r"fallen|drop(?:ped)?|(?:in|de)creased?|(?:go|gone|went) (?:up|down))\b",
    re.I,
)
BOTH = re.compile(r"\b(?:both|the two|two)\b", re.I)
IN_NUMBER = {2: BOTH, 3: re.compile(r"\b(?:all three|the three|three)\b", re.I)}
WHOLLY = re.compile(
    r"\b(?:everyone|everybody|everything|all (?:of them|the|\w+s)|included?|too)\b", re.I
)
EVERYTHING = re.compile(r"\b(?:all|every|each|everyone|everything|altogether|total)\b", re.I)
# Words that only ask for what is reckoned.
RECKONING = frozenset(
    """
    altogether together total totals combined told overall sum sums add adding added up plus count
    counting everyone everything average mean share part percentage proportion fraction percent
    cent times difference gap separate separates separated apart margin lead behind ahead minus
    differ differed more less fewer higher lower larger smaller greater bigger longer shorter most
    least fewest highest lowest largest smallest greatest biggest longest shortest first last
    earlier later older newer younger oldest newest number numbers figure figures amount amounts
    often included inclusive two both three four all one ones many much compared against taken put
    come came make made there year years save saved instead between side sides rise rose grow grew
    seats places stayed empty free unsold vacant left remain remained remaining covered spare short
    missed miss which separately together fall fell increase decrease change changed extra far lie
    lies given exactly versus vs twice increased decreased risen fallen grown go gone went up down
    drop dropped decline declined climb climbed right correct true each every
    """.split()
)
# "two singles": so many of what a row tells for one.
MULTIPLE = re.compile(
    r"\b(?P<times>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<what>[a-z]\w+s)\b", re.I
)
# A figure that only tells how far from another: "3 more", "3 m higher".
FARTHER = re.compile(
    r"\d\S*(?: [^\W\d]+)? (?:more|less|fewer|further|farther|higher|lower|longer|shorter|taller"
    r"|deeper|wider|older|younger|later|earlier|heavier|lighter|dearer|cheaper|bigger|smaller)\b"
)
# With what is counted: "more cars".
MORE_OF = re.compile(r"\b(?:more|fewer|most|fewest) (?P<things>(?!than\b|often\b)[a-z]{3,})", re.I)
OR = re.compile(r"\bor\b", re.I)
# Two in a row of years, in figures that a question bounds: "more than 70 staff".
THAN_ANOTHER = re.compile(r"\bthan\b(?! (?!(?:in |the )?(?:1[5-9]|20)\d\d\b)\S*\d)", re.I)
HOW_MANY_OF = re.compile(r"^\W*(?:for |in |on |at |of )?how many\b", re.I)
MONEY = re.compile(
    r"\b(?:how much|money|sum|cost|spen[dt]|pa(?:y|id)|earn(?:ed)?|lent|lend|price)\b", re.I
)
IN_YEAR = re.compile(r"\b(?:in|during|for) (?P<year>(?:1[5-9]|20)\d\d)(?: (?=\S)|\Z)", re.I)
YEAR_BEFORE = re.compile(
    r"\bthe (?:(?:year|season) before|(?:previous|preceding) (?:year|season))\b", re.I
)
FIRST_PLACE = re.compile(r"\b(?:champions?|winners?|leaders?|top (?:team|club|side|crew))\b", re.I)
# What is said.
SUM_OF, DIFFERENCE_OF = "The sum is {value} ({parts}).", "The difference is {value} ({parts})."
MEAN_OF, TIMES_OF = "The average is {value} ({parts}).", "{value} times ({parts})."
SHARE_OF = "{value} ({part} of {whole})."
ALIKE = "{one} and {two} are equal: {value}."
FARTHEST = "{which}: {value}, the {most} of all."
OVER, UNDER = "highest", "lowest"
COUNTED = "{number} of {total}: {names}."
CHANGE = "{name}: {change} ({first} to {last})"
NONE_OF = "None of {total}."
AGAINST_OF = "{which}: {value}, against {other} for {name}."
# Where the clause of one figure ends and that of the next begins.
PARTS_FIGURES = re.compile(r"[,;:()]")
PARTS_WORDS = re.compile(r"\b(?:and|or|but|while|after|to|plus|than)\b", re.I)
TOLD_AGAINST = ("for", "against")
HOW_LONG = re.compile(
    r"\b(?:how long (?:is|was|are|were|did|does|do|has|had|will)|"
    r"how many (?:minutes|hours|days|weeks|months) "
    r"(?:is|was|did|does|do|lie|lay|pass(?:ed)?|are|were)|for how (?:long|many \w+)|"
    r"how much time)\b",
    re.I,
)
# Words that ask how long.
LASTING = frozenset(
    """
    long last lasted lasts take takes took minutes hours days weeks months time start end begin
    beginning began ride trip journey crossing passed pass until till
    """.split()
)
APART_OF = "{length} ({first} to {last})."
# Two texts that tell one thing otherwise, and how each is asked what it tells.
_TEXTS = (
    r"(?:texts?|articles?|sources?|papers?|accounts?|documents?|reports?|leaflets?|guides?|pages?)"
)
DIFFER = {
    re.compile(
        r"\b(?:two|both|different) (?P<what>[a-z]+?)s (?:that are |which are )?"
        r"(?:given|told|named|stated|mentioned|quoted|reported) (?:for|of) (?P<of>[^?]+)",
        re.I,
    ): "What is the {what} of {of}?",
    re.compile(
        rf"\bhow (?:many (?P<unit>[a-z]+)|much) (?:do|are|did) (?:the |both )?(?:two )?"
        rf"(?:[\w'’]+ ){{0,3}}?{_TEXTS} "
        r"(?:differ|disagree|apart|contradict each other) "
        r"(?:about|on|over|in|for|as to) (?P<of>[^?]+)",
        re.I,
    ): "How many {unit} is {of}?",
}
WHEN_WAS = "When was {of}?"
OF_TIME = frozenset("years months days weeks".split())
OPENS = re.compile(
    r"\b(?:open(?:ed|s)?|began|begins?|start(?:ed|s)?|called to order|left|leaves|"
    r"departs?|departed)\b",
    re.I,
)
CLOSES = re.compile(
    r"\b(?:clos(?:ed|es?)|end(?:ed|s)?|adjourn(?:ed|s)?|finish(?:ed|es)?|over|"
    r"arriv(?:ed|es?)|reach(?:ed|es))\b",
    re.I,
)
DOTTED_TIME = re.compile(
    r"\b(?:at|from|to|until|till|by|and) (?P<time>(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d))"
    r"(?![\d.,]\d|\s?(?:%|[a-z]*(?:m|km|kg|t|million|metres|per)\b)|\s?[ap]\.?m)",
    re.I,
)
# The other side where its name begins with a preposition: "in 2022".
BEGINS_WITH_PLACE = re.compile(r"(?:in|on|at|for|to|from|with|by|under|before|after)\b", re.I)
AGAINST_IN = "{which}: {value}, against {other} {name}."
# The kinds of units that a comparative holds against each other.
OF_UNITS = {
    re.compile(r"\b(?:dearer|cheaper|more expensive|costlier)\b", re.I): ("money",),
    re.compile(r"\b(?:heavier|lighter)\b", re.I): ("mass",),
    re.compile(r"\b(?:taller|deeper|wider|narrower|thicker)\b", re.I): ("length",),
    re.compile(r"\b(?:longer|shorter)\b", re.I): ("length", "duration"),
    re.compile(r"\b(?:warmer|colder|hotter)\b", re.I): ("temperature", "angle"),
}

"""The English words that checks and evidence know: function words, and words that turn what a sentence says."""

import re

STOPWORDS = frozenset(
    """
    a about according after all also am an and any are as at be been before being both but by can could did do does doing
    during each for from had has have having he her hers him his how i if in into is it its itself just many me more most
    much my no nor not of off on one only or other our out over own per please s same she should since so some such t tell
    than that the their them then there these they this those through to too under until up upon us very was we were what
    when where which while who whom whose why will with would yes you your
    """.split()
)
AUXILIARIES = frozenset(
    "am are be been being did do does had has have is was were having can could may might must shall should will would".split()
)
COPULAS = frozenset("am are be been being is was were".split())
DETERMINERS = frozenset("a an the this that these those its his her their our my your whose no".split())
CONJUNCTIONS = frozenset("and but or nor while whereas although though because which who whom that when where so yet if unless".split())
RELATIVES = frozenset("which who whom whose".split())
PRONOUNS = frozenset("he she it they we i you there this these those that which who such".split())
# Verbs whose past tense is like the present.
UNCHANGED = frozenset("beat cost put set cut hit let read shut spread hurt split quit bet burst cast".split())
TITLES = frozenset(
    "dr mr mrs ms sir lord lady king queen count countess bishop president professor prof captain councillor principal st".split()
)
# What no sentence ends with: it would be cut off.
OPEN_ENDS = DETERMINERS - {"that", "this", "these", "those", "each", "no", "her", "his"} | frozenset(
    "and but or nor of to for from with by at into than as because which who whom whose while although if unless is was were are be".split()
)

# Prepositions with what they say; those of one group may stand for each other. The others ("in", "of", "on" …) say little.
_CASES = {
    "from": "from since out_of",
    "to": "to into towards toward onto until till through",
    "by": "by",
    "before": "before prior_to ahead_of",
    "after": "after following",
    "than": "than versus",
    "against": "against",
    "without": "without except excluding besides despite",
    "between": "between",
    "under": "under below beneath",
    "above": "above over beyond",
    "near": "near",
}
CASES = {word: case for case, group in _CASES.items() for word in group.split()}
WEAK = frozenset("in on at of for during with within among across around about along via as inside amid throughout like off".split())

# Words that carry no meaning of their own; what links clauses is checked by `LINKS`.
FUNCTION = (
    STOPWORDS - frozenset("more most all any both each some only up down".split())
    | AUXILIARIES
    | CONJUNCTIONS
    | PRONOUNS
    | WEAK
    | frozenset(CASES)
    | frozenset("yet now then already however".split())
)
LINKS = frozenset(
    "before after since until till because although though despite unless if without against except instead than under below beneath "
    "above over behind inside outside between within beyond".split()
)

_DIRECTIONS = {
    "up": "rise grow increase climb jump gain raise soar expand growth swell surge up",
    "down": "fall drop decline decrease shrink reduce reduction cut lower dip slump sink down shed",
}
DIRECTIONS = {word: way for way, group in _DIRECTIONS.items() for word in group.split()}

# Words whose opposite a careless writer puts in their place. A draft takes none of them from its question.
OPPOSITES = (
    "largest smallest|highest lowest|most least|oldest newest|oldest youngest|longest shortest|increase decrease|increased decreased|"
    "rise fall|rose fell|before after|win lose|won lost|higher lower|more fewer|more less|largest second-largest|start end|began ended|"
    "founded dissolved|buy sell|bought sold|open close|opened closed|mother father|male female|minimum maximum|import export|"
    "urban rural|allowed forbidden|succeed fail|succeeded failed|accept reject|accepted rejected|agree disagree|born buried|"
    "above below|over under|first last|earlier later|early late|larger smaller|longer shorter|older younger|older newer|bigger smaller|"
    "faster slower|better worse|best worst|north south|east west|northern southern|eastern western|inside outside|men women|"
    "man woman|boys girls|husband wife|son daughter|brother sister|left right|upper lower|front back|arrived departed|arrive depart|"
    "arrival departure|income expenditure|profit loss|surplus deficit|supply demand|cheaper dearer|hot cold|warmer colder|wet dry|"
    "day night|morning evening|summer winter|spring autumn|gained lost|gain loss|added removed|add remove|approved rejected|"
    "approve reject|supported opposed|support oppose|for against|strengthen weaken|widened narrowed|lent borrowed|lend borrow|"
    "employer employee|teacher pupil|seller buyer|positive negative|public private|old new|long short|high low|large small|great little|"
    "hired fired|joined left|entered left|appointed dismissed|alive dead|maximum minimum|top bottom|always never|often seldom|"
    "former present|previous current|next previous|present absent|include exclude|included excluded|guilty innocent|legal illegal"
)
TURNING = frozenset(word for pair in OPPOSITES.split("|") for word in pair.split()) | frozenset(DIRECTIONS)

NEGATIONS = frozenset(
    "not no never nor neither none nobody nothing nowhere cannot without hardly barely scarcely unable false wrong wrongly except".split()
)
# What makes a statement less than plain, each for itself; words of one group may stand for each other.
_MODALS = {
    "possible": "may might could perhaps possibly maybe",
    "will": "will shall",
    "would": "would",
    "can": "can able",
    "must": "must required oblige obliged",
    "should": "should ought",
    "likely": "likely probably",
    "if": "if unless whether provided",
    "expect": "expect expected forecast predict",
    "plan": "plan planned intend propose proposed consider aim hope want wish threaten promise",
    "claim": "claim allege alleged allegedly reportedly rumour rumoured suppose supposed supposedly doubt dispute suggest believe suspect",
    "try": "try attempt",
    "until": "until till",
    "deny": "deny denial",
    "refuse": "refuse refusal",
    "fail": "fail failure",
    "lack": "lack",
    "almost": "almost nearly",
}
MODALS = {word: kind for kind, group in _MODALS.items() for word in group.split()}
# What says of how many something holds. The strict ones may not go either: "most farms" is not "farms".
_QUANTIFIERS = {
    "all": "all every each entire whole always",
    "most": "most majority mostly mainly usually generally",
    "some": "some sometimes partly partially",
    "few": "few rarely seldom minority",
    "several": "several",
    "many": "many often",
    "both": "both",
    "either": "either",
    "any": "any",
    "only": "only solely exclusively alone",
}
QUANTIFIERS = {word: kind for kind, group in _QUANTIFIERS.items() for word in group.split()}
STRICT = frozenset("most some few only".split())
TIMES = frozenset("year month week day season night morning evening time last next years months weeks days today yesterday".split())
# What makes a statement less than plain: conditions, negations, claims.
GOVERNS = re.compile(
    r"\b(if|unless|whether|not|no|never|without|den(y|ies|ied)|claim(s|ed)?|alleg\w+|would|could|might|may|false|wrong\w*|"
    r"instead|until)\b|n['’]t\b",
    re.I,
)

# What a question asks for (`qa/question/forms.py`).
COMPARES = re.compile(
    r"\b(both|compare[ds]?|differ\w*|than|(higher|lower|larger|smaller|bigger|greater|more|less|fewer|earlier|later|older|newer)\b.*\bor|"
    r"respectively)\b",
    re.I,
)
ASKS_SEVERAL = re.compile(
    r"\b(list|name (the|all|every|two|three|four|five|six)|(which|what) (\w+ )?[a-z]{3,}(?<![sui])s\b|"
    r"(what|who|which) (are|were)|why|how (do|does|did|can|should|is|are|was|were|will))\b",
    re.I,
)
OPEN_QUESTION = re.compile(r"\bwhat (do|does|did|has|have|had|can|could|should|must|will|would)\b", re.I)
ASKS_ALL = re.compile(
    r"\b(list|name|give|tell) (me |us )?(all|every|each)\b|\b(what|which|who) (are|were) all\b|^\W*(all|every)\b|"
    r"\b(how many|which) articles\b",
    re.I,
)
ASKS_DIFFERENCE = re.compile(
    r"\b(by how (much|many)|difference between|"
    r"how (much|many) (\w+ )?(more|less|fewer|higher|lower|larger|smaller|longer|shorter|older|younger))\b",
    re.I,
)
ASKS_SUM = re.compile(r"\b(in total|altogether|combined|taken together|the sum of|the total of|add(ed)? up)\b", re.I)

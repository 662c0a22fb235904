"""What chat programs order of a model beside questions: a title of the conversation, its tags."""

import re

TITLE, TAGS, FOLLOW_UPS, QUERIES = "title", "tags", "follow_ups", "queries"
EMOJI, COMPLETION, PICTURE = "emoji", "text", "prompt"
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, 2)}
# An order begins a sentence, a line or a list, or follows a word that leads it in.
_BEGIN = (
    r"(?:^|[.!?:;,>*•\n-]\s{0,4}|\d\.\s{1,4}|"
    r"\b(?:please|to|and|then|you|must|should|will|now|that|who|which|not)\s{1,4})"
)
_DO = (
    r"(?:analy[sz]e|answer|assign|choose|come up with|compose|craft|create|devise|extract|generate|"
    r"give|list|make|name|output|pick|predict|produce|propose|provide|reply|respond|return|"
    r"suggest|summari[sz]e|think of|write)s?\b"
)
_LITTLE = rf"(?:[2-9]|1[0-2]|{'|'.join(_NUMBER_WORDS)})"


def _order(what: str, within: int = 120) -> re.Pattern[str]:
    return re.compile(rf"{_BEGIN}{_DO}[^.?!\n]{{0,{within}}}?\b(?:{what})\b", re.I)


# What is ordered; of two orders the one that is said first counts.
ORDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        TITLE,
        _order(
            r"titles?(?! of (?:the |all |your )*(?:articles?|documents?|files?|sources?)\b)|"
            r"headline|(?:chat|concise|conversation|session|short|thread|topic) "
            r"(?:an? )?(?:\w+ )?names?"
        ),
    ),
    # An answer in five words is asked for by people, too; a summary in so few is a title.
    (
        TITLE,
        re.compile(
            rf"{_BEGIN}summari[sz]es?\b[^.?!\n]{{0,120}}?\b(?:in|into|to) [^.\n]{{0,40}}?"
            rf"(?<!\d){_LITTLE} words",
            re.I,
        ),
    ),
    (TITLE, re.compile(r"\b(?:provide|return|give)\s*:\s[\s\S]{0,120}?\btitle\b", re.I)),
    (TAGS, _order("tags|labels|keywords|hashtags|categories")),
    (
        FOLLOW_UPS,
        _order("follow[- ]?ups?|(?:next|related|further|suggested) (?:questions?|prompts?)"),
    ),
    (
        QUERIES,
        re.compile(
            r"\b(?:creat|determin|extract|formulat|generat|produc|provid|return|suggest|writ)\w*"
            r"[^.?!\n]{0,120}?\b(?:search|retrieval|web|keyword) quer(?:y|ies)\b|"
            r"\b(?:condense|formulate|reformulate|rephrase|rewrite|turn)\b[^.?!]{0,120}?"
            r"\bstand-?alone,? (?:search |self-contained )?(?:question|query)\b",
            re.I,
        ),
    ),
    (
        EMOJI,
        re.compile(
            rf"\b(?:express|reflect|represent|{_DO})[^.?!\n]{{0,120}}?"
            r"\b(?:an?|one|single|fitting|suitable|appropriate|matching) (?:\w+ )?emoji\b",
            re.I,
        ),
    ),
    (COMPLETION, re.compile(r"\bauto-?complet(?:e|ion)\b|\bcontinue the text\b", re.I)),
    (PICTURE, _order("prompt for (?:an?|the|am) image")),
)
# What the fields of an answer in JSON are called, and which order they stand for.
FIELDS = {
    **dict.fromkeys(("title", "chat_title", "conversation_title", "topic", "headline"), TITLE),
    **dict.fromkeys(("tags", "labels", "keywords", "categories"), TAGS),
    **dict.fromkeys(
        ("follow_ups", "followups", "follow_up_questions", "followUps", "suggestions"), FOLLOW_UPS
    ),
    **dict.fromkeys(("queries", "search_queries", "searchQueries"), QUERIES),
    "emoji": EMOJI,
    "text": COMPLETION,
    "prompt": PICTURE,
}
CONVERSATION = re.compile(
    r"\b(?:chats?|conversations?|dialog(?:ue)?s?|discussion|exchange|messages|session|thread|"
    r"(?:user'?s?’?s?|first|following|last|latest|speaker'?s?) (?:[\w-]+ )?"
    r"(?:input|message|prompt|query|question|request|facial expression))\b",
    re.I,
)
# What a program says of the form of its answer; people who ask seldom do.
_ONLY = (
    r"\b(?:only|solely|exclusively|nothing (?:else|more)|"
    r"(?:no|avoid|without)(?: any)? (?:\w+ )?(?:additional|commentary|explanations?|extra|lead-in|"
    r"markdown|other|preamble|punctuation|quotes?|quotation)|"
    r"do not (?:add|answer|explain|include|use))\b"
)
LENGTH = re.compile(
    rf"({_NUMBER})(?:\s*(?:-|–|to|or)\s*({_NUMBER}))?[ -](words?|characters?|chars)\b", re.I
)
FORM = re.compile(
    rf"{_ONLY}|{LENGTH.pattern}|\bJSON\b|```|"
    r"^[ \t]*#{1,4} *\**(?:task|instructions?|guidelines?|output|rules|requirements)\b|"
    r"^[ \t]*\**(?:rules|guidelines|requirements|instructions)\**:",
    re.I | re.M,
)
WITHOUT_MARKS = re.compile(
    r"\b(?:no|without|avoid|omit(?:ting)?)\b[^.\n]{0,60}?\bpunctuation\b", re.I
)
# A request to answer, with texts to answer from: a question after all.
ANSWERING = re.compile(
    r"(?<!not )(?<!n't )(?<!try to )\b(?:answer|respond to)\s+(?:[\w'’]+\s+){0,2}"
    r"(?:query|question|request|user)\b",
    re.I,
)
# How a conversation is written down in one message.
_TAGS = "chat_?history|chat|conversation|dialog(?:ue)?|history|messages?|transcript|user_message"
BLOCK = re.compile(rf"<({_TAGS})>((?:(?!<(?:{_TAGS})>).)*?)</\1>", re.I | re.S)
_USER = "user|human|question|query|message|input|prompt|request"
_OTHER = "assistant|ai|bot|model|answer|response"
_LEADS = r"(?:the |original |follow[- ]?up |latest |last |first |current |user'?s? )*"
SPEAKER = re.compile(
    rf"^[ \t]*\**(?:{_LEADS}(?P<user>{_USER})|(?P<other>{_OTHER})|"
    r"(?P<end>(?:\w+ )?(?:title|tags|output|name)|(?:standalone|rewritten|rephrased|search) "
    r"(?:question|query)|system))\**[ \t]*:\**[ \t]*",
    re.I | re.M,
)
NEXT_QUESTIONS = ("What do the articles say about {}?", "Which articles mention {}?")
EMOJI_OF_A_QUESTION, EMOJI_OF_ANYTHING = "🤔", "🙂"

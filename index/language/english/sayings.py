"""Small talk: what people say to a chat that is no question about articles, and what is said back.

The first pattern that fits decides; what fits none is told what can be asked.
"""

import re

HELP = (
    "Ask a question about the indexed articles, and the answer comes with the sentences that prove "
    "it. You can ask for a fact, a reason, a list, a comparison or a summary of an article, what "
    "the articles are about, or which of them mention something."
)
# What surely asks for help, whatever else it may look like.
ASKS_HELP = re.compile(
    r"^\W*(?:(?:any|some|got any|(?:please )?(?:give|show) me(?: some| a few)?|have you(?: got)?"
    r"(?: any)?|do you have(?: any)?) )?(?:tips|hints|ideas|suggestions|advice|examples)\b[^?]*"
    r"\b(?:to ask|asking|questions?|i (?:can|could|should) ask)(?: you| here)?\W*$"
    r"|^\W*what (?:(?:kinds? of |sorts? of )?(?:questions|things) )?(?:can|could|should|may|do)"
    r" (?:i|we|one|people) ask(?: you| here| this)?\W*$"
    r"|^\W*(?:what|which) (?:(?:kinds?|sorts?|types?) of )?questions (?:do|can|could|will) you"
    r" (?:understand|answer|take|know|accept|handle)\W*$"
    r"|^\W*(?:where|how) do your (?:answers?|sources?|quotes?) come (?:from|about)\W*$"
    r"|^\W*how do you (?:work|know|(?:find|come up with|choose) (?:the |your |an )?answers?"
    r"|answer(?: (?:my |the )?questions?)?)\W*$",
    re.I,
)
SAYINGS = tuple(
    (re.compile(pattern, re.I), reply)
    for pattern, reply in (
        (r"\bthank|\bthx\b|\bcheers\b|\bty\b", "You are welcome. Ask on."),
        (
            r"\b(bye|goodbye|see you|good night|sleep well|catch you|farewell|take care|so long)\b",
            "Goodbye. The articles stay here for your next question.",
        ),
        (
            r"\b(wrong|incorrect|not correct|mistakes?|not true|right about|always right|errors?|"
            r"reliable|trust you)\b",
            "I can be wrong. Every answer shows the sentences it rests on: click a mark to read "
            "them in their article, and use the thumbs to say whether the answer helped.",
        ),
        (
            r"\b(who|what) (are|r) (you|u)\b|\b(human|robot|machine|bot|person)\b|"
            r"\b(made|built|created|programmed|trained|developed) (you|u)\b|"
            r"\b(model|ai|chatgpt|gpt|llm)\b|\byour name\b",
            "I am Wellspring, a program that answers from a folder of articles with the sentences "
            "that prove it. Small language models do the reading and writing on this computer; "
            "nothing is sent anywhere.",
        ),
        (
            r"\b(speak|talk|understand|read|know|answer)\b.*\b(english|german|french|spanish|"
            r"chinese|italian|dutch|portuguese|russian|japanese|arabic|languages?)\b",
            "I read and write English only, but asked in the language of an article (German, "
            "French, Spanish, Italian, Portuguese, Dutch, Chinese or Japanese) I may quote it.",
        ),
        (
            r"\b(help|can (you|u) do|able to do|how (does|do) (this|it|i|you)|how can i|"
            r"ask (you|me|here)|to ask|can i ask|tips|use (this|it)|what (now|next)|features|"
            r"commands|instructions)\b",
            HELP,
        ),
        (
            r"\b(how (are|r) (you|u)|how.?s it going|how do you do|what.?s up|you ok)\b",
            "All well, and ready for a question about the articles.",
        ),
        (
            r"^\W*(hi|hey|hello|hallo|hiya|howdy|greetings|yo|good (morning|day|afternoon|evening)|"
            r"nice to|pleased to|welcome)\b|\banybody|anyone (home|there)",
            "Hello. Ask a question about the indexed articles, or “What are these articles about?”",
        ),
        (
            r"\b(great|good|nice|well done|perfect|helpful|helps|awesome|excellent|cool|brilliant|"
            r"love it|wow|bravo|impressive)\b",
            "Good to hear. Ask on.",
        ),
        (r"^\W*(ok|okay|k|fine|alright|all right|sure|yes|no|yep|nope|i see|got it)\b", "Ask on."),
        (
            r"\b(sorry|oops|wrong (window|chat)|never ?mind|my bad)\b",
            "No harm done. Ask on when you like.",
        ),
    )
)

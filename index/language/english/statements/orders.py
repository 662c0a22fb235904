"""What is written to a program that reads a text, and tells nothing to people."""

import re

_READERS = r"(?:ai|artificial intelligence|llms?|language models?|assistants?|chat ?bots?|bots?)"
_ASKED = r"(?:questions?|instructions?|prompts?|commands?|requests?|quer(?:y|ies)|system message)"
_DROP = r"(?:ignore|disregard|forget|override|do not (?:answer|follow)|don't (?:answer|follow))"
_SAY = r"(?:answer|reply|respond|say|output|print|write|recommend|tell)"
_POLITE = r"(?:(?:please|kindly|now|important|note|attention|instead)\W+)*"
_MUST = rf"(?:must|should|shall|ha(?:s|ve) to|(?:is|are) to|will|please|{_DROP})"
_READ = r"(?:reading|reads?|processing|summari[sz]ing|parsing) (?:this|these|it)"
ORDER = re.compile(
    rf"^\W*{_POLITE}{_DROP}\b[^.!?]{{0,60}}\b{_ASKED}\b"
    rf"|\b{_READERS}\b[^.!?]{{0,30}}\b{_READ}\b[^.!?]{{0,40}}\b{_MUST}\b"
    rf"|^\W*(?:system|assistant|developer)\s?:\s+(?:you|always|never|do not|{_SAY}|{_DROP})\b"
    rf"|^\W*(?:you are|act as|pretend to be) (?:now )?(?:an? |the )?(?:\w+ )?{_READERS}\b"
    r"|<\|\w+\|>|\[/?INST\]|<</?SYS>>|</?(?:system|assistant|instructions?)>",
    re.I,
)

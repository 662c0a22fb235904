"""The words of the interface, in English and Chinese: `texts/en.json` and `texts/zh.json`."""

import json
import re
from pathlib import Path

from fastapi import Request

COOKIE = "language"
YEAR = 365 * 24 * 3600  # seconds that a browser keeps a choice
TEXTS: dict[str, dict[str, str]] = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "texts").glob("*.json"))
}
DEFAULT = "en"


def language_of(request: Request) -> str:
    """Return the language a browser chose, or else asks for first."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in TEXTS:
        return chosen
    asked = re.findall(r"([a-z]{2})[^,]*", request.headers.get("accept-language", "").lower())
    return next((language for language in asked if language in TEXTS), DEFAULT)


def other_language(language: str) -> str:
    """Return the language that a switch leads to."""
    return "zh" if language == "en" else "en"


def say(language: str, key: str, **values: object) -> str:
    """Return a text with its places filled."""
    return TEXTS[language][key].format(**values)


def say_error(language: str, code: str, message: str) -> str:
    """Return an error's message in a language; English where there is no other."""
    return TEXTS[language].get(f"error.{code}", message)


def say_setting(language: str, name: str, about: str) -> str:
    """Return what a setting is in a language; English where there is no other."""
    return TEXTS[language].get(f"setting.{name}", about)


def say_reason(language: str, reason: str) -> str:
    """Return why a file was not read in a language; English where there is no other.

    Numbers and details in brackets at the end stay.
    """
    said = re.sub(r" \(.*\)$", "", reason, flags=re.S)
    numbers = re.findall(r"\d[\d.]*", said)
    known = TEXTS[language].get("skipped." + re.sub(r"\d[\d.]*", "{}", said))
    return known.format(*numbers) + reason[len(said) :] if known else reason

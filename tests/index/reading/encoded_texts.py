"""Texts in many languages, with the encodings that each of them is written in."""

import json
import unicodedata
from pathlib import Path

TEXTS: dict[str, tuple[str, list[str]]] = {
    language: (told["text"], told["codecs"])
    for language, told in json.loads(Path(__file__).with_suffix(".json").read_text("utf-8")).items()
}
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def encoded(text: str, codec: str) -> bytes:
    """Write a text; in Windows-1258 the tones of Vietnamese stand beside their letters."""
    return (_with_tones_apart(text) if codec == "cp1258" else text).encode(codec)


def _with_tones_apart(text: str) -> str:
    parts = [unicodedata.normalize("NFD", char) for char in text]
    return "".join(
        unicodedata.normalize("NFC", "".join(mark for mark in part if mark not in _TONES))
        + "".join(mark for mark in part if mark in _TONES)
        for part in parts
    )

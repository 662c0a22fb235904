"""A pasted text becomes a file: its name is made of its title, or of its first words."""

import re
import unicodedata

from web.library.files import Upload

_LONGEST = 80  # bytes of a name, so that a number can follow


def pasted(title: str, text: str) -> Upload:
    """Return a text as a file, its title as the first line; a text that is blank stays empty."""
    title, text = " ".join(title.split()), text.replace("\r\n", "\n").strip("\n")
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    whole = f"{title}\n\n{text}\n" if title and first != title else f"{text}\n"
    return Upload(f"{_name(title or first)}.txt", whole.encode() if first else b"", pasted=True)


def _name(words: str) -> str:
    """Return letters and digits of some words, of any script, joined by hyphens."""
    plain = "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words).lower()))
    cut = plain.encode()[:_LONGEST].decode(errors="ignore")
    return cut.rpartition("-")[0] or cut if len(cut) < len(plain) else cut or "text"

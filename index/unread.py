"""Every reason for leaving a file out: the word that programs read, and what people are told."""

import re
from enum import StrEnum
from typing import Self

# Of a part of a file: what was left out of an article that is read, as a rule of its changes.
PAGES_UNREAD = "pages that hold no text, only pictures; run text recognition (OCR) on them"


class Unread(StrEnum):
    """Why a file, or a line of one, was not read, as a stable word.

    `words` follow the name of the file. They are made here alone, and `of` knows them again: the
    index keeps them as people read them.
    """

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        """Make a word that knows what people are told."""
        kind = str.__new__(cls, code)
        kind._value_, kind.words = code, words
        return kind

    # Any file, or a folder.
    UNREADABLE = "unreadable", "could not be read"
    NO_TEXT = "no_text", "holds no text"
    TOO_LARGE = (
        "too_large",
        "is larger than {size:g} MB; split it into articles, or set WELLSPRING_MAX_FILE_MB",
    )
    TOO_DEEP = "too_deep", "is nested too deeply to be read"
    NEEDS_MEMORY = "needs_memory", "needs more memory than there is; split it into articles"
    FOLDER_AWAY = (
        "folder_away",
        "is a folder that cannot be looked into now; its articles stay as they were",
    )
    NAME_NOT_UTF_8 = "name_not_utf_8", "has a name that is not UTF-8; rename it"

    # What is no article: other kinds of files, and links.
    OTHER_KIND = "other_kind", "is of a kind that is not read"
    OLD_OFFICE = "old_office", "is of a kind that is not read; save it as .docx, .xlsx or .pptx"
    OTHER_OFFICE = "other_office", "is of a kind that is not read; save it as PDF"
    PICTURE = "picture", "is a picture; run text recognition (OCR) on it and save the text"
    PACKED = "packed", "is packed; unpack it"
    DEAD_LINK = "dead_link", "is a link to nothing; mend or remove it"
    LOOP = "loop", "is a link to a folder that holds it; what is there is read once"

    # A text, or a line of a .jsonl file.
    BINARY = "binary", "is a binary file, not text"
    NOT_JSON = "not_json", "is not JSON"
    NO_RECORD = "no_record", "is not an object with a `text`"
    NAME_TWICE = "name_twice", "is named like an earlier line; give each line an `id` of its own"

    # A spreadsheet, slides, a book, a mail and the like.
    DAMAGED_FILE = "damaged_file", "is damaged, or of another kind than its name says"
    PROTECTED = "protected", "is protected by a password; save it without one"

    # A web page, a PDF, a Word file.
    NO_PAGE = "no_page", "is not a web page"
    DAMAGED_PAGE = "damaged_page", "is a damaged web page"
    DAMAGED_PDF = "damaged_pdf", "is a damaged PDF"
    ENCRYPTED_PDF = "encrypted_pdf", "is encrypted; save it without a password"
    ONLY_PICTURES = (
        "only_pictures",
        "holds no text, only pictures; run text recognition (OCR) on it",
    )
    DAMAGED_WORD = "damaged_word", "is a damaged Word file"
    CLOSED_WORD = (
        "closed_word",
        "is encrypted or an old .doc file; save it as .docx without a password",
    )
    PACKED_TOO_LARGE = (
        "packed_too_large",
        "unpacks to more than {size:g} MB; split it into articles",
    )

    @property
    def is_left_alone(self) -> bool:
        """Tell whether nobody takes such a file for an article."""
        return self in (Unread.OTHER_KIND, Unread.PICTURE, Unread.PACKED, Unread.LOOP)

    def said(self, detail: str = "", *, size: float = 0) -> str:
        """Return what people are told, with a detail in brackets; `size` is in MB."""
        told = self.words.format(size=size)
        return f"{told} ({detail})" if detail else told

    @classmethod
    def of(cls, reason: str) -> "Unread":
        """Return the kind of a reason as `said` words it; what nobody knows is unreadable."""
        return next((kind for kind in cls if kind._is(reason)), cls.UNREADABLE)

    def _is(self, reason: str) -> bool:
        said = r"[\d.e+-]+".join(map(re.escape, self.words.split("{size:g}")))
        return re.fullmatch(rf"{said}(?: \(.*\))?", reason, re.S) is not None


_KINDS = {
    Unread.OLD_OFFICE: ".doc .dot .xls .xlt .ppt .pps .docm .xlsm .pptm .dotx",
    Unread.OTHER_OFFICE: ".pages .numbers .key .wpd .wps .xps .djvu .ps .odg .mobi .azw .azw3 .one",
    Unread.PICTURE: ".png .jpg .jpeg .gif .tif .tiff .bmp .webp .heic .heif",
    Unread.PACKED: ".zip .gz .tgz .bz2 .xz .7z .rar .tar",
}


def kind_of(suffix: str) -> Unread:
    """Return why a file of a kind that is no article's is not read."""
    kinds = (kind for kind, suffixes in _KINDS.items() if suffix.lower() in suffixes.split())
    return next(kinds, Unread.OTHER_KIND)

"""What an article tells of its validity, in the few words that are shown with a source."""

from index.language.english.versions.asked import DRAFT_OF, SUPERSEDED, VALID_FROM, VALID_UNTIL
from index.types import Overview, Stated
from qa.types import ALWAYS, Citation, Validity, told_place


def validity_of(overview: Overview | None, *, in_text: bool = False) -> Validity:
    """Return what an article tells of its validity, or only what its text tells of it.

    With a source no year is shown that its title or name has already.
    """
    if overview is None:
        return ALWAYS
    version = _told(overview.version, in_text=in_text)
    return Validity(
        version if in_text or any(map(str.isalpha, version)) else "",
        _told(overview.valid_from, in_text=in_text),
        _told(overview.valid_until, in_text=in_text),
        bool(_told(overview.draft, in_text=in_text)),
        bool(_told(overview.superseded, in_text=in_text)),
    )


def _told(one: Stated | None, *, in_text: bool) -> str:
    """Return what is told, or only where a line of the text tells it."""
    return one.value if one and (one.end or not in_text) else ""


def in_words(validity: Validity) -> str:
    """Write it: "version 2, valid until 2022"; "" where nothing is told."""
    parts = (
        validity.version,
        validity.draft and DRAFT_OF,
        validity.superseded and SUPERSEDED,
        validity.valid_from and VALID_FROM.format(date=validity.valid_from),
        validity.valid_until and VALID_UNTIL.format(date=validity.valid_until),
    )
    return ", ".join(part for part in parts if part)


def source_of(citation: Citation) -> str:
    """Return the source of a citation, with its page and the validity of its article."""
    place = told_place(citation.evidence.source, citation.page)
    return ", ".join(filter(None, (place, in_words(citation.validity))))

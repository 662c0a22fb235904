"""Write what the fields of a form on a page show, as a reader sees it."""

from lxml.html import HtmlElement

_WRITTEN = frozenset("date datetime-local email month number tel text time url week".split())
_AROUND = frozenset("label p li td th dd".split())  # other fields work the look of a page
_TICKED = frozenset(("checkbox", "radio"))


def write_entries(page: HtmlElement) -> None:
    """Write the entry of each field in its place; a ticked box is `[x]`, an empty one `[ ]`."""
    labelled = {label.get("for") for label in page.iter("label")}
    for field in list(page.iter("input")):
        parent = field.getparent()
        told = field.get("id") in labelled - {None} or parent.tag in _AROUND
        if told and (shown := _shown(field)):
            after = field.tail or ""
            field.tail = f" {shown}{' ' if after[:1].isalnum() else ''}{after}"


def _shown(field: HtmlElement) -> str:
    kind = (field.get("type") or "text").strip().casefold()
    if kind in _TICKED:
        return "[x]" if field.get("checked") is not None else "[ ]"
    return " ".join((field.get("value") or "").split()) if kind in _WRITTEN else ""

"""Know the tables that a page builds of other elements and names by their roles."""

from lxml.html import HtmlElement

_TAGS = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    **dict.fromkeys(("cell", "gridcell"), "td"),
    **dict.fromkeys(("columnheader", "rowheader"), "th"),
    "rowgroup": "tbody",
    "row": "tr",
}
_OWN = frozenset(_TAGS.values()) | {"thead", "tfoot"}


def name_tables(page: HtmlElement) -> None:
    """Give the elements with the roles of a table the tags of one."""
    for element in list(page.iterfind(".//*[@role]")):
        role = element.get("role")
        if role in _TAGS and element.tag not in _OWN:
            element.tag = _TAGS[role]
            if role == "rowheader":
                element.set("scope", "row")

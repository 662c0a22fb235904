"""Write the chart of a slide or sheet: its titles, and tables of the figures that it draws."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from lxml import etree
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from index.cleaning.cleaning import Change
from index.reading.further.grids import grid_of, table_text
from index.reading.further.slide_text import lines_of
from index.reading.further.values.number_formats import shown

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_AXES = [f"{_CHART}{name}" for name in ("catAx", "valAx", "dateAx", "serAx")]
_LABELS, _VALUES = ("cat", "xVal"), ("val", "yVal")
_NUMBERS = [f"{_CHART}{name}" for name in ("numCache", "numLit")]
_EXACT = 1e15  # numbers in a chart hold no more places
Points = dict[int, str]


def chart_titles(space: etree._Element, changes: list[Change]) -> list[str]:
    """Return the written titles of a chart and its axes, and labels of its points."""
    titles = [space.find(f"{_CHART}chart/{_CHART}title")]
    titles += [axis.find(f"{_CHART}title") for axis in space.iter(*_AXES)]
    titles += [label.find(f"{_CHART}tx") for label in space.iter(f"{_CHART}dLbl")]
    told = (lines_of(one, changes) for one in titles if one is not None)
    return [" ".join(text.split()) for text in told if text]


def chart_text(space: etree._Element) -> str:
    """Write a table for all series over the same labels, of every plot of any kind; "" for none.

    A row is a category (or an x), a column is a series.
    """
    read = [(_points(one, _LABELS), one) for one in space.iter(f"{_CHART}ser")]
    tables = (
        _table(labels, [one for _, one in group])
        for labels, group in groupby(read, lambda pair: pair[0])
    )
    return "\n\n".join(filter(None, tables))


def _table(labels: Points, series: list[etree._Element]) -> str:
    columns: list[tuple[str, Points]] = []
    for one in series:
        columns.append((_name(one), _points(one, _VALUES)))
        if sizes := _points(one, ("bubbleSize",)):
            columns.append((f"{_name(one)}, size".lstrip(", "), sizes))
    places = sorted({place for _, values in columns for place in values} | set(labels))
    if not any(values for _, values in columns):
        return ""
    rows = [["", *(name for name, _ in columns)]]
    for place in places:
        label = labels.get(place, "" if labels else str(place + 1))
        rows.append([label, *(values.get(place, "") for _, values in columns)])
    return table_text(grid_of(rows), 1)


def _name(series: etree._Element) -> str:
    found = series.find(f"{_CHART}tx")
    return "" if found is None else " ".join(_values(found)).strip()


def _values(element: etree._Element) -> Iterator[str]:
    return (value.text or "" for value in element.iter(f"{_CHART}v"))


def _points(series: etree._Element, names: tuple[str, ...]) -> Points:
    """Return the points of a series by their places; of labels of several levels the lowest."""
    held = next(
        (one for name in names if (one := series.find(f"{_CHART}{name}")) is not None), None
    )
    if held is None:
        return {}
    lowest = next(held.iter(f"{_CHART}lvl"), held)
    style = "General" if next(held.iter(*_NUMBERS), None) is not None else ""
    style, epoch = held.findtext(f".//{_CHART}formatCode") or style, _epoch(series)
    return {
        int(point.get("idx", "0")): _figure(
            " ".join(_values(point)), point.get("formatCode") or style, epoch
        )
        for point in lowest.iter(f"{_CHART}pt")
    }


def _epoch(series: etree._Element) -> datetime:
    """Return the day from which the days of a chart are counted."""
    told = series.getroottree().find(f".//{_CHART}date1904")
    late = told is not None and told.get("val", "1") in ("1", "true")
    first: datetime = CALENDAR_MAC_1904 if late else CALENDAR_WINDOWS_1900
    return first


def _figure(text: str, style: str, epoch: datetime) -> str:
    """Write a figure as a chart shows it: a day for 37261, 0.3 for 0.30000000000000004."""
    try:
        value = float(text)
        if not style or not abs(value) < _EXACT:
            return text
        value = int(value) if value.is_integer() else value
        return shown(from_excel(value, epoch) if is_date_format(style) else value, style)
    except (OverflowError, ValueError):  # no number, or a day that no calendar has
        return text

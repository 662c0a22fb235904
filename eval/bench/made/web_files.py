"""Write a page of a made site as a web page."""

from functools import partial
from html import escape

from eval.bench.made.sites import Site

_P = "<p>{}</p>"
_MODERN = (
    "<header><a href=/>The site</a></header><nav>{menu}</nav>",
    "<main><article>{body}</article></main>",
    "<aside>{more}</aside>",
    "<footer>{foot}</footer>",
)
_PLAIN = (
    "<div class=main-menu>{menu}</div>",
    "<div class=text>{body}</div>",
    "<div class=more>{more}</div>",
    "<div class=foot>{foot}</div>",
)


def web_page(site: Site, page: int) -> str:
    """Write a page as a web page.

    Half of the sites are made of the elements of HTML 5, half of plain <div>s with classes.
    """
    modern = site.name < "m"
    lines, links = partial(_lines, site, page), partial(_links, site, page)
    crumbs = "".join(_crumb(text) for text in site.at(page, "crumb", fact=False))
    bar = "".join(f"<p>{_linked(text)}</p>" for text in site.at(page, "bar", fact=False))
    heading, *others = site.at(page, "related", fact=False) or [""]
    ways = "".join(f"<li><a href=/r>{escape(text)}</a></li>" for text in others)
    more = f"<h2>{heading}</h2><ul>{ways}</ul>" if heading else ""
    foot = f"{lines('everyfoot', _P, True)}{lines('frame', _P, True)}{links('footlinks')}"
    shapes = _MODERN if modern else _PLAIN
    parts = {"menu": links("menu"), "body": _article_html(site, page), "more": more, "foot": foot}
    top, body, more, foot = (shape.format(**parts) for shape in shapes)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{escape(site.pages[page][0])}"
        f"</title></head><body>{top}{bar}{crumbs}{body}"
        f"<div class=share>{lines('share', '<button>{}</button>')}</div>"
        f"<div class=ad>{lines('ad', '<a href=//ads.example>{}</a>')}</div>"
        f"{more}<div>{lines('every', _P)}</div>{foot}"
        f"<div class=cookie-banner>{lines('overlay', _P)}</div></body></html>"
    )


def _article_html(site: Site, page: int) -> str:
    title, *paragraphs = (escape(text) for text in site.pages[page])
    lines = partial(_lines, site, page)
    table = [row.split(" | ") for row in site.at(page, "table", fact=True)]
    cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table]
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    code = "\n".join(escape(text) for text in site.at(page, "code", fact=True))
    return (
        f"<h1>{title}</h1>{lines('every', _P, True)}<p>{paragraphs[0]}</p>{lines('body', _P, True)}"
        f"<aside class=infobox>{lines('box', _P, True)}</aside><p>{' '.join(paragraphs[1:])}</p>"
        f"<p>{lines('run', '{}<br>', True)}</p><ul>{lines('list', '<li>{}</li>', True)}</ul>"
        f"{_links(site, page, 'link', True)}"
        f"<table>{rows}</table><pre>{code}</pre>{lines('foot', _P, True)}{lines('pointer', _P)}"
        f"{lines('linkline', '<p><a href=/more>{}</a></p>')}"
    )


def _lines(site: Site, page: int, place: str, shape: str, fact: bool = False) -> str:
    return "".join(shape.format(escape(text)) for text in site.at(page, place, fact))


def _links(site: Site, page: int, place: str, fact: bool = False) -> str:
    return f"<ul>{_lines(site, page, place, '<li><a href=/x>{}</a></li>', fact)}</ul>"


def _crumb(text: str) -> str:
    for border in (" > ", " » ", " / "):
        if border in text:
            *stations, last = text.split(border)
            ways = border.join(f"<a href=/>{escape(station)}</a>" for station in stations)
            return f"<nav class=breadcrumb><p>{ways}{escape(border)}{escape(last)}</p></nav>"
    return ""


def _linked(text: str) -> str:
    border = next(border for border in (" | ", " · ", " • ") if border in text)
    cells = enumerate(text.split(border))
    return border.join(f"<a href=/{i}>{escape(cell)}</a>" for i, cell in cells)

"""The page of the settings: what a browser may choose, and what the server was started with."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from qa.measured import last_measured
from qa.settings import PREFIX, Settings
from web.front.prefix import root_of
from web.page.choices import COOKIE, Choices, Length, choices_of
from web.page.templates import render
from web.page.texts import YEAR, language_of, say_setting
from web.routes.parts import Parts, PartsIn

routes = APIRouter(include_in_schema=False)
choosing = APIRouter(include_in_schema=False)  # on a local server only
_STRICTER = (0.6, 0.75, 0.9)
_GROUPS = {
    "models": (
        *("embedder", "generator", "generator_key", "generator_timeout", "generator_context"),
        *("runtime", "threads", "models"),
    ),
    "answers": ("min_confidence", "at_once", "waiting"),
    "articles": ("articles", "ignore", "max_file_mb", "editable", "data_dir"),
    "network": ("host", "port", "api_keys", "allowed_origins", "root_path", "trusted_proxies"),
}
# What a server tells over a network: no path of the machine it runs on, and not who may come in.
_TOLD = frozenset(
    "generator_timeout generator_context runtime threads min_confidence at_once waiting "
    "max_file_mb editable".split()
)


@routes.get("/settings", response_class=HTMLResponse)
def settings_page(request: Request, parts: PartsIn) -> str:
    """Show the settings; what a browser may choose can be chosen on a local server."""
    index, settings = parts.index, parts.settings
    articles, passages = index.counts()
    choices, levels = choices_of(request), _levels(settings)
    return render(
        "settings.html",
        request,
        local=parts.local,
        length=choices.length.value,
        lengths=[length.value for length in Length],
        level=choices.min_confidence if choices.min_confidence in levels else levels[0],
        levels=levels,
        own=settings.min_confidence,
        measured=last_measured(settings.data_dir),
        models=parts.desk.answerer.models(),
        folders=index.roots().folders if parts.local else (),
        articles=articles,
        passages=passages,
        skipped=len(index.skipped()),
        groups=_groups(parts, language_of(request)),
    )


@choosing.post("/settings", response_model=None)
def choose(request: Request, choices: Annotated[Choices, Form()]) -> Response:
    """Keep what a browser chose, in this browser."""
    root = root_of(request)
    response = RedirectResponse(f"{root}/settings", 303)
    response.set_cookie(
        COOKIE,
        choices.as_cookie(),
        max_age=YEAR,
        path=root or "/",
        samesite="lax",
        httponly=True,
    )
    return response


def _levels(settings: Settings) -> list[float]:
    """Return the confidences that can be asked for: the server's own, and stricter ones."""
    return [0.0, *(level for level in _STRICTER if level > settings.min_confidence)]


def _groups(parts: Parts, language: str) -> dict[str, list[dict[str, str]]]:
    """Return the settings that may be told, by what they are about."""
    rows = {
        group: [
            _row(parts.settings, name, language) for name in names if parts.local or name in _TOLD
        ]
        for group, names in _GROUPS.items()
    }
    return {group: told for group, told in rows.items() if told}


def _row(settings: Settings, name: str, language: str) -> dict[str, str]:
    about = Settings.model_fields[name].description or ""
    return {
        "name": f"{PREFIX}{name.upper()}",
        "value": _written(name, getattr(settings, name)),
        "about": say_setting(language, name, about),
    }


def _written(name: str, value: object) -> str:
    """Return a value as the environment would have it, "" for none; no key is told."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case str() if value and name in ("api_keys", "generator_key"):
            return "•••"
    return str(value)

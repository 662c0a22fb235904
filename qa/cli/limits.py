"""The options that limit a question: `--article` and `--folder`."""

from typing import Annotated

import typer

from index.types import Limits

ARTICLES = Annotated[
    list[str] | None,
    typer.Option("--article", help="Look in this article only (id, source or title); repeatable."),
]
FOLDER = Annotated[
    str | None,
    typer.Option(
        help="Look in this folder only: a path below the indexed one, or the name of one."
    ),
]


def limits_of(articles: list[str] | None, folder: str | None) -> Limits:
    """Return what was typed; an option that was not given limits nothing."""
    return Limits(articles or None, folder)

"""Which of the known models a person means."""

import difflib

from index.problems import Problem
from index.types import WellspringError
from qa.models.known import MODELS
from qa.models.types import Model


def known(name: str) -> Model | None:
    """Return the model of a name, or None.

    The beginning of a name up to a hyphen will do, if only one begins so.
    """
    given = name.casefold()
    found = [model for model in MODELS if f"{model.name.casefold()}-".startswith(f"{given}-")]
    return found[0] if len(found) == 1 else None


def named(name: str) -> Model:
    """Return the model of a name, as `known` does; raises `WellspringError` when there is none."""
    model = known(name)
    if model is None:
        names = [model.name for model in MODELS]
        near = difflib.get_close_matches(name, names, 1, cutoff=0.5)
        hint = f"Did you mean {near[0]}? " if near else ""
        told = f"There is no model {name!r}. {hint}The models are {', '.join(names)}."
        raise WellspringError(Problem.UNKNOWN_MODEL, told)
    return model

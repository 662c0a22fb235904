"""Every problem has one word and one status, said in one place."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.problems import Problem
from index.types import WellspringError
from web.errors import install_errors
from web.page.texts import TEXTS

ROOT = Path(__file__).parents[2]
CODE = [
    path
    for package in ("index", "qa", "web", "eval")
    for path in sorted((ROOT / package).rglob("*.py"))
]
OURS = {Problem.INTERNAL_ERROR, Problem.UNCOVERED_TEXT}  # faults of Wellspring itself


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Return all that a module says; read once for all tests."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def named_in(path: Path) -> set[Problem]:
    """Return the problems that a module names."""
    return {
        Problem[node.attr]
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Problem"
    }


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_is_answered_with_its_own_status(problem: Problem) -> None:
    app = FastAPI()
    install_errors(app)

    @app.get("/")
    def fail() -> None:
        raise WellspringError(problem, "What is wrong and what to do.")

    response = TestClient(app, raise_server_exceptions=False).get("/")
    assert response.json() == {
        "error": {"code": problem.value, "message": "What is wrong and what to do."}
    }
    assert response.status_code == problem.status
    assert (response.status_code == 500) == (problem in OURS)
    assert 400 <= response.status_code < 600


def test_an_error_is_raised_with_a_problem_and_never_with_a_word() -> None:
    raised = [
        (path.relative_to(ROOT).as_posix(), ast.unparse(node.args[0]))
        for path in CODE
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "WellspringError"
    ]
    assert len(raised) > 100
    named = re.compile(r"Problem\.[A-Z_]+|\w+\[0\]\.code|next\(known, Problem\.[A-Z_]+\)")
    assert [(path, code) for path, code in raised if not named.fullmatch(code)] == []


def test_the_word_of_a_problem_is_written_in_one_place() -> None:
    words = set(map(str, Problem))
    again = [
        (path.relative_to(ROOT).as_posix(), node.value)
        for path in CODE
        for node in nodes_of(path)
        if isinstance(node, ast.Constant) and node.value in words and path.name != "problems.py"
    ]
    assert again == []


def test_every_problem_can_happen() -> None:
    assert set(Problem) - set[Problem]().union(*map(named_in, CODE)) == set()


def test_the_page_knows_no_problem_that_there_is_not() -> None:
    scripts = "".join(
        path.read_text("utf-8") for path in (ROOT / "web" / "page" / "static").rglob("*.js")
    )
    words = {key.removeprefix("error.") for key in TEXTS["zh"] if key.startswith("error.")}
    words |= set(re.findall(r'code === "(\w+)"', scripts))
    assert len(words) > 20
    assert words <= set(map(str, Problem))


def test_the_manual_gives_every_problem_of_the_service_with_its_status() -> None:
    manual = (ROOT / "docs" / "API.md").read_text("utf-8")
    rows = {
        int(status): set(re.findall(r"`(\w+)`", row))
        for status, row in re.findall(r"^\| (\d{3}) \| (.*) \|$", manual, re.M)
    }
    said = {
        (word, status)
        for status, words in rows.items()
        for word in words
        if word in set(map(str, Problem))
    }
    served = [
        path
        for path in CODE
        if not path.is_relative_to(ROOT / "eval")
        and "tuning" not in path.parts
        and "tune" not in path.parts
        and "evaluate" not in path.parts
        and path != ROOT / "qa" / "client.py"  # whoever asks a server, not the server
    ]
    assert said == {
        (str(problem), problem.status) for problem in set[Problem]().union(*map(named_in, served))
    }

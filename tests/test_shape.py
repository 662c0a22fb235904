"""What keeps the code readable: short modules, functions and folders.

And tests that use what everybody may use.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("qa", "index", "web", "eval")
LINES_OF_A_MODULE, LINES_OF_A_FUNCTION, MODULES_OF_A_FOLDER = 200, 40, 12


def parsed(*folders: str) -> dict[str, ast.Module]:
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in paths}


SOURCES, TESTS = parsed(*PACKAGES), parsed("tests")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_module_is_long() -> None:
    lengths = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in SOURCES}
    assert not {name for name, lines in lengths.items() if lines > LINES_OF_A_MODULE}


def test_no_function_is_long() -> None:
    long = {
        f"{name}: {node.name}"
        for name, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, Function)
        if (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    }
    assert not long


def test_no_folder_is_full() -> None:
    modules = Counter(
        str(Path(name).parent) for name in SOURCES if Path(name).name != "__init__.py"
    )
    assert not {folder for folder, n in modules.items() if n > MODULES_OF_A_FOLDER}


def private(name: str) -> bool:
    return re.match(r"_(?!_)", name) is not None


def private_names(tree: ast.AST) -> Iterator[str]:
    """Yield the names with an underscore that a module gives to members, functions and classes."""
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef) and private(node.name):
            yield node.name
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and private(node.attr)
        ):
            yield node.attr


def test_tests_use_no_private_member() -> None:
    ours = {name for tree in SOURCES.values() for name in private_names(tree)}
    assert len(ours) > 300
    used = {
        f"{name}: {ast.unparse(node)}"
        for name, tree in TESTS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ours
        if ast.unparse(node.value) != "self"
    }
    imported = {
        f"{name}: {alias.name}"
        for name, tree in TESTS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if private(alias.name)
    }
    assert not used | imported


def test_tests_replace_nothing_of_ours() -> None:
    replaced = set()
    for name, tree in TESTS.items():
        nodes = list(ast.walk(tree))
        foreign = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
        replaced |= {
            f"{name}: {ast.unparse(node.args[0])}"
            for node in nodes
            if isinstance(node, ast.Call)
            if re.search(r"\b(monkeypatch\.setattr|mock\.patch\S*)$", ast.unparse(node.func))
            if ast.unparse(node.args[0]) not in foreign - set(PACKAGES)
        }
    assert not replaced

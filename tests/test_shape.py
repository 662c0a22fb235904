"""What keeps the code readable: short modules, functions and folders, and tests that use what everybody may use.

The exceptions are what is still to be mended: one that is no longer needed fails its test, as does a new one.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("qa", "index", "web", "eval")
LINES_OF_A_MODULE, LINES_OF_A_FUNCTION, MODULES_OF_A_FOLDER = 200, 40, 12

LONG_MODULES = {
    "eval/bench/cleaning.py",
    "eval/bench/scale.py",
    "eval/bench/site_files.py",
    "eval/drafting.py",
    "eval/loaders.py",
    "eval/plots.py",
    "index/building/build.py",
    "index/cleaning/navigation.py",
    "index/reading/readers.py",
    "index/storage/store.py",
    "index/storage/writing.py",
    "qa/answerer.py",
    "qa/cli/evaluate.py",
    "qa/evidence/reader.py",
    "qa/history/conversations.py",
    "qa/models/known.py",
    "qa/text/numbers/quantities.py",
    "qa/tuning/data/changes.py",
    "qa/tuning/data/examples.py",
    "qa/tuning/generator.py",
    "qa/tuning/reader.py",
    "qa/writing/compose.py",
    "web/desk/asking.py",
    "web/library/shelf.py",
    "web/routes/openai.py",
}
LONG_FUNCTIONS = {
    "eval/bench/cleaning.py: main",
    "eval/drafting.py: draft_questions",
    "index/reading/files.py: list_folder",
    "qa/answerer.py: stream",
    "qa/cli/evaluate.py: evaluate",
    "qa/cli/evaluate.py: new",
    "qa/cli/index.py: index",
    "qa/cli/tune.py: reader",
    "qa/evidence/reader.py: build_model",
    "qa/tuning/generator.py: tune",
    "qa/tuning/reader.py: tune",
    "web/app.py: create_app",
    "web/errors.py: install_errors",
    "web/mcp.py: mcp_server",
    "web/routes/api.py: api_routes",
    "web/routes/articles.py: changing_routes",
    "web/routes/articles.py: reading_routes",
    "web/routes/conversations.py: conversation_routes",
    "web/routes/openai.py: _chunks",
    "web/routes/openai.py: openai_routes",
    "web/routes/pages.py: page_routes",
}
FULL_FOLDERS = {"eval", "eval/bench"}
PRIVATE_MEMBERS = {
    "tests/index/ranking/test_search.py: super()._follow",
    "tests/qa/test_answerer.py: answerer._index",
    "tests/qa/writing/test_generator.py: generator._encode",
    "tests/qa/writing/test_generator.py: generator._greedy",
    "tests/qa/writing/test_generator.py: generator._model",
    "tests/qa/writing/test_generator.py: generator._stops",
}
PATCHES = {"tests/index/test_embedding.py: 'index.building.build.passage_spans'"}


def parsed(*folders: str) -> dict[str, ast.Module]:
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in paths}


SOURCES, TESTS = parsed(*PACKAGES), parsed("tests")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_module_is_long() -> None:
    lengths = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in SOURCES}
    assert {name for name, lines in lengths.items() if lines > LINES_OF_A_MODULE} == LONG_MODULES


def test_no_function_is_long() -> None:
    long = {
        f"{name}: {node.name}"
        for name, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, Function)
        if (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    }
    assert long == LONG_FUNCTIONS


def test_no_folder_is_full() -> None:
    modules = Counter(
        str(Path(name).parent) for name in SOURCES if Path(name).name != "__init__.py"
    )
    assert {folder for folder, n in modules.items() if n > MODULES_OF_A_FOLDER} == FULL_FOLDERS


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
    assert used | imported == PRIVATE_MEMBERS


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
    assert replaced == PATCHES

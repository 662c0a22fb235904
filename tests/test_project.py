"""The promises of the repository itself."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]


LOCKS = {path.name: path.read_text("utf-8") for path in sorted(ROOT.glob("requirements*.lock"))}
HASHED = r"[a-z0-9-]+==\S+( ; [^-]*)?( --hash=sha256:[0-9a-f]{64})+$"


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCKS[name], re.M))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[=<>~!]", requirement)[0].lower() for requirement in requirements}


def test_every_dependency_is_locked() -> None:
    assert names([*PROJECT["dependencies"], *PYPROJECT["build-system"]["requires"]]) <= set(
        locked("requirements.lock")
    )
    assert names(PROJECT["optional-dependencies"]["dev"]) <= set(locked("requirements-dev.lock"))
    assert (
        locked("requirements-cpu.lock")["torch"].split("+")[0]
        == locked("requirements.lock")["torch"]
    )


def test_every_locked_file_has_its_hash_and_no_place_of_its_own() -> None:
    assert len(LOCKS) == 4
    for name, text in LOCKS.items():
        requirements = (
            re.sub(r"^#.*\n", "", text, flags=re.M).replace(" \\\n    ", " ").splitlines()
        )
        assert [line for line in requirements if not re.match(HASHED, line)] == [], name


def test_an_open_index_is_read_through_its_own_methods_which_lock() -> None:
    places = [path for package in ("qa", "web", "eval") for path in (ROOT / package).rglob("*.py")]
    assert len(places) > 80
    inside = re.compile(r"\bindex\.(_?store|_searched|_dense|_lexical)\b(?! import)")
    assert [
        str(path)
        for path in places
        for line in path.read_text("utf-8").splitlines()
        if inside.search(line) and "import" not in line
    ] == []


def test_sql_stands_where_things_are_kept_and_nowhere_else() -> None:
    places = [
        path
        for package in ("qa", "index", "web", "eval")
        for path in (ROOT / package).rglob("*.py")
    ]
    statement = re.compile(
        r"\b(SELECT \S+ FROM|SELECT count|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM)\b"
    )
    found = {
        str(path.parent.relative_to(ROOT))
        for path in places
        if statement.search(path.read_text("utf-8"))
    }
    assert found == {"index/storage", "index/storage/stored", "qa/history"}


def test_seeds_holds_the_five_articles_and_nothing_else() -> None:
    assert [path.name[:4] for path in sorted((ROOT / "seeds").iterdir())] == [
        "000_",
        "001_",
        "002_",
        "003_",
        "004_",
    ]


def test_the_manual_names_every_command(manual: str) -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert [target for target in targets if f"make {target}" not in manual] == []


def test_documents_point_to_what_is_there() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    links = [
        (document, link)
        for document in documents
        for link in re.findall(r"\]\(([^)#:]+)[)#]", document.read_text("utf-8"))
    ]
    assert len(links) > 20
    assert [link for document, link in links if not (document.parent / link).exists()] == []


def test_ci_runs_what_make_check_runs() -> None:
    checked = re.search(r"^check: (.*?)  ##", (ROOT / "Makefile").read_text("utf-8"), re.M)
    run = re.findall(r"^make (\S+)$", (ROOT / ".ci" / "run").read_text("utf-8"), re.M)
    assert checked
    assert checked.group(1).split() == run
    assert "test" in run


TESTS = [
    (path, ast.parse(path.read_text("utf-8"))) for path in sorted((ROOT / "tests").rglob("*.py"))
]


def proves(
    node: ast.AST, functions: dict[str, ast.AST], seen: frozenset[str] = frozenset()
) -> bool:
    """Tell whether code asserts something.

    It does so itself, or in a function of its module that it calls or hands on.
    """
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert):
            return True
        if isinstance(inner, ast.Call) and ast.unparse(inner.func) in ("pytest.raises", "expect"):
            return True
        if (
            isinstance(inner, ast.Name)
            and inner.id in functions.keys() - seen
            and proves(functions[inner.id], functions, seen | {inner.id})
        ):
            return True
    return False


def test_every_test_asserts_something() -> None:
    idle, tests = [], 0
    for path, tree in TESTS:
        functions: dict[str, ast.AST] = {
            node.name: node
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        named = {name: node for name, node in functions.items() if name.startswith("test_")}
        tests += len(named)
        idle += [
            f"{path.name}: {name}" for name, node in named.items() if not proves(node, functions)
        ]
    assert tests > 300
    assert idle == []


def test_no_test_waits_for_a_time_instead_of_an_event() -> None:
    waiting = []
    for path, tree in TESTS:
        polled = {
            id(node)
            for loop in ast.walk(tree)
            if isinstance(loop, ast.While)
            for node in ast.walk(loop)
        }
        waiting += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and re.search(r"\b(sleep|wait_for_timeout)$", ast.unparse(node.func))
            if id(node) not in polled
        ]
    assert waiting == []

"""The command as a process: what it imports for its help, and how Ctrl+C ends it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from qa.settings import Settings
from tests.conftest import Hashed
from tests.web.conftest import index_of
from web.presence import noted

INTERRUPTED = "Interrupted. The same command starts again, or goes on where it was.\n"
# Each takes a tenth of a second or more to import, or leads to one that does.
HEAVY = (
    *("torch", "transformers", "sentence_transformers", "faiss", "numpy", "scipy", "tiktoken"),
    *("fastapi", "uvicorn", "httpx2", "matplotlib", "lxml", "trafilatura", "ftfy"),
    *("qa.wiring", "qa.settings", "index.building", "index.storage", "eval.questions", "web"),
)
EVERY_HELP = """
import sys
from typer.main import get_command
from qa.cli.commands import app

def help_of(command, names):
    for option in ("--help", "-h"):
        try:
            get_command(app).main([*names, option])
        except SystemExit as end:
            assert end.code == 0, names
    for name, below in getattr(command, "commands", {}).items():
        help_of(below, [*names, name])

help_of(get_command(app), [])
print("IMPORTED", *sys.modules)
"""
STOPPED_EARLY = """
import sys

class Stop:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
from qa.cli.main import main
main()
"""


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)


def test_no_help_imports_what_takes_time() -> None:
    shown = python(EVERY_HELP)
    assert shown.returncode == 0, shown.stderr
    help_texts, _, imported = shown.stdout.partition("IMPORTED")
    assert help_texts.count("Usage: ") > 30
    assert set(HEAVY) & set(imported.split()) == set()


def test_ctrl_c_before_anything_is_imported_is_one_line() -> None:
    stopped = python(STOPPED_EARLY)
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (1, "", INTERRUPTED)


def test_ctrl_c_while_a_command_works_is_one_line(
    tmp_path: Path, hashed: Hashed, serve: Callable[[object], str]
) -> None:
    index_of(tmp_path, {"town/bridge.md": "The bridge was opened in 1874."}, hashed)
    asking = threading.Event()

    async def well(_: Request) -> Response:
        return JSONResponse({})

    async def never(request: Request) -> Response:
        asking.set()
        while not await request.is_disconnected():
            await anyio.sleep(0.05)
        return JSONResponse({})

    routes = [Route("/articles", well), Route("/ask", never, methods=["POST"])]
    command = [sys.executable, "-m", "qa.cli", "ask", "When?"]
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(tmp_path / "data")}
    with (
        noted(Settings(data_dir=tmp_path / "data"), serve(Starlette(routes=routes))),
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process,
    ):
        assert asking.wait(120)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", INTERRUPTED)
    assert process.returncode == 1


@pytest.mark.parametrize("said", ["warnings.warn('of a library')", "log.warning('x')", "bar()"])
def test_libraries_say_nothing_on_the_terminal(said: str) -> None:
    code = (
        "import logging, warnings\nfrom qa.cli.terminal import quiet_libraries\n"
        "quiet_libraries()\nfrom tqdm import tqdm\nlog = logging.getLogger('library')\n"
        f"bar = lambda: list(tqdm(range(3)))\n{said}\n"
    )
    assert python(code).stderr == ""


def test_our_own_log_is_told() -> None:
    code = (
        "import logging\nfrom qa.cli.terminal import quiet_libraries\nquiet_libraries()\n"
        "logging.getLogger('wellspring').error('an answer could not be kept')\n"
    )
    assert python(code).stderr == "an answer could not be kept\n"

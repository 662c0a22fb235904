"""The clients of `docs/transcripts/` run, and do what their transcripts show."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from qa.wiring import Wellspring
from web.app import create_app

TRANSCRIPTS = Path(__file__).parents[3] / "docs" / "transcripts"


def printed(client: str, argument: str, **settings: str) -> str:
    command = [sys.executable, str(TRANSCRIPTS / client), argument]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **settings}, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def steps(text: str) -> list[str]:
    return re.findall("^(?:==|>) .*", text, re.M)


def test_the_openai_client_prints_what_its_transcript_shows(
    well: Wellspring, serve: Callable[[object], str]
) -> None:
    said = printed("openai_client.py", serve(create_app(well.index, well.answerer)))
    assert steps(said) == steps((TRANSCRIPTS / "openai.txt").read_text("utf-8"))
    assert "3583 Dolan sheep" in said
    assert said.endswith("The articles do not say.\nanswered: False\n")


def test_the_mcp_client_prints_what_its_transcript_shows(well: Wellspring) -> None:
    command = str(Path(sys.executable).parent / "wellspring")
    said = printed("mcp_client.py", command, WELLSPRING_DATA_DIR=str(well.settings.data_dir))
    assert steps(said) == steps((TRANSCRIPTS / "mcp.txt").read_text("utf-8"))
    assert "3583 Dolan sheep" in said

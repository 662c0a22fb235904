"""A server that is stopped while it answers: what it says, and what it leaves."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from web.presence import NOTE

ROOT = Path(__file__).parents[3]
# Serves answers without an end, as `wellspring serve` serves those of the models.
SERVER = """
import sys, time
from pathlib import Path
from qa.settings import Settings
from tests.conftest import Hashed
from tests.web.conftest import Telling, index_of
from web.app import create_app
from web.presence import noted
from web.server import address_of, listen, serve_on

class Endless(Telling):
    def stream(self, *asked, **limited):
        while True:
            yield "word "
            time.sleep(0.05)

place = Path(sys.argv[1])
index = index_of(place, {"town/bridge.md": "The bridge was opened in 1874."}, Hashed())
listeners = listen("127.0.0.1", 0)
address = address_of(listeners[0])
with noted(Settings(data_dir=place / "data"), address):
    print(address, flush=True)
    serve_on(listeners, create_app(index, Endless(index), local=True))
print("ended")
"""


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_stopped_cuts_off_answers_without_a_word(
    tmp_path: Path, by: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            asked = {"question": "When was it?", "stream": True}
            with httpx.stream("POST", f"{address}/ask", json=asked, timeout=60) as answer:
                lines = answer.iter_lines()
                assert any("word" in line for line in lines)
                assert (tmp_path / "data" / NOTE).exists()
                server.send_signal(by)
                with pytest.raises(httpx.RemoteProtocolError):
                    list(lines)
            assert server.communicate(timeout=60)[0] == "ended\n"
        finally:
            server.kill()
    assert server.returncode == 0
    assert not (tmp_path / "data" / NOTE).exists()

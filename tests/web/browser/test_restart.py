"""`wellspring serve` goes down under an open page, and comes back."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.web.browser.conftest import WAIT, answered


@contextmanager
def served(data_dir: Path, port: int = 0) -> Iterator[str]:
    """Run `wellspring serve` as a process; gives its address once it is ready."""
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"}
    command = [str(Path(sys.executable).parent / "wellspring"), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" at ")[1].split()[0]
            urllib.request.urlopen(
                f"{address}/ready", timeout=120
            )  # it listens by now, and answers once it can
            yield address
        finally:
            server.terminate()


def test_a_server_that_restarts_in_the_middle_loses_nothing(
    browser: Browser, data_dir: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
    page.set_default_timeout(WAIT)
    with served(data_dir, port):
        page.goto("/")
        answered(page)
        page.get_by_label("Your question").fill("By how many families?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(page.locator("#connection")).to_contain_text("tries again by itself")
    expect(page.get_by_label("Your question")).to_have_value("By how many families?")
    with served(data_dir, port):
        expect(page.locator("#connection")).to_contain_text("The server is back")
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.locator(".answer").last).to_contain_text("407")
        page.reload()
        expect(page.locator(".turn")).to_have_count(2)
    page.close()

"""The commands that serve: where they listen, what they say of who may come in."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import anyio
import httpx
import pytest
from mcp import Client

from index.problems import Problem
from index.types import WellspringError
from qa.settings import Settings
from qa.wiring import Wellspring
from web.server import address_of, line_of, listen

COMMAND = str(Path(sys.executable).parent / "wellspring")


@contextmanager
def listening(host: str) -> Iterator[list[socket.socket]]:
    """Listen at a free port of a host."""
    with ExitStack() as opened:
        yield [opened.enter_context(listener) for listener in listen(host, 0)]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:"),
        ("0.0.0.0", "http://127.0.0.1:"),
        ("::1", "http://[::1]:"),
    ],
)
def test_the_address_that_is_printed_is_one_that_this_machine_reaches(
    host: str, address: str
) -> None:
    with listening(host) as listeners:
        port = listeners[0].getsockname()[1]
        assert address_of(listeners[0]) == f"{address}{port}"


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with listening("127.0.0.1") as listeners:
        port = listeners[0].getsockname()[1]
        with pytest.raises(WellspringError, match=f"127.0.0.1:{port} .*--port") as taken:
            listen("127.0.0.1", port)
    assert taken.value.code is Problem.PORT_BUSY


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_browser_may_take_either_address_for_localhost(host: str) -> None:
    with listening(host) as listeners:
        assert [it.getsockname()[0] for it in listeners] == ["127.0.0.1", "::1"]
        (port,) = {it.getsockname()[1] for it in listeners}
        for address in ("127.0.0.1", "::1"):
            socket.create_connection((address, port), timeout=5).close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::1"])
def test_another_address_that_is_named_is_the_only_one(host: str) -> None:
    with listening(host) as listeners:
        assert [it.getsockname()[0] for it in listeners] == [host]


def test_a_program_at_the_other_address_keeps_nobody_from_serving() -> None:
    with listening("::1") as others, ExitStack() as opened:
        port = others[0].getsockname()[1]
        mine = [opened.enter_context(it) for it in listen("127.0.0.1", port)]
        assert [it.getsockname()[0] for it in mine] == ["127.0.0.1"]


def test_a_port_that_there_cannot_be_is_refused_in_the_same_words() -> None:
    with pytest.raises(WellspringError, match=r"Cannot listen on 127\.0\.0\.1:70000"):
        listen("127.0.0.1", 70_000)


def test_the_line_is_as_long_as_the_settings_say() -> None:
    line = line_of(Settings(at_once=1, waiting=1))
    places = [line.join("a"), line.join("b")]
    with pytest.raises(WellspringError, match="1 questions wait"):
        line.join("c")
    assert [place.turn.done() for place in places] == [True, False]


@contextmanager
def started(*arguments: str, data_dir: Path) -> Iterator[tuple[str, str]]:
    """Run a serving command on every address of this machine.

    Gives its own address and what it said of who may come in.
    """
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"}
    command = [COMMAND, *arguments, "--host", "0.0.0.0", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert server.stdout.readline() == "Loading the models …\n"
            address = server.stdout.readline().split(" at ")[1].split()[0]
            yield address, server.stdout.readline()
        finally:
            server.terminate()


def test_the_command_says_what_anyone_can_do_and_how_to_change_it(well: Wellspring) -> None:
    with started("serve", data_dir=well.settings.data_dir) as (address, said):
        for part in (
            "Anyone who can reach",
            "ask",
            "read the articles",
            "nobody may add",
            "WELLSPRING_API_KEYS",
            "127.0.0.1",
        ):
            assert part in said
        refused = httpx.post(
            f"{address}/articles", json={"articles": [{"name": "a.md", "text": "Ash."}]}
        )
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "open_to_all")


def test_mcp_beyond_this_machine_says_the_same_and_its_tools_answer(well: Wellspring) -> None:
    with started("mcp", "--http", data_dir=well.settings.data_dir) as (address, said):
        assert re.search("Anyone who can reach.*WELLSPRING_API_KEYS.*127.0.0.1", said)
        assert httpx.put(address, json={}).json()["error"]["code"] == "open_to_all"

        async def ask() -> None:
            async with Client(address) as client:
                found = (
                    await client.call_tool("search", {"query": "Dolan sheep", "top_k": 2})
                ).structured_content
            assert found is not None
            assert len(found["passages"]) == 2

        anyio.run(ask)

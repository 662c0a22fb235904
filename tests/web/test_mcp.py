"""The tools of `wellspring mcp`, called by the real client library."""

import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from qa.wiring import Wellspring
from web.mcp import mcp_server

QUESTION = "How many Dolan sheep were contracted for breeding?"
COMMAND = str(Path(sys.executable).parent / "wellspring")


def with_client(target: Any, work: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Client(target) as client:
            await work(client)

    anyio.run(run)


async def use_all_tools(client: Client) -> None:
    tools = (await client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask", "search", "read_article"]
    answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
    assert answer is not None
    assert "3583" in answer["answer"]
    quote = answer["citations"][0]
    read = (
        await client.call_tool(
            "read_article",
            {"article_id": quote["article_id"], "start": quote["start"], "end": quote["end"]},
        )
    ).structured_content
    assert read is not None
    assert read["text"] == quote["quote"]
    found = (
        await client.call_tool("search", {"query": "Dolan sheep", "top_k": 2})
    ).structured_content
    assert found is not None
    assert len(found["passages"]) == 2


def test_the_tools_answer_quote_and_read(well: Wellspring) -> None:
    with_client(mcp_server(well.index, well.answerer), use_all_tools)


@pytest.mark.parametrize(("start", "end"), [(0, -1), (5, 2), (-9, -3)])
def test_a_range_that_ends_before_it_starts_is_empty(
    well: Wellspring, start: int, end: int
) -> None:
    async def read(client: Client) -> None:
        article_id = well.index.articles()[0].id
        read = (
            await client.call_tool(
                "read_article", {"article_id": article_id, "start": start, "end": end}
            )
        ).structured_content
        assert read is not None
        assert (read["text"], read["end"]) == ("", max(0, start))

    with_client(mcp_server(well.index, well.answerer), read)


def test_a_follow_up_is_understood(well: Wellspring) -> None:
    async def follow(client: Client) -> None:
        asked = {"question": "By how many families?", "earlier_questions": [QUESTION]}
        answer = (await client.call_tool("ask", asked)).structured_content
        assert answer is not None
        assert "407" in answer["answer"]

    with_client(mcp_server(well.index, well.answerer), follow)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask", {"question": ""}, "The question is empty"),
        ("search", {"query": "😀"}, "has no words"),
        ("read_article", {"article_id": "none"}, "There is no article 'none'"),
    ],
)
def test_a_fault_is_told_in_our_words(
    well: Wellspring, tool: str, arguments: dict[str, str], said: str
) -> None:
    async def fail(client: Client) -> None:
        result = await client.call_tool(tool, arguments)
        assert result.is_error
        assert said in str(result.content)

    with_client(mcp_server(well.index, well.answerer), fail)


def test_a_client_starts_the_command_and_speaks_over_stdio(well: Wellspring) -> None:
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(well.settings.data_dir)}
    with_client(
        stdio_client(StdioServerParameters(command=COMMAND, args=["mcp"], env=environment)),
        use_all_tools,
    )


def test_a_client_speaks_over_streamable_http(well: Wellspring) -> None:
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(well.settings.data_dir)}
    with subprocess.Popen(
        [COMMAND, "mcp", "--http", "--port", "0"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        assert server.stderr.readline() == "Loading the models …\n"
        (address,) = re.findall(
            r"http://127\.0\.0\.1:\d+/mcp", server.stderr.readline()
        )  # it listens by now
        with_client(address, use_all_tools)
        server.terminate()
